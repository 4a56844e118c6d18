"""deckbuild turns structured Markdown notes into Anki decks, slides and cheat sheets."""

__version__ = "0.1.0"
