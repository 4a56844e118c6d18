"""The `stack` grammar: what it reads, what it says about mistakes, and where the layers come to lie."""

from __future__ import annotations

import pytest

from deckbuild.diagnostics import Severity
from deckbuild.diagrams.scene import Node, Scene
from deckbuild.diagrams.sources import Drawn, draw
from deckbuild.diagrams.stack import Cell, Note, parse
from deckbuild.model import Place

PLACE = Place("notes/x.md", 10)
MACHINES = """\
- title: 가상머신
  layers: [[앱 1, 앱 2, 앱 3], [게스트 OS, 게스트 OS, 게스트 OS], 하이퍼바이저, 호스트 OS, 인프라]
- title: 도커
  layers: [[앱 1, 앱 2, 앱 3], 도커 엔진, 호스트 OS, 인프라]
"""


def drawn(source: str) -> Drawn:
    return draw(source, "stack", PLACE)


def scene(source: str) -> Scene:
    found = drawn(source).scene
    assert found is not None
    return found


def node(picture: Scene, name: str) -> Node:
    return next(node for node in picture.nodes if node.id == name)


def said(source: str) -> list[str]:
    return [f"{d.place.line} {d.severity} {d.code}: {d.message}" for d in drawn(source).diagnostics]


def test_layers_are_read_from_top_to_bottom_and_lists_side_by_side() -> None:
    (stack,) = parse("- title: a\n  layers: [[x, y], z]", PLACE).stacks
    assert stack.title == "a"
    assert stack.rows == ((Cell("x"), Cell("y")), (Cell("z"),))


def test_words_stay_as_they_were_written() -> None:
    (stack,) = parse("- title: 1.10\n  layers: [14.04, no, 1:30, 007, null, ~, 0x1f]", PLACE).stacks
    assert stack.title == "1.10"
    assert [row[0].label for row in stack.rows] == ["14.04", "no", "1:30", "007", "null", "~", "0x1f"]


@pytest.mark.parametrize("source", ["- a\n- b", "layers: [a, b]", "- layers: [a, b]", "[a, b]", "- {label: a}\n- b"])
def test_a_lone_stack_needs_no_title(source: str) -> None:
    (stack,) = parse(source, PLACE).stacks
    assert [row[0].label for row in stack.rows] == ["a", "b"]
    assert scene(source).groups[0].label is None


def test_one_word_is_a_stack_of_one_layer() -> None:
    assert [n.label for n in scene("인프라").nodes] == ["인프라"]


def test_a_tone_holds_for_a_layer_and_for_one_cell_of_it() -> None:
    source = "- {label: [a, {label: b, tone: solid}], tone: tint}\n- {label: c, tone: absent, sub: gone}"
    (stack,) = parse(source, PLACE).stacks
    assert stack.rows[0] == (Cell("a", tone="tint"), Cell("b", tone="solid"))
    assert stack.rows[1] == (Cell("c", "gone", "absent"),)


def test_a_note_stands_beside_the_layers_that_it_holds_and_notes_nest() -> None:
    source = "- top\n- note: image\n  layers:\n    - nginx\n    - {note: ubuntu, layers: [c, b]}"
    (stack,) = parse(source, PLACE).stacks
    assert [row[0].label for row in stack.rows] == ["top", "nginx", "c", "b"]
    assert stack.notes == (Note("ubuntu", 2, 3, 0), Note("image", 1, 3, 1))


def test_neighbouring_layers_with_one_note_share_its_bracket() -> None:
    source = "- {label: a, note: ro}\n- {label: b, note: ro}\n- c\n- {label: d, note: ro}"
    (stack,) = parse(source, PLACE).stacks
    assert stack.notes == (Note("ro", 0, 1), Note("ro", 3, 3))


def test_what_only_one_stack_has_is_tinted_where_the_author_gave_no_tones() -> None:
    tinted = {n.label for n in scene(MACHINES).nodes if n.tone == "tint"}
    assert tinted == {"게스트 OS", "하이퍼바이저", "도커 엔진"}


@pytest.mark.parametrize(
    "source",
    [
        "- {title: a, layers: [x, y]}\n- {title: b, layers: [u, v]}",
        "- {title: a, layers: [x, y, z]}\n- {title: b, layers: [x, y, {label: w, tone: solid}]}",
        "- {title: a, layers: [x, y]}",
    ],
)
def test_nothing_is_tinted_where_little_is_shared_or_tones_were_given(source: str) -> None:
    assert all(n.tone != "tint" for n in scene(source).nodes)


def test_stacks_have_one_width_and_stand_on_one_line() -> None:
    picture = scene(MACHINES)
    one, two = picture.groups
    assert one.box.width == two.box.width
    assert one.box.bottom == two.box.bottom == picture.height
    assert one.box.y == 0 < two.box.y


def test_layers_at_one_level_line_up_across_stacks() -> None:
    picture = scene(MACHINES)
    for name in ("호스트 OS", "인프라"):
        left, right = node(picture, f"가상머신/{name}").box, node(picture, f"도커/{name}").box
        assert (left.y, left.height) == (right.y, right.height)
    assert node(picture, "가상머신/하이퍼바이저").box.y == node(picture, "도커/도커 엔진").box.y


def test_a_top_layer_is_no_higher_than_its_own_label_needs() -> None:
    picture = scene(MACHINES)
    assert len(node(picture, "가상머신/게스트 OS").lines) == 2
    assert node(picture, "도커/앱 1").box.height == node(picture, "가상머신/앱 1").box.height == 46


def test_equal_labels_have_ids_of_their_own_and_know_their_stack() -> None:
    picture = scene(MACHINES)
    ids = [n.id for n in picture.nodes]
    assert len(set(ids)) == len(ids)
    assert {"가상머신/게스트 OS", "가상머신/게스트 OS/2", "가상머신/게스트 OS/3"} < set(ids)
    assert {n.group for n in picture.nodes} == {"가상머신", "도커"}


def test_two_stacks_of_one_title_keep_their_layers_apart() -> None:
    picture = scene("- {title: a, layers: [x]}\n- {title: a, layers: [x]}")
    assert len({n.id for n in picture.nodes}) == 2
    assert [g.id for g in picture.groups] == ["a", "a/2"]


def test_an_empty_cell_is_a_gap() -> None:
    picture = scene("- [a, '', b]\n- c")
    a, b, c = picture.nodes
    assert b.box.right == c.box.right
    assert b.box.x - a.box.right > a.box.width


def test_nothing_overlaps_and_all_lies_inside_the_picture() -> None:
    source = "- title: t\n  layers:\n    - note: 읽기 전용 레이어\n      layers: [a, {note: 바닥, layers: [b, c]}]\n    - d\n"
    picture = scene(source + "- title: 아주 길고 긴 제목이 여기에 있다\n  layers: [[가, 나, 다, 라, 마], 바]\n")
    boxes = [n.box for n in picture.nodes] + [s.label.box for s in picture.spans]
    boxes += [g.label.box for g in picture.groups if g.label]
    for number, box in enumerate(boxes):
        assert box.x >= 0
        assert box.y >= 0
        assert box.right <= picture.width + 0.01
        assert box.bottom <= picture.height + 0.01
        assert not any(box.meets(other) for other in boxes[number + 1 :])


def test_a_bracket_runs_along_its_layers_and_the_outer_one_stands_outside() -> None:
    picture = scene("- top\n- note: image\n  layers: [n, {note: ubuntu, layers: [c, b]}]")
    inner, outer = picture.spans
    assert inner.nodes == ("stack 1/c", "stack 1/b")
    assert outer.nodes == ("stack 1/n", "stack 1/c", "stack 1/b")
    assert inner.path[0].y == node(picture, "stack 1/c").box.y
    assert outer.path[-1].y == node(picture, "stack 1/b").box.bottom
    assert inner.label.box.right < outer.path[0].x


def test_a_line_break_in_a_label_is_kept() -> None:
    (only,) = scene("- 읽기/쓰기<br>레이어").nodes
    assert [line.plain for line in only.lines] == ["읽기/쓰기", "레이어"]
    assert only.label == "읽기/쓰기 레이어"


def test_a_long_stack_list_picks_a_good_shape_for_a_slide() -> None:
    assert 1.3 < scene(MACHINES).aspect < 2.2
    assert 1.3 < scene("- title: a\n  layers: [x, y, z]").aspect < 2.2


def test_the_alt_text_reads_each_stack_from_the_top() -> None:
    assert scene(MACHINES).alt == (
        "가상머신: 앱 1, 2, 3 / 게스트 OS × 3 / 하이퍼바이저 / 호스트 OS / 인프라; "
        "도커: 앱 1, 2, 3 / 도커 엔진 / 호스트 OS / 인프라"
    )


def test_the_alt_text_says_what_each_bracket_holds() -> None:
    source = """\
- title: 컨테이너
  layers:
    - 읽기/쓰기 레이어
    - note: 이미지 (읽기 전용)
      layers:
        - nginx
        - note: ubuntu
          layers: [c, b, a]
"""
    assert scene(source).alt == "컨테이너: 읽기/쓰기 레이어 / 이미지 (읽기 전용) [nginx / ubuntu [c / b / a]]"


def test_a_mistake_in_yaml_is_an_error_at_its_line_and_column() -> None:
    assert said('- title: a\n  layers: ["x" y]') == [
        "12 error diagram-syntax: expected ',' or ']', but got '<scalar>' (column 16)"
    ]
    assert said("- title: a: b\n  layers: [x]") == [
        "11 error diagram-syntax: mapping values are not allowed here (column 11)"
    ]


@pytest.mark.parametrize(
    ("source", "fact"),
    [
        ("- title: a\n  layers: [x, y\n- b\n", "12 error diagram-syntax: this '[' is not closed (column 11)"),
        ("- title: a\n  layers:\n  - {label: x,\n     tone: tint\n- b: c\n", "13 error diagram-syntax: this '{' is not closed (column 5)"),
        ("- [x,\n  [y,\n   z],\n- a\n- b: c\n", "11 error diagram-syntax: this '[' is not closed (column 3)"),
    ],
)  # fmt: skip
def test_a_bracket_that_is_not_closed_is_told_where_it_opens(source: str, fact: str) -> None:
    assert said(source) == [fact]


def test_labels_have_no_marks_of_markdown() -> None:
    source = "- title: '**A** B'\n  layers:\n  - '`run` it'\n  - {label: '**x**', sub: '`y`'}\n  - {note: '**n**', layers: [2 * 3 * 4, a ** b, a_b]}\n"
    assert scene(source).alt == "A B: run it / x (y) / n [2 * 3 * 4 / a ** b / a_b]"


def test_a_file_counts_its_lines_from_one() -> None:
    (problem,) = draw("- title: a: b", "stack", Place("notes/x.stack.yaml")).diagnostics
    assert str(problem).startswith("notes/x.stack.yaml:1: error: mapping values are not allowed here (column 11)")


def test_an_unknown_key_is_named_with_the_one_that_was_meant() -> None:
    found = drawn("- {label: a, tones: solid}\n- b")
    (problem,) = found.diagnostics
    assert (problem.severity, problem.hint) == (Severity.WARNING, "did you mean 'tone'?")
    assert "column 14" in problem.message
    assert found.scene is not None


def test_an_unknown_tone_is_drawn_plain_and_said() -> None:
    assert said("- {label: a, tone: sold}") == ["11 warning diagram-odd: unknown tone 'sold', drawn plain (column 20)"]
    assert scene("- {label: a, tone: sold}").nodes[0].tone == "plain"


@pytest.mark.parametrize(
    ("source", "words"),
    [
        ("", "the diagram is empty"),
        ("# only a comment", "the diagram is empty"),
        ("- title: a", "the diagram has no layers"),
        ("[]", "the diagram has no layers"),
        ("- title: a\n  layers: [x]\n- y", "a stack needs 'title' and 'layers'"),
        ("- [a, [b]]", "a label is a word or {label: …, tone: …}"),
        ("- {tone: solid}", "a layer needs 'label' or 'layers'"),
        ("- {label: {a: b}}", "a label is a word or a list of words"),
        ("- &a x\n- *a", "aliases (*name) are not allowed here"),
        ("- " + "[" * 60 + "]" * 60, "nested too deeply"),
        ("- a\x00b", "cannot be read as YAML"),
    ],
)
def test_a_source_that_cannot_be_drawn_says_why_and_never_raises(source: str, words: str) -> None:
    found = drawn(source)
    assert found.scene is None
    assert any(d.severity == Severity.ERROR and words in d.message for d in found.diagnostics)


def test_a_tag_of_python_is_nothing_but_a_word() -> None:
    assert [n.label for n in scene("- !!python/object/apply:os.system [ls]\n- b").nodes] == ["ls", "b"]


def test_long_notes_on_neighbouring_layers_do_not_run_into_each_other() -> None:
    words = "아주 길게 설명하는 문장이 여기에 여러 어절로 이어져 있다 그리고 더 이어진다"
    first, second = scene(f"- {{label: a, note: {words} 하나}}\n- {{label: b, note: {words} 둘}}").spans
    assert not first.label.box.meets(second.label.box)
    assert first.label.box.y >= 0


def test_empty_layers_are_left_out_with_a_warning() -> None:
    found = drawn("- a\n-\n- b")
    assert [d.place.line for d in found.diagnostics] == [12]
    assert [n.label for n in scene("- a\n-\n- b").nodes] == ["a", "b"]
