"""Codes about Markdown and the HTML in it: what cannot be read as it was meant."""

from __future__ import annotations

from .entry import INFO, WARNING, Code

CODES = (
    Code(
        "html-dropped",
        (WARNING,),
        "An element whose content is not for readers, such as a script, is left out with all that is in it.",
        "Write what a reader should see; save a drawing as a picture and refer to it.",
        "notes/a.md:3: warning: <script> is left out with all that is in it [html-dropped]",
        "# Docker\n\n<script>alert(1)</script>\n\nIt runs containers.\n",
    ),
    Code(
        "html-embedded",
        (INFO,),
        "A film, a sound or a page within the page cannot be shown; its address stands in its place.",
        "Nothing need be done; a picture with a link would show more.",
        "notes/a.md:3: info: <iframe> cannot be shown; the address https://example.org/v stands in its place "
        "[html-embedded]",
        '# Docker\n\n<iframe src="https://example.org/v"></iframe>\n',
    ),
    Code(
        "html-too-deep",
        (WARNING,),
        "HTML elements lie within each other so deeply that the innermost are read as part of those around them.",
        "Flatten the HTML.",
        "notes/a.md:3: warning: <blockquote> is nested too deeply; it is read as part of what is around it [html-too-deep]",
        where="fifty <blockquote> in one another",
    ),
    Code(
        "html-unclosed",
        (WARNING,),
        "An element that would swallow the rest of the note is never closed.",
        "Close it where it ends.",
        "notes/a.md:3: warning: <script> is never closed [html-unclosed]",
        "# Docker\n\n<script>\n\nIt runs containers.\n",
    ),
    Code(
        "html-unclosed-comment",
        (WARNING,),
        "A comment is never closed; what follows is read as text.",
        "Close it with -->",
        "notes/a.md:3: warning: this comment is never closed; what follows is read as text [html-unclosed-comment]",
        "# Docker\n\n<!-- to do\n\nIt runs containers.\n",
    ),
    Code(
        "html-unknown",
        (INFO,),
        "What looks like an HTML tag is none that notes use; it is read as text.",
        "Nothing need be done; in backticks it is shown as code.",
        "notes/a.md:3: info: <your-name> is no HTML tag that notes use; it is read as text [html-unknown]",
        "# Docker\n\n<your-name>\nstands for the name of your account.\n",
    ),
    Code(
        "image-nowhere",
        (WARNING,),
        "An <img> does not say which picture it shows; only its alternative text is read.",
        "Name the file in src.",
        "notes/a.md:3: warning: <img> names no picture [image-nowhere]",
        '# Docker\n\n<img alt="layers">\n',
    ),
    Code(
        "inline-too-intricate",
        (WARNING,),
        "A paragraph is too long, or has too many marks, to be read as Markdown; it is taken letter by letter.",
        "Break it into several paragraphs.",
        "notes/a.md:3: warning: this text is too long or has too many marks to be read as Markdown; it is taken as "
        "it is [inline-too-intricate]",
        where="a paragraph of 4,000 asterisks",
    ),
    Code(
        "long-row",
        (INFO,),
        "A row has more cells than the head of its table; the table is widened so that nothing is lost.",
        "Give the table as many columns, or write \\| for a pipe that is text.",
        "notes/a.md:5: info: this row has 3 cells and the head of its table 2 [long-row]",
        "# Docker\n\n| a | b |\n|---|---|\n| 1 | 2 | 3 |\n",
    ),
    Code(
        "no-table",
        (INFO,),
        "Lines look like a table, but its head and the rule below it have not as many cells; they are read as text.",
        "Give both as many cells; write \\| for a pipe that is text.",
        "notes/a.md:3: info: this looks like a table, but its head has 3 cells and the rule 2 [no-table]",
        "# Docker\n\n| a | b | c |\n|---|---|\n| 1 | 2 | 3 |\n",
    ),
    Code(
        "quoted-link-target",
        (WARNING,),
        "The address of a link stands in quotation marks, which makes it a title; it is read as the address.",
        "Take the quotation marks away.",
        "notes/a.md:3: warning: the link target https://docker.com stands in quotation marks [quoted-link-target]",
        '# Docker\n\nSee [the site]("https://docker.com").\n',
    ),
    Code(
        "too-deep",
        (WARNING,),
        "Lines are nested so deeply in lists or quotes that they are read as if they were not.",
        "Flatten the list.",
        "notes/a.md:23: warning: these lines are nested deeper than 40 levels and are read as if they were not [too-deep]",
        where="a list of 300 levels",
    ),
    Code(
        "unclosed-fence",
        (WARNING,),
        "A fence is never closed, or far below where it seems to have been meant: what follows is read as code.",
        "Close it with the mark that it opens with, as often.",
        "notes/a.md:3: warning: the fence ``` that opens here is never closed; line 5 has ~~~ [unclosed-fence]",
        "# Docker\n\n```\ndocker ps\n~~~\n\nIt lists containers.\n",
    ),
    Code(
        "unused-link",
        (INFO,),
        "The address of a link is defined, but no link refers to it: a reader sees nothing of it.",
        "Write [text][label] where the link belongs.",
        "notes/a.md:5: info: no link refers to [docs] [unused-link]",
        "# Docker\n\nIt runs containers.\n\n[docs]: https://docs.docker.com\n",
    ),
)
