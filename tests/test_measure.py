"""Lines are counted from a fixed table, and never fewer than a renderer shows."""

import random
import subprocess
from pathlib import Path

import pytest

from deckbuild.plan.measure import (
    MONO,
    SAFETY,
    SCRIPT_GAP,
    Chunk,
    advance,
    line_count,
    line_widths,
    longest_word,
    sentences,
    text_width,
    words,
)
from deckbuild.plan.measure.widths import BOLD, REGULAR

from .conftest import need


def count(text: str, size: float, width: float, **look: bool) -> int:
    return line_count((Chunk(text, 1.0, **look),), size, width)


def test_an_empty_text_takes_one_line() -> None:
    assert count("", 20, 100) == 1


def test_text_that_fits_takes_one_line() -> None:
    assert count("short", 20, 200) == 1


def test_a_line_break_of_the_author_counts() -> None:
    assert count("one\ntwo", 20, 800) == 2


@pytest.mark.parametrize(
    ("text", "lines"),
    [("abcde\nf", 3), ("abcde \nf", 3), ("가나다라마\n바", 3), ("あいうえお\nか", 2), ("あいうえ \nか", 2)],
)
def test_a_space_before_a_forced_break_needs_room(text: str, lines: int) -> None:
    """LibreOffice (7.4, measured) sets an empty line where it has none; behind kana and Han no space is written."""
    width = max(text_width(text.split()[0]), 5.0 * (text[0] == "あ")) * 20 / SAFETY + 0.5
    assert count(text, 20, width) == lines
    assert count(text, 20, width + 8) == 2


def test_lines_break_at_spaces() -> None:
    word = "abcde"
    width = text_width(word) * 20 / SAFETY + 1
    assert count(" ".join([word] * 4), 20, width) == 4


def test_spaces_at_the_end_of_a_line_take_no_room() -> None:
    width = text_width("abc") * 20 / SAFETY + 0.5
    assert count("abc   ", 20, width) == 1


def test_hangul_is_not_broken_inside_words() -> None:
    assert len(words((Chunk("컨테이너를 실행한다"),))) == 2


def test_han_and_kana_break_anywhere_but_before_closing_signs() -> None:
    found = words((Chunk("容器（镜像）。"),))
    assert len(found) == 4


def test_a_word_longer_than_a_line_is_broken_and_counted() -> None:
    assert count("x" * 100, 20, 200) >= 100 * advance("x") * 20 / 200


def test_a_long_word_counts_the_lines_that_early_breaks_at_its_signs_would_cost() -> None:
    plain, signs = "a" * 60, "aaaaaaa/" * 7 + "aaaa"
    assert count(signs, 20, 130) > count(plain, 20, 130) - 1


@pytest.mark.parametrize(
    ("word", "width", "lines"),
    [("EventDispatcher(이벤트),ResourceResolver(설정", 175, 4), ("인터페이스EventDispatcher컨테이너", 225, 3)],
    ids=["within", "between"],
)
def test_a_long_word_counts_the_lines_that_early_breaks_beside_hangul_would_cost(
    word: str, width: float, lines: int
) -> None:
    """`Dispatcher(이벤` may be all that stands on a line, and so may `인터페이스`."""
    assert count(word, 20, width) == lines


def test_after_a_short_word_a_long_one_begins_a_line() -> None:
    assert count("1 " + "x" * 40, 20, 200) == count("x" * 40, 20, 200) + 1


def test_more_width_never_takes_more_lines() -> None:
    text = "컨테이너 기반의 open source 가상화 플랫폼 https://hub.docker.com/r/library 그리고 끝"
    counts = [count(text, 18, width) for width in range(60, 900, 20)]
    assert counts == sorted(counts, reverse=True)


def test_larger_letters_never_take_fewer_lines() -> None:
    text = "하나의 서버에 여러개의 컨테이너가 독립적으로 실행된다 and each has its own file system"
    counts = [count(text, size, 300) for size in range(10, 60, 2)]
    assert counts == sorted(counts)


def test_bold_is_at_least_as_wide_as_regular_in_letters_and_digits() -> None:
    letters = "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789"
    assert all(advance(c, bold=True) >= advance(c) for c in letters)


def test_code_is_set_in_columns() -> None:
    assert {advance(c, mono=True) for c in "il.W0{}"} == {MONO}
    assert advance("가", mono=True) == 1.0


def test_a_switch_of_script_costs_room() -> None:
    assert text_width("가a") > text_width("가") + text_width("a")


def test_signs_are_set_in_the_latin_font_and_cost_a_gap_on_either_side() -> None:
    apart = text_width("들") + text_width(",") + text_width("오")
    assert text_width("들,오") == pytest.approx(apart + 2 * SCRIPT_GAP)


def test_unknown_letters_are_taken_for_wide() -> None:
    assert advance("🎉") > 1.0
    assert advance("𓀀") == 1.0
    assert advance("\u200b") <= 1.0


def test_the_table_covers_what_notes_are_written_in() -> None:
    for table in (REGULAR, BOLD):
        covered = {first + i for first, letters in table.items() for i in range(len(letters))}
        assert {ord(c) for c in "aZ09…→⇒“”•—±×√αΩЖ€①☆"} <= covered


def test_line_widths_say_how_long_each_line_is() -> None:
    widths = line_widths((Chunk("aa bbbbbbbbbb"),), 10, text_width("bbbbbbbbbb") * 10 / SAFETY + 1)
    assert len(widths) == 2
    assert widths[0] < widths[1]


def test_the_longest_word_is_measured() -> None:
    assert longest_word((Chunk("a bbb cc"),), 10) == pytest.approx(text_width("bbb") * 10 / SAFETY)


def test_sentences_end_at_full_stops_of_every_script() -> None:
    text = "One. Two? 세 번째다. 四。五！六"
    assert [text[a:b] for a, b in sentences(text)] == ["One.", "Two?", "세 번째다.", "四。", "五！", "六"]


SENTENCES = (
    "컨테이너 기반의 오픈소스 가상화 플랫폼",
    "cpu의 가상화 기술(HVM)을 이용한 KVM과 반가상화 방식의 Xen이 등장",
    "apt-get 이나 yum으로 패키지 설치 가능",
    "A server was set up a month ago, and B server just now; they differ in WHY and HOW.",
    "https://docs.docker.com/registry/spec/api-v2/manifest?digest=sha256-abcdef0123456789",
    "容器是镜像的运行实例，所有新增或更改的值都保存在容器中。",
    "コンテナを生成する時もレイヤー方式を使う。",
    "비균등하게 2개로 분할한다.(왼쪽 : 피벗보다 작은 요소들, 오른쪽 : 피벗보다 큰 요소들, 끝)",
    "기존의 이미지 레이어 위에 읽기/쓰기 레이어를 추가해줌 -> 최소한의 용량만 사용한다.",
    "EventDispatcher(이벤트),ResourceResolver(설정 정보 처리),인터페이스EnvironmentListener컨테이너를 쓴다.",
)


@pytest.mark.real
def test_libreoffice_never_shows_more_lines_than_counted(tmp_path: Path) -> None:
    """200 boxes of mixed text at random widths and sizes, each on a slide of its own."""
    soffice = need("soffice")
    import pdfplumber

    from deckbuild.exporters.base import Stamp
    from deckbuild.exporters.pptx import export
    from deckbuild.plan.slides.inline import line
    from deckbuild.plan.slides.page import Page, Rect, Shape, SlidePlan

    random.seed(7)
    pages, counted = [], []
    for n in range(200):
        text = " ".join(random.choices(SENTENCES, k=random.randint(1, 4)))
        size, width, bold = random.choice((14, 16, 18, 20, 24, 32)), random.uniform(150, 840), n % 3 == 0
        shape = Shape(Rect(40, 20, width, 500), (line(text, size, bold=bold),))
        pages.append(Page(f"p{n}", "free", (line("", 12),), boxes=(shape,), footer=False))
        counted.append(count(text, size, width, bold=bold))
    plan = SlidePlan("t", "ko", "t.md", "", tuple(pages), ("t",))
    (tmp_path / "t.pptx").write_bytes(export(plan, {}, Stamp(0)).data)
    profile = f"-env:UserInstallation=file://{tmp_path}/profile"
    command = [soffice, profile, "--headless", "--convert-to", "pdf", "--outdir", str(tmp_path)]
    subprocess.run([*command, str(tmp_path / "t.pptx")], check=True, capture_output=True, timeout=300)
    with pdfplumber.open(tmp_path / "t.pdf") as pdf:
        shown = [len({round(c["matrix"][5]) for c in page.chars if c["text"].strip()}) for page in pdf.pages]
    assert len(shown) == len(counted)
    under = [(n, real, said) for n, (real, said) in enumerate(zip(shown, counted, strict=True)) if real > said]
    assert under == []
    assert sum(counted) < 1.35 * sum(shown)
