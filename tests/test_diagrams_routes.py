"""Paths and routes: the engine's curves as square elbows that can be followed."""

from __future__ import annotations

from itertools import pairwise

import pytest

from deckbuild.diagrams.centring import centred
from deckbuild.diagrams.labels import placed
from deckbuild.diagrams.marking import marks
from deckbuild.diagrams.paths import polylines, route, simplified
from deckbuild.diagrams.routing import tidied
from deckbuild.diagrams.scene import Box, Edge, Node, Point, Scene, Text, around
from deckbuild.diagrams.sources import draw
from deckbuild.model import Place, RichText


def scene(source: str) -> Scene:
    found = draw(source, "mermaid", Place("x.mmd")).scene
    assert found is not None
    return found


def path(picture: Scene, source: str, target: str) -> tuple[Point, ...]:
    return next(e.path for e in picture.edges if (e.source, e.target) == (source, target))


def points(text: str) -> tuple[Point, ...]:
    return tuple(Point(*map(float, pair.split(","))) for pair in text.split())


@pytest.mark.parametrize(
    ("data", "expected"),
    [
        ("M0,0L10,0L10,5", "0,0 10,0 10,5"),
        ("M1 1h4v3H0V2", "1,1 5,1 5,4 0,4 0,2"),
        ("m1,1l2,0 0,2", "1,1 3,1 3,3"),
        ("M0,0 10,0 10,10z", "0,0 10,0 10,10 0,0"),
        ("M0,0L1e1,-.5", "0,0 10,-0.5"),
    ],
)
def test_straight_path_data_becomes_its_points(data: str, expected: str) -> None:
    assert polylines(data) == (points(expected),)


def test_each_subpath_is_a_line_of_its_own() -> None:
    assert polylines("M0,0L1,0M5,5L6,5") == (points("0,0 1,0"), points("5,5 6,5"))


def test_an_arc_stays_on_its_ellipse() -> None:
    (half,) = polylines("M-10,0A10,5 0 0 1 10,0")
    assert half[0] == Point(-10, 0)
    assert half[-1] == Point(10, 0)
    assert all((p.x / 10) ** 2 + (p.y / 5) ** 2 == pytest.approx(1) for p in half)
    assert min(p.y for p in half) == pytest.approx(-5, abs=0.1)


@pytest.mark.parametrize(("flags", "x"), [("0 0", -2), ("0 1", 2), ("1 0", -8), ("1 1", 8)])
def test_the_flags_of_an_arc_choose_among_its_four_ways(flags: str, x: float) -> None:
    (way,) = polylines(f"M0,0A5,5 0 {flags} 0,8")
    assert max(way, key=lambda p: abs(p.x)).x == pytest.approx(x, abs=0.1)


def test_curves_pass_through_their_ends_and_stay_inside_their_controls() -> None:
    for data in ("M0,0C0,10 10,10 10,0", "M0,0Q5,10 10,0", "M0,0Q2,4 5,4T10,0", "M0,0C0,5 2,5 5,5S10,5 10,0"):
        (line,) = polylines(data)
        assert line[0] == Point(0, 0)
        assert line[-1].x == pytest.approx(10)
        assert all(-0.1 <= p.y <= 10 for p in line)


def test_what_is_no_path_data_gives_no_points() -> None:
    assert polylines("") == ()
    assert polylines("nonsense!") == ()
    assert route("") == ()


def test_a_rounded_bend_becomes_one_corner_and_an_s_curve_two() -> None:
    assert route("M0,0L50,0C60,0 70,10 70,20L70,40") == points("0,0 70,0 70,40")
    assert route("M0,0C20,0 20,30 40,30") == points("0,0 20,0 20,30 40,30")
    assert route("M0,0C0,10 20,10 20,20") == points("0,0 0,10 20,10 20,20")


def test_a_free_curve_keeps_its_form() -> None:
    assert len(route("M0,0C9,-3 9,8 2,6")) > 6


def test_points_on_a_straight_line_are_left_out_but_a_turn_back_is_not() -> None:
    assert simplified(points("0,0 5,0 5,0 10,0 10,5")) == points("0,0 10,0 10,5")
    assert simplified(points("0,0 10,0 5,0")) == points("0,0 10,0 5,0")


def test_branches_share_one_trunk() -> None:
    picture = scene("flowchart TD\n a --> b\n a --> c\n a --> d")
    starts = {path(picture, "a", name)[0] for name in "bcd"}
    box = picture.nodes[0].box
    (start,) = starts
    assert tuple(start) == pytest.approx((box.centre.x, box.bottom))


def test_lines_that_meet_share_one_arrow_head() -> None:
    picture = scene("flowchart LR\n b --> a\n c --> a")
    assert path(picture, "b", "a")[-1] == path(picture, "c", "a")[-1]


@pytest.mark.parametrize(
    "source",
    [
        "a & b & c --> d & e & f",
        "a --> b\n a -.-> b\n a --> c",
        "a --> c\n b --x c",
        "a --> b\n b --> a\n b --> c",
    ],
)
def test_lines_that_could_be_confused_keep_their_own_ports(source: str) -> None:
    picture = scene(f"flowchart LR\n {source}")
    ends = [(e.target, e.path[-1]) for e in picture.edges]
    assert len(set(ends)) == len(ends)


@pytest.mark.parametrize(
    "source",
    [
        "a & b & c --> d & e & f\n d --> g\n f --> g\n g --> a",
        "a --> b\n a -.-> b\n a --> c",
        "new --> ready --> run --> ready\n run --> wait --> ready\n run --> exit",
    ],
)
def test_lines_with_other_ends_never_run_upon_each_other(source: str) -> None:
    edges = scene(f"flowchart LR\n {source}").edges
    for number, one in enumerate(edges):
        for other in edges[number + 1 :]:
            if (one.source == other.source) == (one.target == other.target):
                for a, b in pairwise(one.path):
                    assert not any(_upon(a, b, p, q) for p, q in pairwise(other.path))


def _upon(a: Point, b: Point, p: Point, q: Point) -> bool:
    if abs(a.x - b.x) < 0.01 and abs(p.x - q.x) < 0.01:
        return abs(a.x - p.x) < 2 and min(max(a.y, b.y), max(p.y, q.y)) - max(min(a.y, b.y), min(p.y, q.y)) > 1
    if abs(a.y - b.y) < 0.01 and abs(p.y - q.y) < 0.01:
        return abs(a.y - p.y) < 2 and min(max(a.x, b.x), max(p.x, q.x)) - max(min(a.x, b.x), min(p.x, q.x)) > 1
    return False


def test_a_lone_edge_runs_straight_where_its_ports_can_meet() -> None:
    edge = Edge("e", "a", "b", points("50,40 50,60 62,60 62,100"))
    ends = {"a": points("0,0 100,0 100,40 0,40"), "b": points("40,100 140,100 140,140 40,140")}
    (straight,) = tidied([edge], ends, [])
    assert len(straight.path) == 2
    assert straight.path[0].x == straight.path[1].x


def test_a_port_that_moves_stays_on_the_border_of_its_shape() -> None:
    picture = scene("flowchart TD\n a{조건이 있나?} --> b\n a --> c")
    box = picture.nodes[0].box
    for each in picture.edges:
        start = each.path[0]
        reach = 1 - abs(start.x - box.centre.x) / (box.width / 2)
        assert start.y == pytest.approx(box.centre.y + reach * box.height / 2, abs=0.5)


def test_a_line_goes_round_a_node_in_its_way() -> None:
    boxes = [Box(0, 0, 40, 40), Box(100, 0, 40, 40), Box(200, 0, 40, 40)]
    ends = {
        name: (Point(b.x, b.y), Point(b.right, b.y), Point(b.right, b.bottom), Point(b.x, b.bottom))
        for name, b in zip("abc", boxes, strict=True)
    }
    (led,) = tidied([Edge("e", "a", "c", points("40,20 200,20"))], ends, boxes)
    assert led.path[0] == Point(40, 20)
    assert led.path[-1] == Point(200, 20)
    for p, q in pairwise(led.path):
        line = Box(min(p.x, q.x), min(p.y, q.y), abs(p.x - q.x), abs(p.y - q.y))
        assert not line.meets(boxes[1])


def test_a_loop_keeps_its_curve() -> None:
    (loop,) = scene("flowchart LR\n a --> a").edges
    assert loop.source == loop.target
    assert len(loop.path) > 6


def test_words_stand_above_a_level_line_where_there_is_room() -> None:
    text = Text((RichText.of("run"),), Box(60, 10, 40, 20), "edge")
    edge = Edge("e", "a", "b", points("40,20 200,20"), text)
    (free,) = placed([edge], [], [])
    assert free.label is not None
    assert free.label.box.bottom == 18
    (held,) = placed([edge], [Node("n", Box(50, -20, 60, 30))], [])
    assert held.label == text


def test_words_on_an_upright_line_stay_on_it() -> None:
    text = Text((RichText.of("run"),), Box(30, 50, 40, 20), "edge")
    (edge,) = placed([Edge("e", "a", "b", points("50,0 50,120"), text)], [], [])
    assert edge.label == text


def test_no_words_meet_a_node_or_other_words() -> None:
    picture = scene(
        "flowchart LR\n a[준비] -->|디스패치| b[실행]\n b -->|타임아웃| a\n b -->|입출력 요청| c[대기]\n c -->|완료| a"
    )
    boxes = [e.label.box for e in picture.edges if e.label]
    for number, box in enumerate(boxes):
        assert not any(box.meets(n.box) for n in picture.nodes)
        assert not any(box.meets(other) for other in boxes[number + 1 :])


def label_of(picture: Scene, target: str) -> Text:
    return next(e.label for e in picture.edges if e.target == target and e.label)


BRANCHES = "flowchart {}\n A[Image] -->|docker run| B[one]\n A --> C[two]\n A -->|rm| D[three]\n"


@pytest.mark.parametrize("direction", ["LR", "TB"])
def test_the_words_of_branches_stand_on_no_bend_wherever_a_program_puts_it(direction: str) -> None:
    picture = scene(BRANCHES.format(direction))
    for edge in picture.edges:
        if edge.label and len(edge.path) == 4:
            start, bend, other, end = edge.path
            half = Point((start.x + end.x) / 2, (start.y + end.y) / 2)
            assert bend.x == pytest.approx(half.x) or bend.y == pytest.approx(half.y)
            assert not any(edge.label.box.grown(1).holds(each) for each in (bend, other))


def test_the_words_of_branches_are_by_no_stretch_that_others_share() -> None:
    picture = scene(BRANCHES.format("LR"))
    trunk = path(picture, "A", "B")[1]
    assert all(label_of(picture, target).box.right > trunk.x for target in "BD")
    assert label_of(picture, "B").box.bottom < trunk.y < label_of(picture, "D").box.y


def test_bends_stay_where_something_is_in_the_way_or_they_strike_no_words() -> None:
    bent = points("0,0 10,0 10,80 100,80")
    bare = Edge("e", "a", "b", bent)
    assert centred([bare], []) == (bare,)
    told = Edge("e", "a", "b", bent, Text((RichText.of("words"),), Box(30, 57, 40, 21), "edge"))
    assert centred([told], [])[0].path == points("0,0 50,0 50,80 100,80")
    assert centred([told], [Box(45, 30, 20, 20)]) == (told,)
    onward = Edge("f", "a", "c", points("0,0 100,0"), Text((RichText.of("words"),), Box(30, -10, 40, 21), "edge"))
    assert centred([told, onward], []) == (told, onward)
    assert [e.path[1].x for e in centred([told, Edge("f", "a", "c", points("0,0 10,0 10,40 100,40"))], [])] == [50, 50]
    odd = Edge("f", "a", "c", points("0,0 10,0 10,40 160,40"))
    assert centred([told, odd], []) == (told, odd)


ASKED = """flowchart LR
 a[Read] --> b{Is it known?}
 b -->|yes| c[Change it]
 b -->|no| d([Done])
 c --> d
 e[Other] --> d
"""


def test_the_answers_to_a_question_leave_one_corner_though_what_they_lead_to_is_reached_by_others() -> None:
    asked = scene(ASKED)
    (decision,) = [node for node in asked.nodes if node.shape == "diamond"]
    answers = [edge for edge in asked.edges if edge.source == decision.id]
    assert [edge.path[0] for edge in answers] == [Point(decision.box.right, pytest.approx(decision.box.centre.y))] * 2
    lines = [around((a, b)).grown(0.1) for edge in asked.edges for a, b in pairwise(edge.path)]
    for edge in answers:
        assert edge.label is not None
        assert not any(edge.label.box.holds(bend) for bend in edge.path[1:-1])
        own = [around((a, b)).grown(0.1) for a, b in pairwise(edge.path)]
        assert not any(edge.label.box.meets(line) for line in lines if line not in own)


def test_the_name_of_a_group_grows_inwards_and_has_a_ground_only_where_a_line_runs() -> None:
    crossed = scene("flowchart TB\n subgraph g[A long name]\n direction LR\n a --> b --> c\n end\n u --> a\n")
    (group,) = crossed.groups
    assert group.label is not None
    assert group.label.align == "end"
    assert group.box.right - group.label.box.right < group.label.box.x - group.box.x
    (title,) = [mark for mark in marks(crossed) if mark.name == "g title"]
    assert title.fill == ""
