"""Mermaid: what the engine's drawing becomes, and what is said where it gives up."""

from __future__ import annotations

import re
from xml.etree import ElementTree as ET

import pytest
from msgspec.structs import replace

from deckbuild.diagnostics import Severity
from deckbuild.diagrams.engine import Answer, ask
from deckbuild.diagrams.marking import marks
from deckbuild.diagrams.pele import flowchart
from deckbuild.diagrams.scene import NODE, TITLE, Edge, Node, Point, Scene
from deckbuild.diagrams.sources import Drawn, draw, render_svg
from deckbuild.diagrams.svg import MARGIN
from deckbuild.model import Place, Style

PLACE = Place("notes/x.md", 10)
FLOW = """\
flowchart LR
  image["이미지<br/><small>변하지 &amp; 않음</small>"]:::solid -->|docker run| one
  image -.-> two((둘))
  subgraph one [컨테이너 1]
    subgraph inner [안쪽]
      layer[(읽기/쓰기 레이어)]
    end
  end
  two --- three{셋?}
"""


def drawn(source: str) -> Drawn:
    return draw(source, "mermaid", PLACE)


def scene(source: str) -> Scene:
    found = drawn(source).scene
    assert found is not None
    return found


def node(picture: Scene, name: str) -> Node:
    return next(node for node in picture.nodes if node.id == name)


def edge(picture: Scene, source: str, target: str) -> Edge:
    return next(edge for edge in picture.edges if (edge.source, edge.target) == (source, target))


def test_the_engine_writes_the_classes_that_we_read() -> None:
    answer = ask(FLOW, PLACE)
    assert isinstance(answer, Answer)
    assert answer.kind == "flowchart"
    classes = re.findall(r'<g class="(pele-[\w-]+)', answer.svg)
    counted = {name: classes.count(name) for name in dict.fromkeys(classes)}
    assert counted == {
        "pele-clusters": 1,
        "pele-cluster": 2,
        "pele-edges": 1,
        "pele-edge": 3,
        "pele-edge-labels": 1,
        "pele-edge-label": 1,
        "pele-nodes": 1,
        "pele-node": 4,
    }
    shapes = re.findall(r"pele-shape-([\w-]+)", answer.svg)
    assert shapes == ["rect", "circle", "cyl", "diam"]


def test_nodes_keep_their_labels_shapes_and_groups() -> None:
    picture = scene(FLOW)
    assert [(n.id, n.label, n.shape, n.group, n.level) for n in picture.nodes] == [
        ("image", "이미지", "box", "", 0),
        ("two", "둘", "circle", "", 0),
        ("layer", "읽기/쓰기 레이어", "cylinder", "inner", 2),
        ("three", "셋?", "diamond", "", 0),
    ]


def test_small_words_below_a_label_become_its_sublabel() -> None:
    image = node(scene(FLOW), "image")
    assert [line.plain for line in image.sublines] == ["변하지 & 않음"]
    assert not node(scene('flowchart LR\n a["x <small>y</small> z"]'), "a").sublines


def test_groups_nest_and_know_their_names() -> None:
    picture = scene(FLOW)
    assert {(g.id, g.parent, g.level, g.label.plain if g.label else "") for g in picture.groups} == {
        ("one", "", 0, "컨테이너 1"),
        ("inner", "one", 1, "안쪽"),
    }


def test_a_node_knows_how_many_groups_lie_around_it() -> None:
    deep = scene("flowchart LR\n subgraph a\n subgraph b\n subgraph c\n subgraph d\n x\n end\n end\n end\n end\n y\n")
    assert {node.id: node.level for node in deep.nodes} == {"x": 4, "y": 0}
    assert {group.id: group.level for group in deep.groups} == {"a": 0, "b": 1, "c": 2, "d": 3}


@pytest.mark.parametrize(("name", "size"), [("Short", TITLE), ("A name of many words that is wider than all", NODE)])
def test_the_name_of_a_group_is_smaller_where_it_is_wider_than_the_group(name: str, size: float) -> None:
    (group,) = scene(f"flowchart TB\n subgraph g[{name}]\n a[one] --> b[two]\n end\n").groups
    assert group.label is not None
    assert group.label.size == size
    assert group.box.x <= group.label.box.x
    assert group.label.box.right <= group.box.right


def test_a_line_that_the_engine_does_not_explain_or_did_not_draw_is_left_out() -> None:
    answer = ask("flowchart LR\n a --> b --> c --> d\n", Place("a"))
    assert isinstance(answer, Answer)
    first, second, third = answer.graph["edges"]
    unknown = replace(answer, graph={**answer.graph, "edges": [first, third]})
    assert [edge.id for edge in flowchart(unknown).edges] == [first["id"], third["id"]]
    start = f'<g class="pele-edge" data-id="{second["id"]}">'
    undrawn = replace(answer, svg=re.sub(re.escape(start) + r"<path[^>]*>", f'{start}<path d="M1,1L1,1"/>', answer.svg))
    assert undrawn.svg != answer.svg
    assert [edge.id for edge in flowchart(undrawn).edges] == [first["id"], third["id"]]


def test_edges_know_their_ends_signs_and_words() -> None:
    picture = scene(FLOW)
    run, dotted, plain = edge(picture, "image", "one"), edge(picture, "image", "two"), edge(picture, "two", "three")
    assert run.label is not None
    assert (run.label.plain, run.head, run.tail, run.dashed) == ("docker run", "arrow", "none", False)
    assert (dotted.label, dotted.head, dotted.dashed) == (None, "arrow", True)
    assert (plain.head, plain.tail) == ("none", "none")


@pytest.mark.parametrize(
    ("arrow", "head", "tail", "dashed", "heavy"),
    [
        ("-->", "arrow", "none", False, False),
        ("<-->", "arrow", "arrow", False, False),
        ("---", "none", "none", False, False),
        ("-.->", "arrow", "none", True, False),
        ("==>", "arrow", "none", False, True),
        ("--o", "circle", "none", False, False),
        ("x--x", "cross", "cross", False, False),
    ],
)
def test_each_kind_of_arrow(arrow: str, head: str, tail: str, dashed: bool, heavy: bool) -> None:
    (only,) = scene(f"flowchart LR\n a {arrow} b").edges
    assert (only.head, only.tail, only.dashed, only.heavy) == (head, tail, dashed, heavy)


@pytest.mark.parametrize("arrow", ["-->", "<-->", "--o", "--x", "==>"])
@pytest.mark.parametrize("direction", ["LR", "TB", "RL", "BT"])
def test_an_edge_reaches_from_border_to_border(arrow: str, direction: str) -> None:
    picture = scene(f"flowchart {direction}\n a[하나] {arrow} b[둘]")
    (only,) = picture.edges
    for box, tip in ((node(picture, "a").box, only.path[0]), (node(picture, "b").box, only.path[-1])):
        assert box.grown(0.1).holds(tip)
        assert not box.grown(-0.1).holds(tip)


def test_an_invisible_edge_is_no_edge() -> None:
    picture = scene("flowchart LR\n a ~~~ b")
    assert not picture.edges
    assert len(picture.nodes) == 2


@pytest.mark.parametrize(
    ("text", "shape"),
    [
        ("[x]", "box"),
        ("(x)", "round"),
        ("([x])", "stadium"),
        ("((x))", "circle"),
        ("(((x)))", "double-circle"),
        ("{x}", "diamond"),
        ("{{x}}", "hexagon"),
        ("[(x)]", "cylinder"),
        ("[[x]]", "subroutine"),
        ("[/x/]", "lean-right"),
        ("[\\x\\]", "lean-left"),
        ("[/x\\]", "trapezoid"),
        ("[\\x/]", "trapezoid-flipped"),
        (">x]", "flag"),
        ("@{ shape: fork }", "bar"),
        ('@{ shape: text, label: "x" }', "text"),
        ('@{ shape: cloud, label: "x" }', "outline"),
        ('@{ shape: doc, label: "x" }', "outline"),
    ],
)
def test_each_shape(text: str, shape: str) -> None:
    (only,) = scene(f"flowchart LR\n a{text}").nodes
    assert only.shape == shape
    assert shape == "text" or len(only.outline) >= 4
    assert only.box.width > 0


def test_a_class_named_as_a_tone_is_one() -> None:
    picture = scene("flowchart LR\n a:::solid --> b:::tint --> c:::absent --> d --> e\n class e plain")
    assert [n.tone for n in picture.nodes] == ["solid", "tint", "absent", "plain", "plain"]


def test_an_authors_fill_tints_and_a_dashed_border_means_absent() -> None:
    picture = scene(
        "flowchart LR\n a --> b --> c\n style a fill:#f9f\n style b stroke-dasharray: 5 5\n style c fill:#fff"
    )
    assert [n.tone for n in picture.nodes] == ["tint", "absent", "plain"]


def test_a_fill_that_every_node_has_says_nothing() -> None:
    picture = scene("flowchart LR\n a --> b\n classDef default fill:#f9f")
    assert [n.tone for n in picture.nodes] == ["plain", "plain"]


def test_markdown_in_a_label_becomes_runs() -> None:
    first, second = scene('flowchart LR\n a["`**굵은** 글 *기울임*\n 둘째 줄`"]').nodes[0].lines
    assert [(run.text, run.styles) for run in first] == [
        ("굵은", {Style.BOLD}),
        (" 글 ", frozenset()),
        ("기울임", {Style.ITALIC}),
    ]
    assert second.plain == "둘째 줄"


def test_markup_of_an_author_is_never_markup_of_ours() -> None:
    picture = scene('flowchart LR\n a["&lt;script&gt;alert(1)&lt;/script&gt; <img src=x onerror=y>"] --> b')
    root = ET.fromstring(render_svg(picture))
    assert not [e for e in root.iter() if e.tag.endswith(("script", "image", "foreignObject"))]
    assert "<script>alert(1)</script>" in "".join(root.itertext())


def test_a_title_in_the_front_matter_stands_above_all() -> None:
    picture = scene("---\ntitle: 제목이다\n---\nflowchart LR\n a --> b")
    assert picture.title is not None
    assert picture.title.plain == "제목이다"
    assert all(n.box.y >= picture.title.box.bottom for n in picture.nodes)
    assert picture.title.box.right <= picture.width


def test_a_name_that_an_edge_would_strike_through_steps_aside() -> None:
    picture = scene("flowchart TD\n a --> x1\n a --> x2\n subgraph g [이름]\n  x1[하나하나]\n  x2[둘둘둘둘]\n end")
    (group,) = picture.groups
    assert group.label is not None
    for each in picture.edges:
        for p, q in zip(each.path, each.path[1:], strict=False):
            inside = group.label.box.y < max(p.y, q.y) and min(p.y, q.y) < group.label.box.bottom
            assert not (inside and group.label.box.x < p.x < group.label.box.right)


def test_the_picture_has_no_margin_of_the_engines() -> None:
    picture = scene("flowchart LR\n a[하나] --> b[둘]")
    assert (min(n.box.x for n in picture.nodes), min(n.box.y for n in picture.nodes)) == (0, 0)
    assert max(n.box.right for n in picture.nodes) == pytest.approx(picture.width)


def test_a_flowchart_can_be_laid_out_anew_for_a_wide_or_a_high_place() -> None:
    source = "%% x\nflowchart TD\n a[하나] --> b[둘] --> c[셋]"
    high = draw(source, "mermaid", PLACE).scene
    wide = draw(source, "mermaid", PLACE, "LR").scene
    assert high is not None
    assert wide is not None
    assert high.aspect < 1 < wide.aspect
    assert [n.id for n in high.nodes] == [n.id for n in wide.nodes]


@pytest.mark.parametrize(
    ("source", "alt"),
    [
        (
            "a[도커 이미지] --> b[컨테이너 1]\n a --> c[컨테이너 2]\n a --> d[컨테이너 3]",
            "도커 이미지 → 컨테이너 1, 2, 3",
        ),
        ("a --> b --> c", "a → b → c"),
        ("a -->|예| b\n a -->|아니오| c", "a → b (예); a → c (아니오)"),
        ("a <--> b\n c --- d", "a ↔ b; c — d"),
        ("a --> b\n c", "a → b; c"),
    ],
)
def test_the_alt_text_says_what_leads_where(source: str, alt: str) -> None:
    assert scene(f"flowchart LR\n {source}").alt == alt


def test_the_alt_text_of_a_large_graph_ends_in_an_ellipsis() -> None:
    alt = scene("flowchart LR\n" + "\n".join(f" a{i}[마디 {i}] --> b{i}[다른 마디 {i}]" for i in range(60))).alt
    assert len(alt) <= 400
    assert alt.endswith(" …")


@pytest.mark.parametrize(
    "source",
    [
        "sequenceDiagram\n participant C as 클라이언트\n C->>S: 요청",
        "classDiagram\n 동물 <|-- 개",
        "stateDiagram-v2\n [*] --> 실행중",
        "erDiagram\n 고객 ||--o{ 주문 : 한다",
        'pie title 언어\n "파이썬" : 40',
        "mindmap\n root((도커))\n  이미지",
        "gantt\n title 일정\n section 하나\n 작업 :a1, 2024-01-01, 3d",
        'quadrantChart\n title 그림\n "가": [0.3, 0.6]',
        "timeline\n title 역사\n 2013 : 도커",
        "gitGraph\n commit\n branch dev",
        "journey\n title 하루\n section 아침\n 일어나기: 5: 나",
        'block-beta\n columns 1\n a["앱"] b["OS"]',
    ],
)
def test_every_other_type_is_shown_as_the_engine_drew_it(source: str) -> None:
    found = drawn(source)
    assert found.diagnostics == ()
    assert found.scene is not None
    assert found.scene.raw_svg
    svg = render_svg(found.scene)
    ET.fromstring(svg)
    assert "Noto Sans CJK KR" in svg
    assert "color-mix" not in svg
    assert "var(" not in svg
    assert found.scene.alt


@pytest.mark.parametrize(
    ("source", "line", "code", "words"),
    [
        ("", 10, "diagram-empty", "the diagram is empty"),
        ("flowchart LR\n", 10, "diagram-empty", "the diagram has no nodes"),
        ("hello\nworld", 10, "diagram-type", "'hello' is no type of diagram"),
        ("flowchart LR\n A[[[ -->", 12, "diagram-syntax", "(column 5): '[ -->'"),
        ("flowchart LR\n A --> B\n end --> x", 13, "diagram-syntax", "(column 2): 'end --> x'"),
        ("sequenceDiagram\n a->b", 12, "diagram-syntax", "(column 6)"),
        ('pie\n "a" : 3\n "b" : -3\n', 13, "diagram-engine", "Negative values are not allowed"),
        ("gantt\n dateFormat YYYY-MM-DD\n 일 : 2024-13-45, 3d\n", 13, "diagram-engine", "Invalid date"),
        ("mindmap\n 뿌리\n  가지\n둘째 뿌리\n", 14, "diagram-engine", "only one root"),
    ],
)
def test_a_source_that_the_engine_refuses_is_an_error_at_its_place(
    source: str, line: int, code: str, words: str
) -> None:
    found = drawn(source)
    assert found.scene is None
    (problem,) = found.diagnostics
    assert (problem.severity, problem.place.line, problem.code) == (Severity.ERROR, line, code)
    assert words in problem.message


def test_an_error_comes_with_a_remedy() -> None:
    (problem,) = drawn("flowchart LR\n a[f(x)] --> b").diagnostics
    assert "in quotes" in problem.hint
    (problem,) = drawn("block-beta\n a[앱]").diagnostics
    assert "in quotes" in problem.hint
    (problem,) = drawn("flowchart LR\n end --> x").diagnostics
    assert "closes a subgraph" in problem.hint
    (problem,) = drawn("gitGraph\n branch 개발\n").diagnostics
    assert '"개발"' in problem.hint
    (problem,) = drawn("erDiagram\n A ||--x B : x\n").diagnostics
    assert problem.hint.startswith("such lines are written so: A ||--o{ B : words")
    (problem,) = drawn("xychart-beta\n x-axis [1월, 2월]\n bar [1, 2]\n").diagnostics
    assert problem.hint.endswith('"1월"')


@pytest.mark.parametrize(
    ("source", "line", "hint"),
    [
        ("sequenceDiagram\n A->>B: x\n particpant C\n", 13, "did you mean 'participant'?"),
        ('gitGraph\n commit\n comit id: "x"\n', 13, "did you mean 'commit'?"),
        ('gitGraph\n commit id "x"\n', 12, "commit id:"),
        ("kanban\n  todo[x]\n    c[a (b) c]\n", 13, "name[words]"),
        ("stateDiagram-v2\n A -> B\n", 12, "A --> B : words"),
        ("classDiagram\n A <-> B\n", 12, "A <|-- B : words"),
        ("gantt\n dateFormat YYYY-MM-DD\n section x\n task\n", 14, "words :2024-01-31, 5d"),
        ("pie\n ubuntu : 42\n", 12, '"words" : 42'),
        ("timeline\n 2008 x : \n : 3\n", 12, "2013 : words"),
        ("quadrantChart\n x-axis 단순 -> 복잡\n", 12, 'x-axis "words" --> "words"'),
        ("journey\n section y\n a 5\n", 13, "words: 5: who"),
        ('block-beta\n a["x" b\n', 12, 'a["words"]'),
        ('packet-beta\n 0-15 "a"\n', 12, '0-15: "words"'),
        ("xychart-beta\n bar [1,x]\n", 12, "such lines are written so: bar [1, 2]"),
        ("requirementDiagram\n requirement a {\n risk: huge\n }\n", 13, "written so: risk: low, medium or high"),
    ],
)
def test_what_is_not_understood_is_told_with_the_word_or_form_that_was_meant(source: str, line: int, hint: str) -> None:
    (problem,) = drawn(source).diagnostics
    assert (problem.place.line, problem.code) == (line, "diagram-syntax")
    assert hint in problem.hint
    assert "Expecting" not in problem.hint


@pytest.mark.parametrize(
    ("source", "line", "words"),
    [
        ("flowchart LR\n A[처음] --> B\n B --> C[끝\n C --> D\n", 13, "this '[' is not closed (column 9)"),
        ("flowchart LR\n subgraph x\n A --> B\n", 12, "this 'subgraph' is not closed (column 2)"),
        ("sequenceDiagram\n loop x\n alt y\n A->>B: hi (\n end\n", 12, "this 'loop' is not closed (column 2)"),
        ("classDiagram\n class A {\n +x int\n", 12, "this '{' is not closed (column 10)"),
        ("stateDiagram-v2\n state A {\n B --> C\n", 12, "this '{' is not closed (column 10)"),
    ],
)
def test_what_is_not_closed_is_told_where_it_opens(source: str, line: int, words: str) -> None:
    (problem,) = drawn(source).diagnostics
    assert (problem.place.line, problem.message) == (line, words)
    assert problem.hint.startswith("close it with")


@pytest.mark.parametrize(
    ("source", "line"),
    [
        ("gitGraph\n commit\n checkout nowhere\n", 13),
        ("gitGraph\n commit\n branch a\n branch a\n", 14),
        ('gitGraph\n commit id: "a"\n branch b\n cherry-pick id: "z"\n', 14),
        ('packet-beta\n 0-15: "a"\n 17-31: "b"\n', 13),
        ("architecture-beta\n service db(database)[DB] in nowhere\n", 12),
    ],
)
def test_what_the_engine_tells_without_a_line_is_found_by_what_it_cites(source: str, line: int) -> None:
    (problem,) = drawn(source).diagnostics
    assert (problem.place.line, problem.code) == (line, "diagram-engine")
    assert "Help" not in problem.message


def test_windows_line_ends_and_a_byte_order_mark_do_no_harm() -> None:
    assert [n.id for n in scene("\ufeffflowchart LR\r\n a --> b\r\n").nodes] == ["a", "b"]


def test_an_unknown_kind_is_an_error_with_a_guess() -> None:
    (problem,) = draw("a", "stac", PLACE).diagnostics
    assert (problem.code, problem.hint) == ("diagram-kind", "did you mean 'stack'?")


@pytest.mark.parametrize(
    "named", ["전기,가정 난방,10\n전기차,가정 난방,5\n", '"전기","가정 난방",10\n"전기차","가정 난방",5\n']
)
def test_flows_have_names_of_any_letters(named: str) -> None:
    shown = scene(f"sankey-beta\n{named}Q00z,전기차,2\n")
    assert shown.alt == "전기, 10, 가정 난방, 15, 전기차, 5, Q00z, 2"


def test_a_mistake_in_flows_is_told_without_the_names_that_the_engine_has_for_words() -> None:
    (problem,) = draw('sankey-beta\n전기,가정,10\n전기 "가정" 10\n', "mermaid", Place("a")).diagnostics
    assert problem.place.line == 3
    assert "Q0" not in problem.message + problem.hint


def test_breaks_in_what_is_told_are_not_read_out() -> None:
    told = "sequenceDiagram\n participant A as 첫<br/>사람\n A->>B: one<br>two<BR />three\n Note over A: a<br/>b\n"
    assert scene(told).alt == "첫 사람 → B: one two three; 첫 사람: a b"


def test_a_letter_that_no_font_has_is_said() -> None:
    found = drawn("flowchart LR\n a[도커 🐳] --> b[日本語 → 中文 x² café]")
    assert [d.message for d in found.diagnostics] == ["no font for pictures has 🐳"]
    assert found.scene is not None


def test_ten_sectors_of_a_pie_are_told_apart_and_their_words_can_be_read() -> None:
    shown = scene("pie\n" + "".join(f' "part {n}" : {20 - n}\n' for n in range(10)))
    sectors = [mark for mark in marks(shown) if mark.form == "path"]
    assert len({mark.fill for mark in sectors}) == len(sectors) == 10
    legend = [mark.fill for mark in marks(shown) if mark.form == "rect"]
    assert legend == [mark.fill for mark in sectors]
    written = [
        line.paint for mark in marks(shown) if mark.form == "words" for line in mark.lines if "%" in line.text.plain
    ]
    assert (written.count("page"), written.count("ink")) == (5, 5)


def test_icons_are_drawn_within_their_nodes() -> None:
    shown = scene(
        "architecture-beta\n group g(cloud)[G]\n service a(server)[A] in g\n service b(disk)[B] in g\n a:R -- L:b\n"
    )
    boxes = {mark.name: mark.box for mark in marks(shown) if mark.form == "rect"}
    icons = [mark for mark in marks(shown) if mark.form == "path" and mark.name in boxes]
    assert [mark.name for mark in icons] == ["g", "a", "b"]
    assert all(boxes[mark.name].holds(Point(mark.box.x, mark.box.y)) for mark in icons)
    assert all(10 < mark.box.width < 24 for mark in icons)


def test_abstract_and_static_members_of_a_class_look_so() -> None:
    shown = scene("classDiagram\n class A {\n +size()* int\n -int n$\n +f() void\n }\n")
    said = {run.text: set(run.styles) for mark in marks(shown) for line in mark.lines for run in line.text}
    assert said["+size() : int"] == {Style.ITALIC}
    assert said["-int n"] == {Style.UNDERLINE}
    assert said["+f() : void"] == set()


@pytest.mark.parametrize(
    "source",
    [
        "quadrantChart\n x-axis Low --> High\n y-axis Of little value & use --> Much\n A: [0.3, 0.2]\n",
        'xychart-beta\n x-axis [a, b]\n y-axis "Revenue of the shop in dollars" 0 --> 9\n bar [1, 2]\n',
        'xychart-beta\n x-axis [a, b]\n y-axis " " 0 --> 9\n bar [1, 2]\n',
    ],
)
def test_words_at_an_upright_axis_are_level_and_have_room(source: str) -> None:
    shown = scene(source)
    written = [mark for mark in marks(shown) if mark.form == "words"]
    assert all(mark.turn == 0 for mark in written)
    assert min(mark.box.x for mark in written) >= 0
    assert max(mark.box.right for mark in marks(shown)) <= shown.width
    assert not any(a.box.meets(b.box) for n, a in enumerate(written) for b in written[:n])
    drawn = ET.fromstring(render_svg(shown))
    assert float(drawn.get("width", "0")) == pytest.approx(shown.width + 2 * MARGIN, abs=0.1)
