"""Figures: what does this picture show?"""

from __future__ import annotations

import re
from collections.abc import Iterator

from ...model import Figure, RichText
from .model import Card, Image, Text
from .phrases import echoes, name, says, short
from .spots import Spot
from .vocabulary.patterns import any_case, any_of, one_of

MAX_CAPTION = 120
"""Weight of a caption that can be an answer."""
_DESCRIBES = any_of(
    r"^(?!.*\d)(?=(?:[^가-힣ぁ-ヺ一-鿿]*[가-힣ぁ-ヺ一-鿿]){3})",
    r"^(?!.*\d)\w+(?:\W+\w+){3,}",
)
"""An alternative text that says what there is to see: words, not a number in a row or the name of a thing."""
_CREDIT = any_case(
    r"^\W*(?:출처|사진\s?출처|이미지\s?출처|참고|source|credits?|via|出典|来源|來源|图源)\s*[:： ]",
    r"[:：]\s*$|://",
    r"\b(?:status|badge|logo)$",
)
"""Where a picture is from, or a badge: nothing that it shows."""
_SCREEN = any_case(
    r"^\W*"
    + one_of(
        r"screen\s?shots?|screen recording|logo|banner|demo",
        r"스크린\s?샷|화면 캡처|로고",
        r"截图|截圖|スクリーンショット",
    )
    + r"\b",
    r"(?:실행|출력|콘솔)\s?(?:결과|출력|화면)\W*$",
    r"^\W*(?:결과|출력|화면)\W*$",
    r"^\W*(?:output|results?)\W*$",
    r"(?:예시?|예제|examples?|例)\W*$",
    r"\b(?:demo|overview|visuali[sz]ation)\W*$|^\W*(?:another |an )?example\b",
)
"""A picture of a program, or the sign of a project."""
_ASKING = any_case(
    r"^\W*(?:what|how|why|which|when|where|who)\b",
    r"^\W*(?:왜|무엇|어떻게|どう|なぜ|何|怎么|如何|为什么)",
)
"""What a picture answers is not what it shows."""
_FILE_NAME = re.compile(r"^[\w@-]*(?:[-_]\w+|\d|\.\w{3,4})$|^[\w@, -]*[A-Za-z]\d+$", re.ASCII)


def pictures(spot: Spot) -> Iterator[Card]:
    """A picture whose caption is its own: not a title above it, nor that of another picture."""
    block = spot.block
    if (
        not isinstance(block, Figure)
        or block.src not in spot.context.survey.pictures
        or not short(block.caption, MAX_CAPTION)
    ):
        return
    caption = name(block.caption)
    titles = (*spot.context.titles[:1], *spot.context.titles[-1:], *spot.context.labels[-1:])
    file = block.src.rpartition("/")[2].rpartition(".")[0]
    alone = block.caption.plain == block.alt and (not _DESCRIBES.search(caption) or echoes(file, caption, len(caption)))
    shared = alone or len(spot.context.survey.captions.get(caption, ())) > 1
    if (
        not shared
        and not _FILE_NAME.match(caption)
        and not _CREDIT.search(caption)
        and not _ASKING.search(caption)
        and not _SCREEN.search(caption)
        and not any(says(name(title), caption) for title in titles)
    ):
        yield Card(
            kind="figure",
            key=spot.key("figure", block.src),
            prompt=RichText.of(spot.context.asks.figure),
            shown=(Image(block.src),),
            answer=(Text(block.caption),),
            place=block.place,
        )
