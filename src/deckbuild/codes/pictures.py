"""Codes about pictures: what a note refers to and what is there."""

from __future__ import annotations

from .entry import ERROR, INFO, WARNING, Code

CODES = (
    Code(
        "duplicate-caption",
        (WARNING,),
        "One caption stands under two different pictures, so that it says nothing about either.",
        "Give each picture a caption of its own.",
        "notes/a.md:5: warning: the caption 'layers' stands under another picture too (line 3) [duplicate-caption]",
        "# Docker\n\n![layers](a.png)\n\n![layers](b.png)\n",
    ),
    Code(
        "figure-missing",
        (WARNING,),
        "There is no picture at the path that the note names; a placeholder is shown in its place.",
        "Put the picture there or mend the path, which is relative to the note. Pictures outside of the project are not read.",
        "notes/a.md:3: warning: no image at 'layers.png' [figure-missing]",
        "# Docker\n\n![layers](layers.png)\n",
    ),
    Code(
        "figure-remote",
        (WARNING,),
        "A picture is on the web; nothing is fetched from there, so that slides link to it and other outputs show a placeholder.",
        "Save the picture beside the note and refer to that file.",
        "notes/a.md:3: warning: the image https://example.org/layers.png is not fetched from the web [figure-remote]",
        "# Docker\n\n![layers](https://example.org/layers.png)\n",
    ),
    Code(
        "figure-still",
        (INFO,),
        "A moving picture is too long to be made a GIF, which is what slides and cards play; its first frame is shown.",
        "Save it as GIF, with fewer frames or smaller.",
        "notes/a.md:3: info: of 'layers.webp' only the first frame is shown [figure-still]",
        "# Docker\n\n![layers](layers.webp)\n",
        where="an animation of a hundred large frames",
    ),
    Code(
        "figure-unreadable",
        (WARNING,),
        "A picture is there and cannot be shown: it is damaged, or in a format that is not known.",
        "Save it as PNG or JPEG.",
        "notes/a.md:3: warning: the image 'a.md' cannot be shown: its format is not known [figure-unreadable]",
        "# Docker\n\n![layers](a.md)\n",
    ),
    Code(
        "image-ambiguous",
        (INFO,),
        "A picture is named without a folder, and several are called so; the nearest is shown.",
        "Write the path from the note.",
        "notes/a.md:3: info: 'layers.png' may be notes/b/layers.png or notes/c/layers.png; the nearest is shown "
        "[image-ambiguous]",
        "# Docker\n\n![layers](layers.png)\n",
        where="a layers.png in notes/b and in notes/c",
    ),
    Code(
        "image-case",
        (INFO,),
        "The file of a picture is written in other letter case than in the note; it is shown all the same.",
        "Write it alike: Linux and GitHub do not find it.",
        "notes/a.md:3: info: the image is 'notes/layers.png' on disk, in other letter case than 'Layers.PNG' [image-case]",
        "# Docker\n\n![layers](Layers.PNG)\n",
        where="notes/layers.png on disk",
    ),
    Code(
        "image-in-text",
        (INFO,),
        "A picture stands in a cell of a table, in a heading or within another text: a slide has its words alone there.",
        "Put it into a line of its own, below the table or the heading.",
        "notes/a.md:3: info: the picture 'logo.png' is shown by its words alone on slides, since it stands within text "
        "[image-in-text]",
        "# Docker\n\n| engine | logo |\n|---|---|\n| Docker | ![whale](logo.png) |\n",
        call="slides",
    ),
    Code(
        "picture-unreadable",
        (ERROR,),
        "A picture could be read and cannot be turned into a form that PowerPoint takes; the slide is without it.",
        "Save it again as PNG.",
        "notes/a.md: error: 'layers.png' cannot be converted [picture-unreadable]",
        "# Docker\n\n## Image\n\n![layers](layers.png)\n",
        call="slides",
        where="a picture that breaks while it is converted",
    ),
    Code(
        "svg-html",
        (WARNING,),
        "Text of a drawing is HTML (`foreignObject`), which browsers show and slides, cards and paper do not.",
        "Save it with plain text (draw.io: no formatted text; Mermaid: `htmlLabels: false`), or as PNG.",
        "notes/a.md:3: warning: the drawing 'layers.svg' has text as HTML, which only browsers show: 'read only' [svg-html]",
        "# Docker\n\n![layers](layers.svg)\n",
        where="a drawing with HTML in it",
    ),
    Code(
        "svg-letters",
        (INFO,),
        "A drawing has letters that are in none of the fonts which pictures are made with; PowerPoint shows them, cards and "
        "the sheet do not.",
        "Save it with its text as paths, or as PNG.",
        "notes/a.md:3: info: no font for pictures has ⵣ, which 'layers.svg' shows [svg-letters]",
        "# Docker\n\n![layers](layers.svg)\n",
        where="a drawing with a letter of Tifinagh",
    ),
    Code(
        "svg-outside",
        (WARNING,),
        "A drawing takes a picture, a style or a text from another file or from the web; it is shown without, since nothing "
        "is loaded for it.",
        "Embed what it takes from elsewhere when you save it.",
        "notes/a.md:3: warning: the drawing 'layers.svg' is shown without what it takes from elsewhere: "
        "https://example.org/disk.png [svg-outside]",
        "# Docker\n\n![layers](layers.svg)\n",
        where="a drawing that names a picture on the web",
    ),
)
