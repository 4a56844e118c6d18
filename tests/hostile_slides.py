"""Notes that are hard to put on slides: any number of them, each made from its number alone.

They hold what makes text leave its box (words without a space, addresses, hashes, tables that are huge or wide, deep
lists, letters from right to left, marks that combine, code with lines of 400 characters) and what makes slides alike
(headings that are huge, empty, or the same).
"""

from __future__ import annotations

import hashlib
from collections.abc import Callable
from random import Random

COUNT = 300
LATIN = [
    "memory",
    "page",
    "kernel",
    "thread",
    "lock",
    "queue",
    "cache",
    "table",
    "index",
    "commit",
    "branch",
    "router",
    "packet",
    "segment",
    "window",
    "buffer",
]
HANGUL = [
    "컨테이너",
    "이미지",
    "실행",
    "상태이고",
    "추가되거나",
    "변경되는",
    "값은",
    "저장된다",
    "프로세스",
    "스레드",
    "메모리를",
    "공유한다",
    "가상화",
]
HAN = [
    "容器是镜像的运行实例",
    "所有新增或更改的值",
    "都保存在容器中",
    "コンテナは",
    "イメージを実行した",
    "状態であり",
    "データベース",
]
RIGHT = [
    "الحاوية",
    "هي",
    "صورة",
    "قيد",
    "التشغيل",
    "وكل",
    "القيم",
    "المضافة",
    "محفوظة",
    "פיה",
    "מכולה",
    "היא",
    "תמונה",
    "בזמן",
    "ריצה",
    "וכל",
    "ערך",
    "נשמר",
    "בה",
]
SCRIPTS = (LATIN, LATIN, HANGUL, HANGUL, HAN, RIGHT)
EMOJI = ("🚀", "👩‍👩‍👧‍👦", "🇰🇷", "👍🏽", "⚙️", "1️⃣")
FORMULAS = (r"\frac{a_1+b^2}{\sqrt{c}}", r"\sum_{i=0}^{n} x_i^2", r"E = mc^2", r"\begin{matrix}1&2\\3&4\end{matrix}")
Make = Callable[[Random], str]


def words(chance: Random, least: int = 3, most: int = 30) -> str:
    """Words of one script, now and then with something odd among them."""
    script = chance.choice(SCRIPTS)
    said = [chance.choice(script) for _ in range(chance.randint(least, most))]
    if chance.random() < 0.3:
        said.insert(chance.randrange(len(said) + 1), odd(chance))
    return " ".join(said)


def odd(chance: Random) -> str:
    """Something that has no place to break, or that is not what it seems."""
    name = "".join(chance.choices("abcdefghijklm", k=chance.choice((30, 90, 300))))
    return chance.choice(
        (
            name,
            name.title() + "Factory" * 5,
            f"https://example.com/{name}?q={name[:20]}&p=1#part-{name[:9]}",
            hashlib.sha512(name.encode()).hexdigest(),
            "가나다라마바사" * chance.randint(2, 20),
            chance.choice(EMOJI) * chance.randint(1, 12),
            "Z" + "\u0300\u0316\u0334" * 12 + "algo e\u0301te\u0301",
            f"${chance.choice(FORMULAS)}$",
            f"`{name[:60]}`",
            f"**bold {name[:9]}** and ~~struck~~ and ==marked==",
            f"[{name[:40]}](https://example.com/{name})",
        )
    )


def paragraph(chance: Random) -> str:
    return " ".join(words(chance) + "." for _ in range(chance.choice((1, 2, 4, 25))))


def items(chance: Random) -> str:
    """A list of up to 40 items, each up to eight levels deep."""
    lines, depth = [], 0
    mark = chance.choice(("-", "1."))
    for _ in range(chance.choice((2, 5, 12, 40))):
        depth = max(0, min(8, depth + chance.choice((-2, -1, 0, 0, 1))))
        lines.append("   " * depth + f"{mark} {words(chance, 1, 18)}")
    return "\n".join(lines)


def labels(chance: Random) -> str:
    return "\n".join(f"- **{words(chance, 1, 3)}** : {words(chance)}" for _ in range(chance.randint(2, 9)))


def table(chance: Random) -> str:
    """A table that is huge, wide, or both."""
    columns, rows = chance.choice(((2, 4), (3, 60), (16, 5), (5, 12), (9, 25)))
    lines = [[words(chance, 1, 2) for _ in range(columns)], ["---"] * columns]
    lines += [[words(chance, 1, chance.choice((1, 3, 12))) for _ in range(columns)] for _ in range(rows)]
    return "\n".join(f"| {' | '.join(cell.replace('|', '') for cell in line)} |" for line in lines)


def code(chance: Random) -> str:
    """Code with tabs, and lines of 400 characters."""
    lines = ["\t" * chance.randint(0, 6) + words(chance, 1, 8).replace("`", "") for _ in range(chance.randint(1, 45))]
    lines.insert(0, "x = '" + chance.choice("ab c가") * 400 + "'")
    return f"```{chance.choice(('python', 'bash', ''))}\n" + "\n".join(lines) + "\n```"


def quote(chance: Random) -> str:
    return "\n".join("> " * depth + words(chance) + "\n" + "> " * depth for depth in range(1, chance.randint(2, 7)))


def question(chance: Random) -> str:
    return f"Q: {words(chance, 3, 40)}?\nA: {paragraph(chance)}"


def sides(chance: Random) -> str:
    """Pros and cons, one side far longer than the other."""
    pro = "\n".join(f"- {words(chance)}" for _ in range(chance.randint(1, 3)))
    con = "\n".join(f"- {words(chance)}" for _ in range(chance.randint(1, 14)))
    return f"**Pros**\n\n{pro}\n\n**Cons**\n\n{con}"


def formula(chance: Random) -> str:
    return "$$\n" + " + ".join(chance.choices(FORMULAS, k=chance.choice((1, 3, 9)))) + "\n$$"


def pictures(chance: Random) -> str:
    """Figures of odd shapes in a row: those of `hostile_decks`."""
    names = ("tall.png", "wide.png", "tiny.png", "big.webp", "square.jpg")
    return "\n\n".join(
        f"![{words(chance, 1, 9)}]({name})" for name in chance.choices(names, k=chance.choice((1, 2, 7)))
    )


PARTS: tuple[Make, ...] = (
    paragraph,
    paragraph,
    items,
    items,
    labels,
    table,
    code,
    quote,
    question,
    sides,
    formula,
    pictures,
)


def heading(chance: Random, depth: int) -> str:
    title = chance.choice(("", "Same", "Same", words(chance, 1, 4), words(chance, 1, 4), words(chance, 40, 60)))
    return f"{'#' * depth} {title}".rstrip()


def note(number: int) -> str:
    """The note of a number; the same in every run."""
    chance = Random(number)
    parts = [f"# {words(chance, 1, chance.choice((3, 6, 50)))}"]
    depth = 1
    for _ in range(chance.randint(1, 7)):
        depth = max(2, min(6, depth + chance.choice((-1, 0, 0, 1, 1))))
        parts += [heading(chance, depth), *(chance.choice(PARTS)(chance) for _ in range(chance.randint(0, 3)))]
    return "\n\n".join(parts) + "\n"
