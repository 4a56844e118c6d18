"""Decks that no author would write and every build must survive, for the tests of the slides."""

import io
from functools import cache

from PIL import Image

from deckbuild.assets import Picture
from deckbuild.model import (
    EMPTY,
    Block,
    Callout,
    Code,
    Command,
    Concept,
    Conclusion,
    Deck,
    Definition,
    Diagram,
    Example,
    Figure,
    Labelled,
    List,
    Math,
    Pair,
    Point,
    Question,
    Quote,
    Reference,
    RichText,
    Run,
    Style,
    Subheading,
    Table,
    Term,
    Todo,
)

R = RichText.of
KO = "컨테이너는 이미지를 실행한 상태이고 추가되거나 변경되는 값은 컨테이너에 저장된다. "
EN = "The quick brown fox jumps over the lazy dog and keeps running. "
ZH = "容器是镜像的运行实例，所有新增或更改的值都保存在容器中。"
JA = "コンテナはイメージを実行した状態であり、追加・変更される値はコンテナに保存される。"
AR = "الحاوية هي صورة قيد التشغيل وكل القيم المضافة محفوظة فيها "


@cache
def picture(src: str, width: int, height: int, kind: str = "png") -> Picture:
    """A picture of one colour."""
    out = io.BytesIO()
    Image.new("RGB", (width, height), "#88aacc").save(out, kind.upper())
    return Picture(src, f"notes/{src}", out.getvalue(), width, height, kind)


PICTURES = {
    p.src: p
    for p in (
        picture("tall.png", 120, 2400),
        picture("wide.png", 3000, 60),
        picture("tiny.png", 4, 4),
        picture("big.webp", 2600, 2000, "webp"),
        picture("square.jpg", 900, 900, "jpeg"),
    )
}


def concept(key: str, title: str, *body: Block, children: tuple[Concept, ...] = (), number: str = "") -> Concept:
    return Concept(key, R(title), title, number, body=body, children=children)


def deck(name: str, *concepts: Concept, language: str = "ko", title: str = "Hostile") -> Deck:
    return Deck(f"notes/{name}.md", name, R(title), language, concepts=concepts)


def nested(depth: int) -> tuple[Block, ...]:
    inner = nested(depth - 1) if depth else ()
    return (List((Point(R(f"level {depth} {EN[:30]}"), body=inner),)),)


def long_words() -> Deck:
    address = "https://example.com/" + "a/b-c?d=e&" * 120
    words = List((Point(R("가" * 900)), Point(R("漢" * 1200))))
    return deck(
        "words",
        concept("a", "W" * 300, Point(R("x" * 3000)), Point(R(address)), words),
        concept("b", "", Definition(R("W" * 200))),
        concept("c", EN * 20, Definition(R(KO * 3))),
        title="T" * 200,
    )


def tables() -> Deck:
    huge = tuple((R(KO), R(EN), R("1234"), R("x")) for _ in range(120))
    wide = tuple(tuple(R(f"cell {i} {j}") for j in range(16)) for i in range(9))
    return deck(
        "tables",
        concept("a", "Huge", Table(tuple(R(f"head {i}") for i in range(4)), huge, ("", "left", "right", "center"))),
        concept("b", "Wide", Table(tuple(R(f"column {i}") for i in range(16)), wide, ("",) * 16)),
        concept("c", "Fat", Table((R("a"), R("b")), ((R(KO * 60), R("short")), (R("k"), R("v" * 500))), ("", ""))),
        concept("d", "Head only", Table((R("first"), R("second")), (), ("", ""))),
        concept("e", "Blank", Table((R(""), R("")), ((R(""), R("")),), ("", ""))),
        concept("f", "Nothing", Table((), (), ())),
    )


def lists() -> Deck:
    many = List(tuple(Point(R(f"{i} {KO if i % 3 else EN}")) for i in range(200)), style="ordered", start=95)
    inner = (List((Point(R(KO)), Point(R(EN), body=(Code("x = 1\n" * 4, "python"),)))),)
    mixed = List(tuple(Point(R(EN), leads_to=(R(KO), R(EN)), body=inner) for _ in range(12)))
    endless = Point(R(EN.replace(".", "").replace(" ", "_") * 60))
    return deck(
        "lists",
        concept("a", "Deep", *nested(40)),
        concept("b", "Long", many),
        concept("c", "Nested", mixed),
        concept("d", "Endless", Point(R(KO * 150)), Point(R(ZH * 150)), endless),
    )


def code() -> Deck:
    lines = [f'    return "{"z" * (i % 130)}" + x  # 주석' if i % 11 else "" for i in range(500)]
    commands = [Command("docker run " + "--flag value " * k, R(KO if k % 2 else ""), "out\n" * k) for k in range(14)]
    return deck(
        "code",
        concept("a", "Long", Code("\n".join(lines), "python")),
        concept("b", "Commands", *commands),
        concept("c", "Blank", Code("\n\n\n")),
        concept(
            "d", "Wide", Code("a" * 5000), Point(R(EN)), Code("한글 코드 줄 " * 80), Code("\tif x:\n\t\ty\n" * 30, "go")
        ),
        concept("e", "Diagram", Diagram("graph LR\nA-->B\n" * 30, "mermaid", R("caption"))),
    )


def figures() -> Deck:
    cases = (("tall.png", "", 3), ("wide.png", KO * 4, 12), ("tiny.png", "tiny", 1), ("big.webp", EN, 30))
    cases += (("square.jpg", "square", 5), (f"missing/{'x' * 300}.png", KO, 4), ("missing.png", "", 14))
    each = [
        concept(f"f{i}", src, Point(R(KO)), Figure(src, R(text)), List(tuple(Point(R(KO)) for _ in range(count))))
        for i, (src, text, count) in enumerate(cases)
    ]
    row = concept("row", "Row", *(Figure("square.jpg", R(f"figure {i}")) for i in range(5)))
    after = concept("after", "After", Point(R(EN)), Figure("square.jpg"), Point(R(KO)), Figure("tall.png", R(KO)))
    return deck("figures", *each, row, after)


def empty() -> Deck:
    nothing: tuple[Block, ...] = (
        Point(EMPTY),
        List(()),
        Definition(EMPTY),
        Quote(()),
        Callout("note"),
        Labelled(EMPTY),
        Term(EMPTY, EMPTY),
        Question(EMPTY, EMPTY),
        Math(""),
        Subheading(EMPTY),
        Example(EMPTY),
        Reference(EMPTY, ""),
        Pair(EMPTY, EMPTY),
    )
    children = (concept("c", ""), concept("d", ""))
    return deck(
        "empty",
        concept("a", ""),
        concept("b", "", children=children),
        concept("e", "Todo", Todo(R("do it"))),
        concept("f", "Nothing", *nothing),
        title="",
    )


def scripts() -> Deck:
    odd = ("🎉🚀👩‍👩‍👧‍👦" * 30, "a\u0301\u0308" * 200, "हिन्दी पाठ " * 40, "\x00\x01\x0b\ufffe\ud800bad & <xml> \u2028")
    return deck(
        "scripts",
        concept("a", AR, Definition(R(AR * 2)), List(tuple(Point(R(AR * k)) for k in range(1, 9)))),
        concept("b", "עברית", Point(R("שלום עולם " * 30))),
        concept("c", "ไทย", Point(R("สวัสดีชาวโลก" * 60))),
        concept("d", "Odd", List(tuple(Point(R(text)) for text in odd))),
        language="ar",
    )


def east_asian() -> Deck:
    rows = tuple((R(ZH), R(JA)) for _ in range(12))
    return deck(
        "cjk",
        concept("a", "中文标题" * 20, Definition(R(ZH)), Point(R(ZH * 40)), number="1"),
        concept("b", "日本語", List(tuple(Point(R(JA * k)) for k in range(1, 8)))),
        concept("c", "Mixed", Point(R((KO + EN + ZH + JA) * 12)), Table((R("术语"), R("说明")), rows, ("", ""))),
        language="zh",
        title="中文" * 30,
    )


def panels() -> Deck:
    quote = Quote((Point(R(KO * 9)), List((Point(R(EN)), Code("x")))))
    sums = tuple(Pair(R("side " + "x" * k), R(" + ".join("abcdefgh"[: k + 1])), "=") for k in range(8))
    links = tuple(Reference(R(f"name {i} {EN * (i % 3)}"), "https://example.com/" + "p" * i * 20) for i in range(14))
    story = concept(
        "a",
        "Story",
        Term(R("눈송이 서버"), R(KO * 20)),
        Term(R("아주 긴 용어 이름이 여기에 있습니다 정말로 길어요"), R(EN * 8)),
        quote,
        Callout("warning", R(KO), (Point(R(EN * 30)),)),
        Conclusion(R(KO * 8)),
        Conclusion(R("끝")),
        children=(concept("b", "x", Definition(R(KO))), concept("c", "y", Definition(R(EN))), concept("d", "z")),
    )
    return deck(
        "panels",
        story,
        concept("e", "Sums", List(sums, R("example"))),
        concept("f", "Questions", *(Question(R(f"{KO}?"), R(EN * 2)) for _ in range(9))),
        concept("g", "Links", List(links, role="references"), Reference(R("bad"), "javascript:alert(1)")),
        concept("h", "Small", children=tuple(concept(f"s{i}", f"child {i}", Definition(R(EN))) for i in range(23))),
    )


def many_sections() -> Deck:
    return deck(
        "many", *(concept(f"s{i}", f"섹션 {i} {KO}", Definition(R(KO)), number=f"{i}.{i}.10") for i in range(30))
    )


def styles() -> Deck:
    runs = [Run(style.value + " ", frozenset([style])) for style in Style]
    runs += [Run("기울임 ", frozenset([Style.ITALIC])), Run(r"\frac{a}{b}", kind="math"), Run("\n", kind="break")]
    runs += [Run("code", kind="code"), Run("alt", href="x.png", kind="image"), Run("1", kind="reference")]
    runs += [Run("web", href="https://a.b/c?d=e&f=g"), Run("other note", href="./x.md")]
    return deck("styles", concept("a", "Styles", Point(RichText(runs)), Math(r"\sum_{i=0}^n " * 60)))


def long_names() -> Deck:
    """References with addresses of many letters, and small children with long headings below a statement."""
    links = tuple(Reference(R("name"), "https://example.com/?to=" + "p" * n) for n in (300, 400, 550, 1000, 3000))
    bare = tuple(Reference(R("https://example.com/" + "p" * n), "https://example.com/" + "p" * n) for n in (300, 3000))
    named = tuple(Reference(R("Name of a book " * n), "https://example.com") for n in (8, 40, 300))
    small = (
        concept(f"s{n}", f"Why {n}", Definition(R("A lock keeps two writers apart.")), children=(_child(n),))
        for n in (80, 110, 200, 2000)
    )
    return deck("long names", concept("a", "Links", List((*links, *bare, *named), role="references")), *small)


def _child(letters: int) -> Concept:
    return concept(f"c{letters}", (f"{letters} " + "heading " * letters)[:letters], List((Point(R("small one")),)))


DECKS = {
    each.name: each
    for each in (
        long_words(),
        tables(),
        lists(),
        code(),
        figures(),
        empty(),
        scripts(),
        east_asian(),
        panels(),
        many_sections(),
        styles(),
        long_names(),
    )
}
