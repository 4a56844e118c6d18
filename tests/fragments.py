"""Notes as people might write them, made of pieces: for tests that say what holds of any note."""

from __future__ import annotations

from hypothesis import strategies as st
from hypothesis.strategies import SearchStrategy

Text = SearchStrategy[str]

VOCABULARY = (
    "image layer Docker 컨테이너는 이미지를 실행한다 정의 장점 예시 트랜잭션(Transaction) 데이터를 固有値 行列 定義とは 例えば "
    "进程 线程是调度单位 优点 静夜思 snake_case 3.14 O(n) a*b C++ :: 1889年 --- 😀 ✅ TODO vs 10% «né» Ⅲ ① x=1 -> => → , . 。 ? 다."
)
WORDS = st.sampled_from(VOCABULARY.split())
PHRASES = st.lists(WORDS, min_size=1, max_size=5).map(" ".join)
NAMES = st.sampled_from(["a", "b", "노트", "1", "x-y", "图"])
RAW = st.text("ab 가漢 \t\n*_`~=[](){}<>|#$\\!:-+.&\"'^1\u3000", max_size=12)


def between(opening: str, closing: str, inner: Text = PHRASES) -> Text:
    return inner.map(lambda text: f"{opening}{text}{closing}")


INLINE = st.one_of(
    PHRASES,
    PHRASES,
    *(between(mark, mark) for mark in ("**", "*", "_", "__", "`", "``", "~~", "==", "$", "***")),
    *(
        between(f"<{tag}>", f"</{tag.split()[0]}>")
        for tag in ("b", "u", "sub", "kbd", "mark", "ruby", "font color='red'", "x-y")
    ),
    between("{{c1::", "}}"),
    between("{{c2::", "::hint}}"),
    between("[[", "]]"),
    between("![[", ".png|300]]"),
    between("[", "](https://example.com/a_(b))"),
    between("[", "](<page two.md> 'title')"),
    between("![", "](cell.png)"),
    between("\\(", "\\)"),
    between("[", "][a]"),
    NAMES.map("[^{}]".format),
    NAMES.map("[{}]".format),
    st.sampled_from(
        ["<br>", "<br/>", "&nbsp;", "&amp;", "\\*", ":warning:", "<!-- unseen -->", "<https://a.b>", "#tag"]
    ),
    RAW,
)
LINES = st.lists(INLINE, min_size=1, max_size=4).map(" ".join)
SEVERAL = st.lists(LINES, min_size=1, max_size=3).map("\n".join)

HEADINGS = st.builds(
    "{} {}{}{}".format,
    st.sampled_from(["#", "##", "##", "###", "####", "######", "#######"]),
    st.sampled_from(["", "", "", "1. ", "1.1 ", "2) ", "(1) ", "一、", "Q. ", "A. ", "III. "]),
    LINES,
    st.sampled_from(["", "", "", "?", " 란?", " #", " {#own .hard}", " #flashcards/x"]),
)
SETEXT = st.builds("{}\n{}".format, SEVERAL, st.sampled_from(["===", "---", "-"]))
MARKERS = st.sampled_from(["- ", "* ", "+ ", "1. ", "2) ", "-\t", "- [ ] ", "- [x] ", "a. ", "① ", "(1) ", "1.", "• "])
INDENTS = st.sampled_from(["", "", " ", "  ", "   ", "    ", "      ", "\t", "        "])
ITEMS = st.builds("{}{}{}".format, INDENTS, MARKERS, LINES)
LISTS = st.lists(st.one_of(ITEMS, ITEMS, st.builds("{}{}".format, INDENTS, LINES)), min_size=1, max_size=6).map(
    "\n".join
)
CELLS = st.lists(st.one_of(PHRASES, INLINE), min_size=1, max_size=4).map(" | ".join)
TABLES = st.builds(
    lambda rows, rule, edge: "\n".join(f"{edge}{row}{edge}" for row in (rows[0], rule, *rows[1:])),
    st.lists(CELLS, min_size=1, max_size=4),
    st.sampled_from(["---|---", ":-:|-:|---", "---", "|-|-|"]),
    st.sampled_from(["", "|", "| "]),
)
FENCES = st.builds(
    "{0}{1}\n{2}\n{3}".format,
    st.sampled_from(["```", "~~~", "````", "   ```"]),
    st.sampled_from(["", "", "bash", "python", "text", "mermaid", "math", "output", "{.sql #x}"]),
    st.lists(
        st.one_of(LINES, st.sampled_from(["$ docker ps", "x = 1", "    return", "", "-> so", "# why"])), max_size=4
    ).map("\n".join),
    st.sampled_from(["```", "```", "~~~", "````", ""]),
)
HTML = st.one_of(
    st.builds("<details><summary>{}</summary>\n\n{}\n\n</details>".format, LINES, SEVERAL),
    st.builds("<table><tr><th>{}</th></tr><tr><td>{}<td>{}</table>".format, PHRASES, LINES, PHRASES),
    st.builds("<div align='center'>\n{}\n</div>".format, SEVERAL),
    st.builds("<p>{}\n<ul><li>{}".format, LINES, LINES),
    st.builds("<img src='a.png' width=300 alt='{}'>".format, PHRASES),
    st.builds("<pre>\n{}\n</pre>".format, SEVERAL),
    st.sampled_from(
        ["<div>", "</div>", "<!-- open", "<!-- deckbuild: skip -->", "<!-- deckbuild: slide break -->", "<hr>"]
    ),
)
MARKS = st.one_of(
    st.builds("Q: {}\nA: {}".format, LINES, SEVERAL),
    st.builds("{}{}{}".format, LINES, st.sampled_from([" :: ", " ::: ", "::", " : ", " -> ", " = ", " — "]), LINES),
    st.builds("{}\n{}\n{}".format, LINES, st.sampled_from(["?", "??"]), SEVERAL),
    st.builds("C: {} [{}] {}".format, PHRASES, PHRASES, PHRASES),
    st.builds("**{}** : {}".format, PHRASES, LINES),
    st.builds("{}\n: {}".format, PHRASES, SEVERAL),
    st.builds("{}\n{} {}".format, LINES, st.sampled_from(["->", "=>", "→", "※"]), LINES),
    st.builds("**{}**".format, PHRASES),
    st.builds("[^{}]: {}".format, NAMES, SEVERAL),
    st.builds("[{}]: {}".format, NAMES, st.sampled_from(["/u", "<u v> 'title'", "word", "a b"])),
    st.builds("$$\n{}\n$$".format, SEVERAL),
    st.builds("\\[{}\\]".format, PHRASES),
)
LEAVES = st.one_of(
    HEADINGS, SETEXT, SEVERAL, SEVERAL, LISTS, LISTS, TABLES, FENCES, HTML, MARKS, MARKS, st.just("***"), RAW
)


def inside(block: Text) -> Text:
    """A block within a quote, a callout or an item: what lists and quotes hold is where readers go wrong."""
    quote = st.sampled_from(["> ", ">", "> [!note] title\n> ", "> [!question]- \n> ", ">> "])
    item = st.sampled_from([("- ", "  "), ("1. ", "   "), ("* ", "    "), ("[^a]: ", "    "), (": ", "  ")])
    return st.one_of(
        st.builds(lambda mark, text: mark + text.replace("\n", "\n" + mark[-2:]), quote, block),
        st.builds(lambda marks, text: marks[0] + text.replace("\n", "\n" + marks[1]), item, block),
    )


BLOCKS = st.recursive(LEAVES, inside, max_leaves=3)
FRONT = st.sampled_from(
    [
        "",
        "",
        "",
        "---\ntitle: Note\ntags: [a, b]\nx: 1\n---\n",
        "---\nlang: ja\n---\n\n",
        "---\ntitle: [\n---\n",
        "---\nopen\n",
    ]
)
NOTES: Text = st.builds(
    lambda front, top, blocks, glue: front + top + glue.join(blocks) + "\n",
    FRONT,
    st.sampled_from(["", "", "# Docker\n\n", "# 進程\n\n"]),
    st.lists(BLOCKS, max_size=6),
    st.sampled_from(["\n\n", "\n\n", "\n", "\n \n\n"]),
)
ANY_TEXT: Text = st.text(st.characters(), max_size=200)
"""Whatever can be in a string, also halves of surrogate pairs and control characters."""
