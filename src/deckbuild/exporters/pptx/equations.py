"""A formula that stands alone: a shape of its own for PowerPoint, and beside it the picture that other programs show."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from msgspec.structs import replace

from ...formulas.picture import Drawn, Order, drawn
from ...plan.slides.grid import pitch
from ...plan.slides.page import Formula, Page, Para, Rect, Shape, Span
from .drawing import attribute, shape_xml, transform
from .formulas import CHOICE, list_style, looks, mathematics
from .pen import Pen


def alone(shape: Shape) -> Span | None:
    """The formula that a shape is there for."""
    match shape.paras:
        case (Para(spans=(Span(formula=Formula(block=True)) as found,)),):
            return found
        case _:
            return None


def pictures(pages: Iterable[Page], ink: str) -> dict[Span, Drawn]:
    """The pictures of all formulas that stand alone, in a colour `RRGGBB`."""
    found = list(dict.fromkeys(_alone_on(pages)))
    orders = [Order(span.formula.tree, span.look.size, ink) for span in found if span.formula]
    return {span: each for span, each in zip(found, drawn(orders), strict=True) if each}


def _alone_on(pages: Iterable[Page]) -> Iterator[Span]:
    for page in pages:
        for box in page.boxes:
            if isinstance(box, Shape) and (span := alone(box)):
                yield span


def equation_xml(shape: Shape, span: Span, number: int, pen: Pen, picture: tuple[str, Drawn] | None) -> str:
    """A shape with one formula, and its picture by the id of its relation; where there is none, its words."""
    assert span.formula is not None
    about = f'id="{number}" name={attribute(f"{shape.name} {number}")} descr={attribute(span.text)}'
    body = (
        f'<p:sp><p:nvSpPr><p:cNvPr {about}/><p:cNvSpPr txBox="1"/><p:nvPr/></p:nvSpPr>'
        f'<p:spPr>{transform(shape.rect)}<a:prstGeom prst="rect"><a:avLst/></a:prstGeom><a:noFill/></p:spPr>'
        '<p:txBody><a:bodyPr wrap="square" lIns="0" tIns="0" rIns="0" bIns="0" rtlCol="0" anchor="ctr"><a:noAutofit/>'
        f"</a:bodyPr>{list_style(looks(shape.paras), pen.fill)}"
        f'<a:p><a:pPr marL="0" indent="0" algn="l"><a:buNone/></a:pPr>{mathematics(span.formula)}</a:p></p:txBody></p:sp>'
    )
    other = _picture(shape.rect, about, *picture) if picture else shape_xml(_words(shape, span), number, pen)
    return f"{CHOICE}{body}</mc:Choice><mc:Fallback>{other}</mc:Fallback></mc:AlternateContent>"


def _words(shape: Shape, span: Span) -> Shape:
    """The same shape with what its formula says."""
    (para,) = shape.paras
    return replace(shape, paras=(replace(para, spans=(Span(span.text, span.look),), pitch=pitch(para.size)),))


def _picture(place: Rect, about: str, relation: str, picture: Drawn) -> str:
    """The picture in its own size, smaller where it has less room, at the left and in the middle of its place."""
    share = min(1.0, place.w / picture.width, place.h / picture.height)
    height = picture.height * share
    rect = Rect(place.x, place.y + (place.h - height) / 2, picture.width * share, height)
    return (
        f'<p:pic><p:nvPicPr><p:cNvPr {about}/><p:cNvPicPr><a:picLocks noChangeAspect="1"/></p:cNvPicPr><p:nvPr/>'
        f'</p:nvPicPr><p:blipFill><a:blip r:embed="{relation}"/><a:stretch><a:fillRect/></a:stretch></p:blipFill>'
        f'<p:spPr>{transform(rect)}<a:prstGeom prst="rect"><a:avLst/></a:prstGeom></p:spPr></p:pic>'
    )
