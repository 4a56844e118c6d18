"""Boxes of a slide → DrawingML, as strings: ten times faster than building each element through an API.

Colours are always theme colours and sizes are in points times a hundred; geometry is EMU, 12,700 to the point
(ECMA-376 §20.1.2.1). The order of elements is that of the schema; PowerPoint repairs a file that departs from it.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from functools import lru_cache
from itertools import zip_longest
from types import MappingProxyType
from urllib.parse import quote, urlsplit
from xml.sax.saxutils import escape, quoteattr

from msgspec.structs import replace

from ...plan.measure import parts_words
from ...plan.slides.page import Bullet, Look, Para, Rect, Rule, Shape, Span
from .formulas import TEXT_FACE, Looks, in_scripts, inset, list_style, looks
from .pen import LINK, Pen

NAMESPACES = (
    'xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main" '
    'xmlns:p="http://schemas.openxmlformats.org/presentationml/2006/main" '
    'xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships"'
)
HEADER = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
_FORBIDDEN = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\ud800-\udfff\ufffe\uffff]")
_WORDS = re.compile(r"\s+|\S+\s*")
_SPECIAL = re.compile("[&<>\x00-\x08\x0b\x0c\x0e-\x1f\ud800-\udfff\ufffe\uffff]")


def emu(points: float) -> int:
    """Points in English Metric Units."""
    return round(points * 12700)


def text(value: str) -> str:
    """Letters for an element: escaped, and without what XML forbids."""
    return escape(_FORBIDDEN.sub("", value)) if _SPECIAL.search(value) else value


def attribute(value: str) -> str:
    """Letters for an attribute, quotes included."""
    return quoteattr(_FORBIDDEN.sub("", value))


def transform(rect: Rect, tag: str = "a") -> str:
    """Where a shape stands."""
    place = f'<a:off x="{emu(rect.x)}" y="{emu(rect.y)}"/><a:ext cx="{emu(rect.w)}" cy="{emu(rect.h)}"/>'
    return f"<{tag}:xfrm>{place}</{tag}:xfrm>"


FAR_MARGIN = 6.0
"""Points kept free where lines from right to left end: LibreOffice (7.4, seen) lets a CJK letter there stand out by 4."""
_LEFTWARD = re.compile("[\u0590-\u08ff\ufb1d-\ufdff\ufe70-\ufefc]")
_HEBREW = re.compile("[\u0590-\u05ff\ufb1d-\ufb4f]")


def language(letters: str, default: str) -> str:
    """The language of a run by its script: it decides which font is taken and how lines break."""
    if letters.isascii():
        return "en-US"
    if re.search("[\u1100-\u11ff\u3130-\u318f\uac00-\ud7af]", letters):
        return "ko-KR"
    if re.search("[\u3040-\u30ff]", letters):
        return "ja-JP"
    if re.search("[\u3400-\u9fff\uf900-\ufaff]", letters):
        return {"ko": "ko-KR", "ja": "ja-JP"}.get(default, "zh-CN")
    if found := _LEFTWARD.search(letters):
        return "he-IL" if _HEBREW.match(found[0]) else "ar-SA"
    return "en-US"


def web_address(href: str) -> str:
    """An address that may stand in a package (a URI by RFC 3986), or nothing."""
    try:
        parts = urlsplit(href.strip())
    except ValueError:
        return ""
    named = parts.netloc if parts.scheme in ("http", "https") else parts.path if parts.scheme == "mailto" else ""
    return quote(href.strip(), safe="%/:?#[]@!$&'()*+,;=~-._") if named and "\\" not in href else ""


def run(span: Span, pen: Pen, face: str = "") -> str:
    """A run with its properties; a line break for a newline.

    A link has a run for each of its words: LibreOffice (7.4, seen) breaks the run of a link in the middle of a word.
    """
    if span.text == "\n":
        return f"<a:br>{properties(span.look, 'en-US', pen)}</a:br>"
    click = _click(span, pen)
    props = properties(span.look, language(span.text, pen.language), pen, click=click, face=face)
    words = _WORDS.findall(span.text) if click and " " in span.text else (span.text,)
    return "".join(f"<a:r>{props}<a:t>{text(word)}</a:t></a:r>" for word in words)


def _click(span: Span, pen: Pen) -> str:
    """Where a click on a run leads: to an address, or to another slide (ECMA-376 §21.1.2.3.5)."""
    if href := web_address(span.href):
        return _link(f'r:id="{pen.link(href)}"', pen)
    target = pen.page(span.link) if span.link else ""
    return _link(f'r:id="{target}" action="ppaction://hlinksldjump"', pen) if target else ""


def _link(target: str, pen: Pen) -> str:
    """A link in the theme's colour, or where that cannot be read in its own (MS-ODRAWXML §2.27, `hlinkClr`)."""
    if pen.paints["link"] == LINK:
        return f"<a:hlinkClick {target}/>"
    return (
        f'<a:hlinkClick {target}><a:extLst><a:ext uri="{{A12FA001-AC4F-418D-AE19-62706E023703}}"><ahyp:hlinkClr '
        'xmlns:ahyp="http://schemas.microsoft.com/office/drawing/2018/hyperlinkcolor" val="tx"/></a:ext></a:extLst>'
        "</a:hlinkClick>"
    )


def properties(look: Look, lang: str, pen: Pen, tag: str = "rPr", click: str = "", face: str = "") -> str:
    """The properties of a run: fill, highlight, font, link, in this order."""
    flags = _flags(look, lang, pen.foreign, pen.inherits)
    fill = pen.letters(look.paint)
    marked = f"<a:highlight>{pen.paints['tint5']}</a:highlight>" if look.mark else ""
    return f"<a:{tag}{flags}>{fill}{marked}{pen.font(look.mono, lang, face)}{click}</a:{tag}>"


@lru_cache(maxsize=1024)
def _flags(look: Look, lang: str, foreign: bool, inherits: bool) -> str:
    """The attributes of a run's properties. A deck has few looks and very many runs."""
    return "".join(
        (
            f' lang="{lang}"',
            ' altLang="en-US"' if lang != "en-US" else "",
            f' sz="{round(look.size * 100)}"',
            "" if inherits else f' b="{int(look.bold)}"',
            ' i="1"' if look.italic else "",
            ' u="sng"' if look.underline else ' u="dottedHeavy"' if look.dotted else "",
            ' strike="sngStrike"' if look.strike else "",
            ' cap="none"' if foreign and not inherits else "",
            f' spc="{0 if inherits else round(look.tracking * 100)}"' if look.tracking or foreign else "",
            f' baseline="{look.shift * 1000}"' if look.shift else "",
            ' dirty="0"',
        )
    )


def paragraph(para: Para, pen: Pen, maths: Looks = MappingProxyType({}), left: str = "") -> str:
    """A paragraph with exact line spacing: proportional spacing depends on the font that happens to be there.

    `maths` is how formulas look that stand in it, `left` how it is said that it begins at the left.
    """
    side = {"left": left, "center": "ctr", "right": "r"}[para.align]
    attributes, spacing = _set((para.left, para.hang, para.level, side, para.pitch, para.before), _from_the_right(para))
    face = TEXT_FACE if maths else ""
    runs = "".join(
        inset(span, para.level, maths, _said(span, pen, face)) if span.formula else run(span, pen, face)
        for span in _spaced(para.spans)
    )
    end = properties(_end_look(para), "en-US", pen, "endParaRPr") if not para.spans else ""
    return f"<a:p><a:pPr{attributes}>{spacing}{bullet(para.bullet, pen)}</a:pPr>{runs}{end}</a:p>"


def _from_the_right(para: Para) -> bool:
    """Whether a paragraph begins with a letter that is read from right to left."""
    first = next((span.text.lstrip()[:1] for span in para.spans if span.text.strip()), "")
    return bool(_LEFTWARD.match(first))


@lru_cache(maxsize=1024)
def _set(measures: tuple[float, float, int, str, float, float], rtl: bool) -> tuple[str, str]:
    """How a paragraph stands (left, hang, level, `algn`, pitch, before): its attributes, and its exact spacing."""
    left, hang, level, side, pitch, before = measures
    align = "r" if rtl and side in ("", "l") else side
    attributes = "".join(
        (
            f' marL="{emu(left)}" indent="{-emu(hang)}"',
            f' lvl="{level}"' if level else "",
            f' algn="{align}"' if align else "",
            f' marR="{emu(FAR_MARGIN)}" rtl="1"' if rtl else "",
            ' eaLnBrk="0" hangingPunct="0"',
        )
    )
    spacing = (
        f'<a:lnSpc><a:spcPts val="{round(pitch * 100)}"/></a:lnSpc>'
        f'<a:spcBef><a:spcPts val="{round(before * 100)}"/></a:spcBef><a:spcAft><a:spcPts val="0"/></a:spcAft>'
    )
    return attributes, spacing


def _said(span: Span, pen: Pen, face: str) -> str:
    """The run of a span, or the runs of a formula's words."""
    return "".join(run(part, pen, face) for part in in_scripts(span))


def _end_look(para: Para) -> Look:
    return Look(para.size)


def _spaced(spans: Sequence[Span]) -> Iterable[Span]:
    """Spans with a space before each break, so that words stay apart when text is copied or read aloud."""
    for span, after in zip_longest(spans, spans[1:]):
        before_break = after is not None and after.text == "\n" and parts_words(span.text[-1:])
        yield replace(span, text=span.text + " ") if before_break else span


def bullet(each: Bullet | None, pen: Pen) -> str:
    """What hangs before a paragraph; none is said outright, so that no master adds one."""
    if each is None:
        return "<a:buNone/>"
    colour = f"<a:buClr>{pen.paints[each.paint]}</a:buClr>"
    if each.number:
        return f'{colour}<a:buFont typeface="+mj-lt"/><a:buAutoNum type="arabicPlain" startAt="{each.number}"/>'
    return f'{colour}<a:buFont typeface="Arial"/><a:buChar char={attribute(each.sign)}/>'


def text_body(shape: Shape, pen: Pen, tag: str = "p") -> str:
    """The text of a shape: no autofit, since nothing shrinks until somebody edits it."""
    maths = looks(shape.paras)
    left = "l" if pen.foreign and not pen.inherits else ""
    paras = "".join(paragraph(para, pen, maths, left) for para in shape.paras) or "<a:p/>"
    style = list_style(maths, pen.fill)
    return f"<{tag}:txBody><a:bodyPr{_frame(shape, pen)}><a:noAutofit/></a:bodyPr>{style}{paras}</{tag}:txBody>"


def _frame(shape: Shape, pen: Pen) -> str:
    """How text stands in its shape; as its layout says where the pen has that from there."""
    columns = ' vert="horz" numCol="1"' if pen.foreign else ""
    if pen.inherits and not shape.rect.w:
        return columns
    left, top, right, bottom = (emu(inset) for inset in shape.insets)
    return (
        f' wrap="square" lIns="{left}" tIns="{top}" rIns="{right}" bIns="{bottom}" rtlCol="0" anchor="{shape.anchor}"'
        f"{columns}"
    )


def shape_xml(shape: Shape, number: int, pen: Pen, click: str = "", place: str = "") -> str:
    """A rectangle with text; `place` makes it a placeholder, `click` a link as a whole."""
    name = attribute(f"{shape.name or 'Shape'} {number}")
    says = any(span.text.strip() for para in shape.paras for span in para.spans)
    inner = click or ("" if says else DECORATIVE)
    box = ' txBox="1"' if not (place or shape.fill or shape.dashed) else ""
    words = text_body(shape, pen) if shape.paras else ""
    return (
        f'<p:sp><p:nvSpPr><p:cNvPr id="{number}" name={name}>{inner}</p:cNvPr><p:cNvSpPr{box}/>'
        f"<p:nvPr>{place}</p:nvPr></p:nvSpPr>"
        f"<p:spPr>{transform(shape.rect)}{_geometry(shape)}{_surface(shape, pen)}</p:spPr>{words}</p:sp>"
    )


DECORATIVE = (
    '<a:extLst><a:ext uri="{C183D7F6-B498-43B3-948B-1728B52AA6E4}"><adec:decorative '
    'xmlns:adec="http://schemas.microsoft.com/office/drawing/2017/decorative" val="1"/></a:ext></a:extLst>'
)


def _geometry(shape: Shape) -> str:
    return rounded(shape.radius, min(shape.rect.w, shape.rect.h))


def rounded(radius: float, side: float) -> str:
    """A rectangle with corners of a radius, which is said as a share of its shorter `side`, up to a half."""
    if not radius or side <= 0:
        return '<a:prstGeom prst="rect"><a:avLst/></a:prstGeom>'
    share = min(round(radius / side * 100_000), 50_000)
    return f'<a:prstGeom prst="roundRect"><a:avLst><a:gd name="adj" fmla="val {share}"/></a:avLst></a:prstGeom>'


def _surface(shape: Shape, pen: Pen) -> str:
    ground = pen.fill(shape.fill) if shape.fill else "<a:noFill/>"
    if not shape.dashed:
        return f"{ground}<a:ln><a:noFill/></a:ln>"
    return f'{ground}<a:ln w="{emu(1.25)}">{pen.fill("quiet")}<a:prstDash val="sysDash"/></a:ln>'


def rule_xml(rule: Rule, number: int, pen: Pen) -> str:
    """A line without meaning of its own."""
    place = transform(Rect(rule.x, rule.y, rule.w, 0.0))
    return (
        f'<p:cxnSp><p:nvCxnSpPr><p:cNvPr id="{number}" name="Rule {number}">{DECORATIVE}</p:cNvPr><p:cNvCxnSpPr/><p:nvPr/>'
        f'</p:nvCxnSpPr><p:spPr>{place}<a:prstGeom prst="line"><a:avLst/></a:prstGeom>'
        f'<a:ln w="{emu(rule.weight)}">{pen.fill(rule.paint)}</a:ln></p:spPr></p:cxnSp>'
    )
