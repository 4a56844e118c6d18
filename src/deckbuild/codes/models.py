"""Codes about concept models (.concepts.yaml)."""

from __future__ import annotations

from .entry import ERROR, INFO, WARNING, Code

CODES = (
    Code(
        "comment-in-text",
        (WARNING,),
        "A text without quotation marks is followed by ' #', which begins a comment in YAML; the rest is no part of it.",
        "Put the text in quotation marks, or the comment on a line of its own.",
        "notes/a.concepts.yaml:4: warning: column 13: to YAML '#3 for more' is a comment, and no part of the text before it "
        "[comment-in-text]",
        "format: deckbuild/1\ndeck: Docker\nbody:\n- point: see #3 for more\n",
        "notes/a.concepts.yaml",
    ),
    Code(
        "concepts-format",
        (ERROR,),
        "The model does not say that it is one, or is of a format that this version does not read.",
        "Begin the file with 'format: deckbuild/1'.",
        "notes/a.concepts.yaml:1: error: no 'format' is given [concepts-format]",
        "deck: Docker\n",
        "notes/a.concepts.yaml",
    ),
    Code(
        "concepts-invalid",
        (ERROR,),
        "The model is YAML, but holds something that a concept model does not have.",
        "Mend it at the line and column that are named; 'deckbuild schema' prints what is allowed.",
        "notes/a.concepts.yaml:4: error: column 3: no kind of block among 'pont' [concepts-invalid]",
        "format: deckbuild/1\ndeck: Docker\nbody:\n- pont: It runs containers.\n",
        "notes/a.concepts.yaml",
    ),
    Code(
        "concepts-yaml",
        (ERROR,),
        "The model is not YAML.",
        "Mend it at the line and column that are named; text with ': ' or a leading '*', '[' or '#' wants quotation "
        "marks.",
        "notes/a.concepts.yaml:2: error: not YAML, column 13: there is a second ': ' in this line [concepts-yaml]",
        "format: deckbuild/1\ndeck: Docker: the basics\n",
        "notes/a.concepts.yaml",
    ),
    Code(
        "model-preferred",
        (INFO,),
        "A concept model stands beside the note of its name and is built instead of it.",
        "Nothing need be done; delete the model to build the note again.",
        "notes/a.md: info: a.concepts.yaml beside it is built instead of this note [model-preferred]",
        "format: deckbuild/1\nsource: notes/a.md\ndeck: Docker\nbody:\n- point: It runs containers.\n",
        "notes/a.concepts.yaml",
        where="beside notes/a.md",
    ),
)
