"""The words and turns of phrase by which cards are judged, as tables: an idea a line, in all languages of notes.

One module for what is judged; each table says what it is for. How a table becomes a pattern is in `patterns`.
"""
