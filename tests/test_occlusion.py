"""Diagrams as Anki's own image occlusion: what is hidden, that it is hidden, and that each label keeps its number."""

from __future__ import annotations

import io
import re
from functools import cache
from pathlib import Path

import pytest
from msgspec.structs import replace
from PIL import Image as Pillow
from PIL import ImageChops, ImageDraw

from deckbuild.assets import Picture
from deckbuild.build import build
from deckbuild.diagrams.masks import covered
from deckbuild.diagrams.scene import Box, Scene
from deckbuild.diagrams.screen import READ, WIDE, on_card
from deckbuild.diagrams.sources import draw, png_size, render_png, render_svg, turned
from deckbuild.diagrams.svg import MARGIN
from deckbuild.drawing import drawn_fences
from deckbuild.exporters.anki.html import occluded
from deckbuild.exporters.anki.media import fitted
from deckbuild.lock import Lock, read
from deckbuild.model import Place, RichText
from deckbuild.pictured import diagrams
from deckbuild.plan.cards import Card, plan_cards
from deckbuild.plan.cards.model import Mask, Masks
from deckbuild.readers.notes import read_note

from .examples import sampled

STACK = "- title: 도커\n  layers: [[앱 1, 앱 2], 도커 엔진, [라이브러리, 라이브러리], 호스트 OS, 인프라]\n  notes: []\n"
ANATOMY = '- [docker.io, 레지스트리, 생략 가능]\n- /\n- [ubuntu, 이미지 이름]\n- ":"\n- ["14.04", 태그]\n'
FLOW = "flowchart LR\n I[도커 이미지] --> C([컨테이너]) --> V[(볼륨)]\n C --> D{정상?}\n D --> I2[도커 이미지]\n"
SEQUENCE = "sequenceDiagram\n participant U as 사용자\n participant D as Docker\n U->>D: pull\n Note over D: 캐시\n"
STATE = "stateDiagram-v2\n [*] --> 만들어짐\n 만들어짐 --> 실행\n"
CLASSES = "classDiagram\n class 이미지 {\n  +String name\n  +build() void\n }\n <<interface>> 볼륨\n 이미지 <|-- 볼륨 : 쓴다\n"
ENTITIES = 'erDiagram\n IMAGE ||--o{ C : runs\n IMAGE {\n  string name PK\n }\n C["실행 단위"] {\n  string id\n }\n'
NEEDS = "requirementDiagram\n requirement safety {\n id: 1\n text: it is safe.\n }\n element car {\n type: thing\n }\n car - satisfies -> safety\n"
PIE = 'pie title 크기\n "ubuntu" : 42\n "alpine" : 8\n'


@cache
def scene_of(source: str, kind: str = "mermaid") -> Scene:
    scene = draw(source, kind, Place("a.mmd")).scene
    assert scene is not None
    return scene


STACK = STACK.replace("  notes: []\n", "")
SOURCES = {
    "stack": (STACK, "stack"),
    "anatomy": (ANATOMY, "anatomy"),
    "flow": (FLOW, "mermaid"),
    "sequence": (SEQUENCE, "mermaid"),
    "state": (STATE, "mermaid"),
    "class": (CLASSES, "mermaid"),
    "entities": (ENTITIES, "mermaid"),
    "needs": (NEEDS, "mermaid"),
}


def scene_named(name: str) -> Scene:
    return scene_of(*SOURCES[name])


@pytest.mark.parametrize(
    ("name", "labels"),
    [
        ("stack", {"도커 엔진": 1, "라이브러리": 2, "호스트 OS": 1, "인프라": 1}),
        ("anatomy", {"레지스트리": 1, "이미지 이름": 1, "태그": 1}),
        ("flow", {"도커 이미지": 2, "컨테이너": 1, "볼륨": 1}),
        ("sequence", {"사용자": 2, "Docker": 2}),
        ("state", {"만들어짐": 1, "실행": 1}),
        ("class", {"이미지": 1, "볼륨": 1}),
        ("entities", {"IMAGE": 1, "실행 단위": 1}),
        ("needs", {"safety": 1, "car": 1}),
    ],
)
def test_labels_that_name_a_thing_are_hidden_once_for_all_their_places(name: str, labels: dict[str, int]) -> None:
    assert {each.label.plain: len(each.boxes) for each in covered(scene_named(name))} == labels


@pytest.mark.parametrize(
    ("nodes", "labels"),
    [
        ("A[물] --> B[차] --> C[잔]", ["물", "차", "잔"]),
        ("A[가] --> B[나] --> C[노드]", ["노드"]),
        ("A[a] --> B[ㄱ] --> C[노드]", ["노드"]),
    ],
)
def test_one_letter_is_a_name_where_it_is_a_word_and_not_where_it_counts(nodes: str, labels: list[str]) -> None:
    assert [each.label.plain for each in covered(scene_of(f"flowchart LR\n {nodes}\n"))] == labels


@pytest.mark.parametrize(
    "source", [PIE, "kanban\n todo[할 일]\n  a[쓰기]\n", "gitGraph\n commit id: 'start'\n branch side\n"]
)
def test_charts_boards_and_histories_hide_nothing(source: str) -> None:
    assert covered(scene_of(source)) == ()


def test_who_takes_part_in_a_sequence_is_asked_for_where_it_is_laid_out_close() -> None:
    close = turned(SEQUENCE, "mermaid", scene_named("sequence"), Place("a.mmd"))
    assert close is not None
    assert {each.label.plain: len(each.boxes) for each in covered(close)} == {"사용자": 1, "Docker": 1}


def without_labels(scene: Scene, hidden: set[str]) -> Scene:
    """The picture without the words that are hidden."""
    if scene.raw_svg:
        words = "|".join(map(re.escape, hidden))
        return replace(scene, raw_svg=re.sub(rf">(?:{words})(?=</t(?:ext|span)>)", ">", scene.raw_svg))
    nodes = tuple(replace(n, lines=(), sublines=()) if n.label in hidden else n for n in scene.nodes)
    spans = tuple(
        replace(s, label=replace(s.label, lines=()), remark=None) if s.label.plain in hidden else s for s in scene.spans
    )
    return replace(scene, nodes=nodes, spans=spans)


def with_masks(png: bytes, scene: Scene) -> Pillow.Image:
    with Pillow.open(io.BytesIO(png)) as opened:
        picture = opened.convert("RGB")
    pen = ImageDraw.Draw(picture)
    for each in covered(scene):
        for box in each.boxes:
            corners = (
                box.x * picture.width,
                box.y * picture.height,
                box.right * picture.width,
                box.bottom * picture.height,
            )
            pen.rectangle(corners, fill="black")
    return picture


@pytest.mark.parametrize("name", sampled(SOURCES, {"anatomy", "state"}))
def test_no_pixel_of_a_hidden_word_can_be_seen(name: str) -> None:
    scene = scene_named(name)
    bare = without_labels(scene, {each.label.plain for each in covered(scene)})
    assert render_svg(bare) != render_svg(scene)
    shown, hidden = with_masks(render_png(scene), scene), with_masks(render_png(bare), scene)
    assert shown.size == hidden.size
    apart = max(most for _, most in ImageChops.difference(shown, hidden).getextrema())
    assert apart <= 24, "the palettes of two pictures differ by so much, and letters by far more"


def plan(text: str) -> list[Card]:
    deck = read_note(text, "notes/a.md").deck
    pictures, _ = drawn_fences(diagrams(deck), deck.source)
    return [card for card in plan_cards(deck, pictures).cards if card.kind == "occlusion"]


def note(source: str, kind: str = "stack", title: str = "도커 구조") -> str:
    return f"# 컴퓨터\n\n## {title}\n\n```{kind}\n{source}```\n"


def test_a_diagram_is_one_note_with_a_card_for_each_label() -> None:
    (card,) = plan(note(STACK))
    assert (card.note_type, card.count, card.cue) == ("occlusion", 4, "가려진 계층은?")
    (masks,) = card.shown
    assert isinstance(masks, Masks)
    assert [(mask.number, mask.text.plain) for mask in masks.masks] == list(enumerate(covered_names("stack"), 1))


def covered_names(name: str) -> list[str]:
    return [each.label.plain for each in covered(scene_named(name))]


def test_a_label_that_the_heading_tells_is_not_asked_for() -> None:
    (card,) = plan(note(STACK, title="호스트 OS"))
    assert card.count == 3


@pytest.mark.parametrize(("labels", "asked"), [(1, 0), (2, 2), (15, 15), (16, 0)])
def test_a_picture_is_asked_for_where_it_has_from_two_to_fifteen_labels(labels: int, asked: int) -> None:
    words = ["apple", "bread", "chair", "door", "engine", "flower", "garden", "house", "island", "jacket", "kettle"]
    names = [*words, "lamp", "mirror", "needle", "oven", "pillow"][:labels]
    made = plan(note("".join(f"- {name}\n" for name in names)))
    assert [len(card.shown[0].masks) for card in made if isinstance(card.shown[0], Masks)] == ([asked] if asked else [])


def test_an_image_without_a_source_gives_no_masks() -> None:
    deck = read_note("# T\n\n![A thing that has parts](a.png)\n", "a.md").deck
    pictures = {"a.png": Picture("a.png", "a.png", b"", 10, 10, "png")}
    assert [card.kind for card in plan_cards(deck, pictures).cards if card.kind == "occlusion"] == []


def test_masks_are_written_as_anki_does() -> None:
    masks = Masks("a", (Mask(RichText.of("x"), ((0.25, 0.5, 0.1, 1.0), (0.0, 0.5, 0.1, 0.2)), 2),))
    assert occluded(masks) == (
        "{{c2::image-occlusion:rect:left=.25:top=.5:width=.1:height=1:oi=1}}<br>"
        "{{c2::image-occlusion:rect:left=0:top=.5:width=.1:height=.2:oi=1}}"
    )


def built(root: Path, text: str) -> Lock:
    (root / "notes").mkdir(exist_ok=True)
    (root / "notes" / "a.md").write_text(text, "utf-8")
    build(["notes/a.md"], None, ["anki"], root)
    return read((root / "deckbuild.lock").read_text("utf-8"))


def test_a_label_keeps_its_number_whatever_happens_to_another(tmp_path: Path) -> None:
    """In the lock, so that the history of its card stays its own."""
    first = built(tmp_path, note(STACK))
    ((guid, before),) = ((g, c) for g, c in first.cards.items() if c.type == "occlusion")
    assert before.blanks == {"도커 엔진": 1, "라이브러리": 2, "호스트 os": 3, "인프라": 4}
    after = built(tmp_path, note(STACK.replace("[라이브러리, 라이브러리], ", ""))).cards[guid]
    assert after.blanks == before.blanks, "what is gone is remembered, lest another get its number"
    again = built(tmp_path, note(STACK.replace("인프라", "펌웨어, 인프라"))).cards[guid]
    assert again.blanks == {**before.blanks, "펌웨어": 5}


@pytest.mark.real
def test_a_source_beside_its_picture_may_change_more(tmp_path: Path) -> None:
    (tmp_path / "notes").mkdir()
    source = tmp_path / "notes" / "s.stack.yaml"
    source.write_text(STACK, "utf-8")
    text = "# 컴퓨터\n\n## 도커 구조\n\n![image](s.png)\n"
    ((guid, _),) = ((g, c) for g, c in built(tmp_path, text).cards.items() if c.type == "occlusion")
    source.write_text(STACK.replace("도커 엔진", "컨테이너 런타임").replace("호스트 OS", "커널"), "utf-8")
    after = built(tmp_path, text).cards[guid]
    assert (after.blanks["라이브러리"], after.blanks["인프라"]) == (2, 4)
    assert {after.blanks["컨테이너 런타임"], after.blanks["커널"]} == {5, 6}


@pytest.mark.real
def test_a_label_that_is_written_otherwise_keeps_its_number(tmp_path: Path) -> None:
    first = built(tmp_path, note(STACK))
    ((guid, _),) = ((g, c) for g, c in first.cards.items() if c.type == "occlusion")
    after = built(tmp_path, note(STACK.replace("도커 엔진", "도커 엔진(dockerd)"))).cards[guid]
    assert after.blanks["도커 엔진(dockerd)"] == 1


def test_a_picture_without_a_source_is_asked_by_the_boxes_beside_it(tmp_path: Path) -> None:
    (tmp_path / "notes").mkdir()
    Pillow.new("RGB", (200, 100), "teal").save(tmp_path / "notes" / "cell.png")
    boxes = tmp_path / "notes" / "cell.boxes.yaml"
    boxes.write_text("- [핵, 10, 20, 30, 40]\n- [세포막, 50, 0, 25, 50%]\n- [핵, 0, 0, 5, 5]\n", "utf-8")
    lock = built(tmp_path, "# 생물\n\n## 세포\n\n![image](cell.png)\n")
    (card,) = (card for card in lock.cards.values() if card.type == "occlusion")
    assert card.blanks == {"핵": 1, "세포막": 2}
    boxes.write_text("boxes:\n  - [핵, 10, 20, 30]\n  - [막, 90, 0, 25, 50]\n", "utf-8")
    said = build(["notes/a.md"], None, [], tmp_path).diagnostics
    assert [str(each).split("\n")[0] for each in said if each.code == "diagram-shape"] == [
        "notes/cell.boxes.yaml:2: error: a box is [label, left, top, width, height] (column 5) [diagram-shape]",
        "notes/cell.boxes.yaml:3: error: this box does not lie within the picture (column 5) [diagram-shape]",
    ]


WIDE_FLOW = "flowchart LR\n 요청[브라우저의 요청] --> 분산[부하 분산기] --> 서버[응용 서버] --> 저장[(데이터베이스)]\n"
WIDE_STRING = (
    "- [https, 규약]\n- ://\n- [www.example.org, 호스트 이름]\n- [':8080', 포트, 생략 가능]\n- [/docs/index, 경로]\n"
)


@pytest.mark.parametrize(("source", "kind"), [(WIDE_FLOW, "mermaid"), (WIDE_STRING, "anatomy")])
def test_a_wide_diagram_is_laid_out_for_the_screen_of_a_phone(source: str, kind: str) -> None:
    deck = read_note(note(source, kind), "notes/a.md").deck
    (picture,) = drawn_fences(diagrams(deck), deck.source)[0].values()
    assert picture.scene
    shown = on_card(picture.scene, picture.turned)
    assert picture.scene.smallest * WIDE / picture.scene.width < READ
    assert shown.smallest * WIDE / (shown.width + 2 * MARGIN) >= READ
    assert on_card(scene_named("stack"), None) is scene_named("stack"), "what can be read is as its author wrote it"


def test_masks_lie_on_the_picture_that_the_card_shows() -> None:
    deck = read_note(note(WIDE_FLOW, "mermaid"), "notes/a.md").deck
    (picture,) = drawn_fences(diagrams(deck), deck.source)[0].values()
    assert picture.scene
    shown = on_card(picture.scene, picture.turned)
    (card,) = plan(note(WIDE_FLOW, "mermaid"))
    (masks,) = card.shown
    assert isinstance(masks, Masks)
    boxes = [[Box(*box) for box in mask.boxes] for mask in masks.masks]
    assert boxes == [list(each.boxes) for each in covered(shown)]
    with Pillow.open(io.BytesIO(fitted(picture))) as drawn:
        assert drawn.size == png_size(shown)
