"""Codes about what a note says: its front matter, headings, lists and marks."""

from __future__ import annotations

from .entry import INFO, WARNING, Code

CODES = (
    Code(
        "duplicate-title",
        (INFO,),
        "Two sections have the same title.",
        "Nothing need be done: their ids differ. A title of its own would tell them apart on slides and cards.",
        "notes/a.md:7: info: the title 'Network' stands at line 3 too [duplicate-title]",
        "# Docker\n\n## Network\n\n- bridge is the default\n\n## Network\n\n- host shares that of the machine\n",
    ),
    Code(
        "empty-heading",
        (INFO,),
        "A heading has no words; what stands below it belongs to the section before.",
        "Write what the section is about, or delete the heading.",
        "notes/a.md:5: info: this heading has no words; what stands below it belongs to the section before [empty-heading]",
        "# Docker\n\nIt runs containers.\n\n##\n\n- an image is a set of layers\n",
    ),
    Code(
        "empty-list",
        (WARNING,),
        "A list of a concept model has no items, as may happen when a model is edited by hand.",
        "Give it items, or delete it from the model.",
        "notes/a.concepts.yaml:4: warning: this list has no items [empty-list]",
        "format: deckbuild/1\ndeck: Docker\nbody:\n- list: []\n",
        "notes/a.concepts.yaml",
    ),
    Code(
        "empty-note",
        (INFO,),
        "The note holds nothing to build from, so no file is made of it.",
        "Nothing need be done; write the note, or begin its name with '_' to have it passed over.",
        "notes/a.md: info: there is nothing in this note to build from [empty-note]",
        "---\ntags: docker\n---\n",
    ),
    Code(
        "empty-section",
        (INFO,),
        "Nothing stands below a heading.",
        "Write what belongs there, or delete the heading.",
        "notes/a.md:5: info: nothing stands below 'Volumes' [empty-section]",
        "# Docker\n\nIt runs containers.\n\n## Volumes\n",
    ),
    Code(
        "footnote-missing",
        (WARNING,),
        "A mark leads to a footnote that the note does not have; it is read as text.",
        "Write the footnote, or correct its label.",
        "notes/a.md:3: warning: nothing says what the footnote [^1] is [footnote-missing]",
        "# Docker\n\nIt runs containers[^1].\n",
    ),
    Code(
        "footnote-unused",
        (INFO,),
        "Nothing in the note refers to a footnote; it is kept where it stands.",
        "Write its mark where it belongs, or delete it.",
        "notes/a.md:5: info: no text refers to the footnote [^1] [footnote-unused]",
        "# Docker\n\nIt runs containers.\n\n[^1]: since 2013\n",
    ),
    Code(
        "front-matter",
        (WARNING,),
        "The lines between the two '---' at the top are not YAML; its keys are read one by one, and what cannot be read is kept as text.",
        "Mend the line that is named: text with ': ' or a leading '[', '*' or '#' wants quotation marks.",
        "notes/a.md:2: warning: column 14: the front matter is not YAML: there is a second ': ' in this line "
        "[front-matter]",
        "---\ntitle: Docker: the basics\n---\n\n# Docker\n\nIt runs containers.\n",
    ),
    Code(
        "legend-detected",
        (INFO,),
        "Lines before the first section show the marks of the note; they are its legend and become no cards.",
        "Nothing need be done; if they are content, put a heading above them.",
        "notes/a.md:3: info: these lines show the marks of this note; they are read as its legend, not as content "
        "[legend-detected]",
        "# Docker\n\n**강조**\n\n_예제_\n\n## Image\n\n- an image is a set of layers\n",
    ),
    Code(
        "stray-backtick-in-code",
        (WARNING,),
        "A command holds a single backtick, which a shell would wait for the end of; it is kept as it is.",
        "Remove the backtick.",
        "notes/a.md:4: warning: a single backtick stands in this command; it is kept as it is [stray-backtick-in-code]",
        "# Docker\n\n```sh\ndocker ps -a`\n```\n",
    ),
    Code(
        "text-lost",
        (WARNING,),
        "Words that a reader of the note sees are not in its concept model, so no output can show them.",
        "Write the passage as plain Markdown; please report it as well, since a passage should never be lost.",
        "notes/a.md:3: warning: these words are not in the concept model: read only layers [text-lost]",
        where="a passage that deckbuild cannot read",
    ),
    Code(
        "unknown-order",
        (WARNING,),
        "A comment begins with 'deckbuild:', but what follows is no order.",
        "The orders are skip, sheet keep, sheet skip, slide break and slide skip.",
        "notes/a.md:3: warning: 'slide brake' is no order to deckbuild [unknown-order]",
        "# Docker\n\n<!-- deckbuild: slide brake -->\n\nIt runs containers.\n",
    ),
)
