"""Codes about settings: deckbuild.yaml, and what front matter says to deckbuild."""

from __future__ import annotations

from .entry import ERROR, INFO, WARNING, Code

FILE = "deckbuild.yaml"
CODES = (
    Code(
        "config-value",
        (ERROR,),
        "A setting in deckbuild.yaml has a value that it cannot have; nothing is built with settings that are wrong.",
        "Write a value of the kind that the message names, or delete the line. docs/settings.md has all settings.",
        "deckbuild.yaml:2: error: column 10: 'sheet.pages' is 'many', expected a whole number up to 20, or auto [config-value]",
        "sheet:\n  pages: many\n",
        FILE,
        "check",
    ),
    Code(
        "config-yaml",
        (ERROR,),
        "deckbuild.yaml is not YAML, or not a list of settings; nothing is built without them.",
        "Mend the line that is named: each line is 'setting: value', indented with spaces.",
        "deckbuild.yaml:1: error: column 13: not YAML: there is a second ': ' in this line [config-yaml]",
        "deck: Docker: the basics\n",
        FILE,
        "check",
    ),
    Code(
        "duplicate-key",
        (WARNING,),
        "A key stands twice; only the last one is used.",
        "Remove one of the two.",
        "notes/a.md:3: warning: column 1: 'title' stands twice; what line 2 says ('Docker') is not used [duplicate-key]",
        "---\ntitle: Docker\ntitle: Podman\n---\n\nIt runs containers.\n",
    ),
    Code(
        "front-matter-key",
        (INFO, WARNING),
        "A key of the front matter is nearly one of deckbuild, or belongs elsewhere; it is kept and sets nothing.",
        "Correct the key if it was meant for deckbuild; keys of other programs may stay.",
        "notes/a.md:2: info: 'tag' is not a key of deckbuild; it is kept [front-matter-key]",
        "---\ntag: docker\n---\n\n# Docker\n\nIt runs containers.\n",
    ),
    Code(
        "front-matter-open",
        (WARNING,),
        "A note begins like front matter, but there is no line that ends it; all of it is read as text.",
        "Write a line '---' after the last key.",
        "notes/a.md:1: warning: the front matter has no end and is read as text [front-matter-open]",
        "---\ntitle: Docker\n\nIt runs containers.\n",
    ),
    Code(
        "front-matter-value",
        (WARNING,),
        "A key of the front matter has a value that it cannot have; it is kept in the model and has no effect.",
        "Write a value of the kind that the message names. docs/settings.md has all keys.",
        "notes/a.md:2: warning: column 7: 'deck' is a list, expected text [front-matter-value]",
        "---\ndeck: [1, 2]\n---\n\n# Docker\n\nIt runs containers.\n",
    ),
    Code(
        "language-words",
        (INFO,),
        "The note is read in its language, but what deckbuild itself writes (such as 'Contents') is in English there.",
        "Nothing need be done; set lang to ko, en, ja or zh if it is one of these.",
        "notes/a.md:2: info: what deckbuild itself writes in 'fr' is English; it has words in ko, en, ja, zh "
        "[language-words]",
        "---\nlang: fr\n---\n\n# Docker\n\nDes conteneurs.\n",
    ),
    Code(
        "not-front-matter",
        (INFO,),
        "A note begins with a line '---', as front matter does, but no keys follow: they are read as text between two rules.",
        "Nothing need be done; write '***' for a rule at the very top.",
        "notes/a.md:1: info: what stands between the first two lines '---' has no keys and is read as text "
        "[not-front-matter]",
        "---\nIt runs containers.\n\n---\n\n# Docker\n\nIt is free.\n",
    ),
    Code(
        "unknown-setting",
        (WARNING,),
        "There is no setting of this name; it does nothing.",
        "Correct the name: the hint says which may have been meant. docs/settings.md has all settings.",
        "deckbuild.yaml:1: warning: column 1: there is no setting 'langauge' [unknown-setting]",
        "langauge: ko\n",
        FILE,
        "check",
    ),
)
