"""The `anatomy` grammar: the parts of a string, and where their names stand."""

from __future__ import annotations

from itertools import pairwise

import pytest

from deckbuild.diagnostics import Severity
from deckbuild.diagrams.anatomy import Part, parse
from deckbuild.diagrams.lettering import MONO
from deckbuild.diagrams.look import node_look, span_look
from deckbuild.diagrams.scene import Scene
from deckbuild.diagrams.sources import Drawn, draw
from deckbuild.model import Place

PLACE = Place("notes/x.md", 10)
IMAGE = """\
- [docker.io, 레지스트리, 생략 가능]
- /
- [library, 네임스페이스, 생략 가능]
- /
- [ubuntu, 이미지 이름]
- ":"
- [14.04, 태그]
"""


def drawn(source: str) -> Drawn:
    return draw(source, "anatomy", PLACE)


def scene(source: str) -> Scene:
    found = drawn(source).scene
    assert found is not None
    return found


def parts(source: str) -> tuple[Part, ...]:
    parsed = parse(source, PLACE)
    assert not parsed.diagnostics
    return parsed.parts


def test_a_part_is_a_text_a_name_and_a_remark() -> None:
    assert parts(IMAGE)[:2] == (Part("docker.io", "레지스트리", "생략 가능", True), Part("/"))
    assert parts(IMAGE)[-1] == Part("14.04", "태그")


def test_the_string_is_what_the_parts_spell() -> None:
    assert "".join(node.label for node in scene(IMAGE).nodes) == "docker.io/library/ubuntu:14.04"


@pytest.mark.parametrize("sign", [":", "-", "#", "@", "*", "&", "?", "|", ">", "%", "!", "://", "::", "/", "--", "`"])
def test_a_sign_alone_needs_no_quotes(sign: str) -> None:
    assert parts(f"- [a, b]\n- {sign}\n- [c, d]") == (Part("a", "b"), Part(sign), Part("c", "d"))


def test_a_space_in_quotes_separates() -> None:
    assert parts('- [run, x]\n- " "\n- [-d, y]')[1] == Part(" ")


@pytest.mark.parametrize(
    ("remark", "optional"),
    [
        ("생략 가능", True),
        ("생략하면 latest", True),
        ("선택", True),
        ("optional", True),
        ("省略可", True),
        ("可选", True),
        ("필수", False),
        ("생략 불가", False),
        ("not optional", False),
        ("기본값 latest", False),
        ("", False),
    ],
)
def test_a_remark_says_whether_a_part_may_be_left_out(remark: str, optional: bool) -> None:
    assert parts(f"- [a, b, {remark}]")[0].optional is optional


def test_a_mapping_says_it_outright() -> None:
    assert parts("- {text: a, label: b, remark: 필수, optional: true}")[0].optional
    assert not parts("- {text: a, label: b, remark: 생략 가능, optional: no}")[0].optional


def test_optional_parts_stand_back_dashed_and_the_others_come_forward_bold() -> None:
    picture = scene(IMAGE)
    assert [span.tone for span in picture.spans] == ["absent", "absent", "solid", "solid"]
    dashed, bold = span_look(picture.spans[0]), span_look(picture.spans[2])
    assert (dashed.line, dashed.dashed, dashed.bold) == ("quiet", True, False)
    assert (bold.line, bold.dashed, bold.bold) == ("accent", False, True)


def test_a_separator_comes_forward_only_between_parts_that_do() -> None:
    tones = [(node.label, node.tone) for node in scene(IMAGE).nodes if len(node.label) == 1]
    assert tones == [("/", "absent"), ("/", "absent"), (":", "solid")]


def test_without_optional_parts_the_string_is_plain() -> None:
    picture = scene("- [https, 스킴]\n- ://\n- [host, 호스트]")
    assert {node.tone for node in picture.nodes} == {"plain"}
    assert node_look(picture.nodes[0]).text == "ink"
    assert span_look(picture.spans[0]).line == "accent"


def test_parts_stand_close_as_in_the_string() -> None:
    nodes = scene(IMAGE).nodes
    for left, right in pairwise(nodes):
        assert left.box.right == pytest.approx(right.box.x)
    assert nodes[0].box.width == pytest.approx(len("docker.io") * MONO * 44)


@pytest.mark.parametrize(("letters", "size"), [(30, 44.0), (34, 40.0), (38, 36.0), (44, 32.0), (60, 32.0)])
def test_a_longer_string_is_set_smaller_down_to_a_floor(letters: int, size: float) -> None:
    assert scene(f"- [{'x' * letters}, name]").nodes[0].size == size


def test_a_string_too_long_for_a_line_goes_on_below_before_a_named_part() -> None:
    picture = scene("- [" + "a" * 30 + ", one]\n- /\n- [" + "b" * 30 + ", two]")
    first, sign, second = picture.nodes
    assert first.box.y == sign.box.y < second.box.y
    assert second.box.x == 0
    assert picture.spans[0].label.box.bottom < second.box.y


def test_a_name_wider_than_its_part_goes_below_the_names_to_its_right() -> None:
    one, two, three = scene("- [r, 소유자 읽기]\n- [w, 소유자 쓰기]\n- [x, 소유자 실행]").spans
    assert three.label.box.y < two.label.box.y < one.label.box.y
    assert not three.leader
    assert one.leader[-1].y == one.label.box.y


def test_names_never_meet_each_other_nor_a_leader() -> None:
    source = "- [r, 소유자 읽기, 선택]\n- [w, 쓰기]\n- [xyz, 아주 길고 긴 이름을 가진 부분]\n- [q, 끝]\n- [-, 둘]"
    spans = scene(source).spans
    boxes = [text.box for span in spans for text in (span.label, span.remark) if text]
    for number, box in enumerate(boxes):
        assert not any(box.meets(other) for other in boxes[number + 1 :])
        for span in spans:
            if span.leader and span.label.box != box:
                x, (top, bottom) = span.leader[0].x, (span.leader[0].y, span.leader[1].y)
                assert not (box.x < x < box.right and top < box.y < bottom)


def test_all_lies_inside_the_picture() -> None:
    picture = scene(IMAGE + "- /\n- [x, 아주 길고 긴 이름을 가진 마지막 부분, 생략 가능]")
    boxes = [node.box for node in picture.nodes]
    boxes += [text.box for span in picture.spans for text in (span.label, span.remark) if text]
    assert max(box.right for box in boxes) <= picture.width + 0.01
    assert max(box.bottom for box in boxes) <= picture.height + 0.01
    assert min(box.x for box in boxes) == 0


def test_each_name_belongs_to_its_part() -> None:
    picture = scene(IMAGE)
    assert [(span.nodes, span.label.plain) for span in picture.spans][2] == (("이미지 이름",), "이미지 이름")
    assert {name for span in picture.spans for name in span.nodes} < {node.id for node in picture.nodes}


def test_the_alt_text_spells_the_string_and_names_its_parts() -> None:
    assert scene(IMAGE).alt == (
        "docker.io/library/ubuntu:14.04: docker.io = 레지스트리 (생략 가능), library = 네임스페이스 (생략 가능), "
        "ubuntu = 이미지 이름, 14.04 = 태그"
    )


@pytest.mark.parametrize(
    ("source", "line", "words"),
    [
        ("", 10, "the diagram is empty"),
        ("[]", 10, "the diagram has no parts"),
        ("a: b", 11, "an anatomy is a list of parts"),
        ("- [a, b]\n- []", 12, "a part is [text, label]"),
        ("- [[a], b]", 11, "a part is [text, label]"),
        ("- {label: x}", 11, "a part needs 'text'"),
        ("- [a, b]\n- [c, d", 12, "expected ',' or ']'"),
    ],
)
def test_a_source_that_cannot_be_drawn_says_where_and_why(source: str, line: int, words: str) -> None:
    found = drawn(source)
    assert found.scene is None
    (problem,) = (d for d in found.diagnostics if d.severity == Severity.ERROR)
    assert problem.place.line == line
    assert words in problem.message


def test_names_have_no_marks_of_markdown_but_the_string_keeps_what_it_holds() -> None:
    found = drawn("- ['`date`', '**when** it is', '`now`']\n- ['**', a power]\n").scene
    assert found is not None
    assert found.alt == "`date`**: `date` = when it is (now), ** = a power"


def test_what_is_left_out_is_said() -> None:
    found = drawn("- [a, b, c, d]\n- {text: x, optional: maybe, lable: y}")
    assert [(d.place.line, d.severity) for d in found.diagnostics] == [(11, 1), (12, 1), (12, 1)]
    assert {d.hint for d in found.diagnostics} >= {"did you mean 'label'?"}
    assert found.scene is not None
