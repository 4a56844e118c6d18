"""Where a line of a paragraph goes on with the one before, and where it begins anew."""

from __future__ import annotations

import pytest

from deckbuild.model import List, Place, Quote, blocks
from deckbuild.readers.inline import read_inline
from deckbuild.readers.notes import read_note
from deckbuild.readers.passages.prose import lines_of
from deckbuild.readers.passages.wrapping import sentences


def cut(text: str) -> list[str]:
    lines = lines_of(read_inline(text).text, Place("x.md", 1, 1 + text.count("\n")))
    return [line.text.plain for line in sentences(lines)]


@pytest.mark.parametrize(
    "text",
    [
        "结构特点：流动性\n功能特点：选择透过性",
        "TIME_WAIT : 먼저 끊은 쪽\nCLOSE_WAIT : 나중에 끊는 쪽",
        "李商隐 -> 无题诗，朦胧含蓄\n杜牧 -> 咏史绝句",
        "固有値の和 = トレース\n行列式 = 固有値の積",
        "背景：757年，安史之乱中\n感情 → 忧国、思家",
        "a. fraud\nb. duress\nc. undue influence",
        "👍 上手快\n👎 费用高",
        "※ 시험에 나옴\n※ 과제에도 나옴",
        "Step 1: label the tubes\nStep 2: spin for 5 min\nStep 3 is the last",
        "갤럭시로 사진을 찍습니다\n갤럭시로 전화를 겁니다",
        "First line  \nSecond line",
        "First line\\\nSecond line",
        "First line<br>\nSecond line",
        "One sentence.\nAnother one.",
        "short line here\nNote: the next one is a label",
    ],
)
def test_lines_that_are_each_a_statement_stay_apart(text: str):
    assert len(cut(text)) == text.count("\n") + 1


@pytest.mark.parametrize(
    "text",
    [
        "The probability of false positives is determined by\nthree factors: the size of the filter",
        "Heapsort can be thought of as an improved selection\nsort: like that algorithm, it divides its input",
        "The rows of Pascal's triangle are conventionally enumerated\nstarting with row n = 0 at the top",
        "若正在訪問的節點（例如 C）已存在於佇列中，\n代表先前已經透過另一條路徑（A → C）計算過其距離",
        "이미지는 컨테이너를 만드는 데 필요한\n모든 파일을 가진다",
        "임계영역에 들어갈 수 없을 때,<br>\n루프를 돌면서 재시도한다",
        "see the list of\nPorts: they are open",
        "Two  \nhard breaks\\\nwithin a sentence",
        "정규형의 순서는\n2. 이렇게 이어진다",
    ],
)
def test_a_line_that_goes_on_is_joined(text: str):
    assert len(cut(text)) == 1


def test_a_line_that_goes_on_belongs_to_the_label_above_it():
    assert cut("정의 : 하나의 긴 문장이\n두 줄로 나뉜 것\n예외 : 다른 것") == [
        "정의 : 하나의 긴 문장이 두 줄로 나뉜 것",
        "예외 : 다른 것",
    ]


@pytest.mark.parametrize(
    ("text", "start"),
    [("（1）甲\n（2）乙\n（3）丙", 1), ("①有效\n②无效\n③可撤销", 1), ("(3) c\n(4) d", 3), ("1) 하나\n2) 둘", 1)],
)
def test_lines_with_numbers_are_an_ordered_list_without_them(text: str, start: int):
    (listed,) = read_note(f"# T\n\n{text}\n", "x.md").deck.body
    assert isinstance(listed, List)
    assert (listed.style, listed.start, len(listed.items)) == ("ordered", start, text.count("\n") + 1)


def test_letters_stay_in_their_lines_since_other_lines_refer_to_them():
    points = read_note("# T\n\na) fraud\nb) duress\n", "x.md").deck.body
    assert [block.text.plain for block in points] == ["a) fraud", "b) duress"]


def quoted(*rows: str, above: str = "") -> list[str]:
    """What the points of a quotation say, below a paragraph."""
    note = f"# T\n\n{above}\n\n" + "".join(f"> {row}\n" for row in rows)
    return [
        block.text.plain for block in blocks(read_note(note, "x.md").deck.body[-1:]) if not isinstance(block, Quote)
    ]


LONG = "Whoever wrote this paragraph did not wrap it, however long it became before it came to its end."


@pytest.mark.parametrize(
    "rows",
    [
        ("나는 강가에 앉아", "물이 가는 소리를", "오래 들었습니다"),
        ("The river keeps its even pace,", "And all the boats that pass the mill", "Are gone before I know their face"),
    ],
)
def test_short_lines_of_a_quotation_that_no_editor_broke_keep_their_breaks(rows: tuple[str, ...]):
    assert quoted(*rows) == ["\n".join(rows)]
    assert quoted(*rows, "— 작자 미상") == ["\n".join(rows), "— 작자 미상"]


@pytest.mark.parametrize(
    "rows",
    [
        ("a lamp above the door", "a coat upon the chair"),
        ("밤하늘에 걸린", "작은 등불 하나"),
        ("雪どけの", "道に小さき"),
    ],
)
def test_in_a_note_with_long_lines_two_short_ones_are_enough(rows: tuple[str, ...]):
    assert quoted(*rows, above=LONG) == ["\n".join(rows)]
    assert len(quoted(*rows)[0].split("\n")) == 1


@pytest.mark.parametrize("above", ["", LONG])
@pytest.mark.parametrize(
    "rows",
    [
        (
            "These lines were broken by an editor",
            "that fills each of them as far as it",
            "can before it goes on in the next.",
        ),
        ("A sentence ends here. And then", "it goes on below"),
        ("The lines of this quotation are as long as prose has them,", "And so are joined"),
    ],
)
def test_prose_of_a_quotation_that_an_editor_wrapped_is_joined(rows: tuple[str, ...], above: str):
    assert quoted(*rows, above=above) == [" ".join(rows)]


def test_a_name_in_bold_above_a_line_of_a_quotation_is_no_verse():
    assert quoted("**Note**", "one more thing", above=LONG) == ["Note", "one more thing"]
