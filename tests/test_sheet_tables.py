"""Tables on a sheet: commands with what they do, terms with their meanings, and how wide columns are."""

from __future__ import annotations

import pytest

from deckbuild.exporters.base import Stamp
from deckbuild.exporters.pdf import export
from deckbuild.model import Block, Command, Concept, Deck, List, Pair, Point, Question, RichText, Run, Subheading, Table
from deckbuild.plan.sheet import SheetOptions, plan_sheet
from deckbuild.plan.sheet.estimate import columns_for
from deckbuild.plan.sheet.geometry import broadness
from deckbuild.plan.sheet.lines import ems, line, line_ems
from deckbuild.plan.sheet.shapes import Atom, Row, Span, wording
from deckbuild.plan.sheet.tables import _least, fits_as_rows, longest_word, shared
from tests.sheet_measure import Sheet, faults, lines, sheets

T = RichText.of


def deck(*body: Block, language: str = "en") -> Deck:
    return Deck("x.md", "x", T("x"), language, concepts=(Concept("a", T("A"), body=body),))


def planned(*body: Block) -> list[Atom]:
    return [atom for section in plan_sheet(deck(*body), ()).sections for atom in section.atoms]


def drawn(*body: Block, language: str = "en", **options: int) -> Sheet:
    (page,) = sheets(export(plan_sheet(deck(*body, language=language), (), SheetOptions(**options)), {}, Stamp(0)).data)
    return page


def text_lines(page: Sheet) -> list[str]:
    return ["".join(glyph.char for glyph in line) for line in lines(page.inside)]


def commands(*found: tuple[str, str]) -> list[Row]:
    rows = planned(*(Command(code, T(meaning)) for code, meaning in found), Point(T("x")))
    return [row for row in rows if isinstance(row, Row)]


def beside_in(row: Row, room: float) -> float:
    """How wide a command may be, in em of code, to have what it does beside it in a column of so many em."""
    return next((width for least, width, _ in reversed(row.firsts) if least <= room), 0.0)


PICTURE = RichText((Run("", kind="image", href="https://x.org/a.png"),))


def test_a_row_of_pictures_that_are_not_there_is_none_and_nothing_is_said_to_be_lost():
    made = export(plan_sheet(deck(Subheading(T("Who")), Table((PICTURE,), (), ("",)), Point(T("x"))), ()), {}, Stamp(0))
    assert [d.code for d in made.diagnostics if d.code == "sheet-left-off"] == []
    assert [wording(atom) for atom in planned(Table((PICTURE,), ((T("a"),), (PICTURE,)), ("",)))] == ["a"]


@pytest.mark.parametrize("keys", ["漢字変換キー", "ABCDEFGHIJKLMNOPQR"])
def test_a_column_holds_the_frame_of_a_key_whole(keys: str):
    assert longest_word((Span(keys, styles=("key",)),)) >= line_ems((Span(keys),))


def test_the_head_of_a_table_without_rows_is_a_row():
    (row,) = planned(Table((T("a"), T("b")), (), ("", "")))
    assert isinstance(row, Row)
    assert not row.head


def test_a_long_command_stands_above_what_it_does_and_short_ones_beside_it():
    long, short, other = commands(
        ("curl -fsSL https://get.docker.com/ | sudo sh", "installs"), ("ls", "lists"), ("rm x", "removes")
    )
    assert short.firsts == long.firsts == other.firsts
    assert short.code <= other.code <= beside_in(short, 16) < long.code
    assert beside_in(short, 60) >= long.code


def test_what_a_command_does_stands_beside_it_where_that_makes_the_table_less_high():
    long = "does this and that and in the end something else as well"
    (row, _) = commands(("git switch --create topic", long), ("git switch -c topic", long))
    assert beside_in(row, 16) == 0
    assert beside_in(row, 70) == row.code


def test_no_word_beside_a_command_is_broken():
    (row, _) = commands(("apt-get update", "패키지목록갱신"), ("apt-get clean", "패키지목록삭제"))
    assert beside_in(row, 14) == 0
    assert min(least for _, _, least in row.firsts) > 6


def test_what_stands_in_brackets_with_air_is_one_word():
    wide = [longest_word((Span(text),)) for text in ("가 ( 기본값 ) 나", "가 (기본값) 나", "가 기본값 나")]
    assert wide[0] > wide[1] > wide[2]


def table(*rows: str) -> Table:
    head, *body = (tuple(map(T, row.split("|"))) for row in rows)
    return Table(head, tuple(body), ("",) * len(head))


ROWS = ("항목|TCP|UDP|비고", *(f"연결{n}|O|X|같음" for n in range(8)))


def test_one_long_row_leaves_a_table_a_table():
    many = "대표 응용|HTTP/1.1, HTTP/2, FTP, SMTP, SSH|DNS, DHCP, SNMP, RTP, QUIC(HTTP/3)|응용에서 구현"
    assert fits_as_rows(table(*ROWS, many))


def test_more_columns_and_longer_words_have_room_in_broader_columns_that_were_asked_for():
    wide = table(*("|".join("abcdefgh"[:7]), *("|".join(["implementation"] * 7) for _ in range(20))))
    assert not fits_as_rows(wide)
    assert fits_as_rows(wide, 2 * broadness(SheetOptions(columns=2)))
    asked = [broadness(SheetOptions(columns=n)) for n in (0, 1, 2, 4, 6)]
    assert asked[1] > 4 > asked[2] > 2
    assert (asked[0], asked[3], asked[4]) == (1.0, 1.0, 1.0)


def test_a_formula_in_a_cell_is_as_wide_as_its_signs_and_not_as_its_source():
    assert longest_word((Span(r"\mathbf{x + y}", "math"),)) <= longest_word((Span("(x"),)) * 1.1


def test_a_formula_that_cannot_be_read_is_as_wide_as_its_source_in_code():
    assert longest_word((Span(r"\nonsense{x", "math"),)) == longest_word((Span(r"\nonsense{x", "code"),))


def test_a_wide_table_is_none_where_one_of_its_words_has_no_room_in_a_column():
    words = {n: table("항목|TCP|UDP|비고", f"연결|words|connection|{'가' * n}") for n in (9, 12)}
    least = {n: sum(_least([tuple(map(line, row)) for row in (t.head, *t.rows)])) for n, t in words.items()}
    assert 19.4 < least[9] < least[12] < 23
    assert (fits_as_rows(words[9]), fits_as_rows(words[12])) == (True, False)


def test_an_arrow_is_as_wide_as_a_han_character():
    assert ems("→") == ems("①") == ems("漢")


def test_a_line_may_end_within_a_long_compound_but_in_no_short_one_and_in_no_korean():
    wide = {text: longest_word((Span(text),)) for text in ("Request/Response", "TCP/IP", "요청과정/응답과정")}
    assert wide["Request/Response"] == longest_word((Span("Response"),))
    assert wide["TCP/IP"] > longest_word((Span("TCP"),)) * 1.5
    assert wide["요청과정/응답과정"] > 7


def test_what_a_command_does_is_drawn_beside_it_or_below_it():
    long = "curl -fsSL https://example.org/install | sudo sh"
    page = drawn(Command("ls", T("lists")), Command(long, T("installs")), columns=4)
    found = text_lines(page)
    assert "lslists" in found
    assert "installs" in found
    assert list(faults([page])) == []


def test_fronts_and_backs_of_one_line_are_terms_and_questions_stay_questions():
    cards = (Question(T("nephros"), T("kidney")), Question(T("osteon"), T("bone")))
    assert [wording(row) for row in planned(List(cards)) if isinstance(row, Row)] == ["nephros kidney", "osteon bone"]
    assert [wording(row) for row in planned(*cards) if isinstance(row, Row)] == ["nephros kidney", "osteon bone"]
    asked = (Question(T("why?"), T("so")), Question(T("how?"), T("thus")))
    assert not any(isinstance(atom, Row) for atom in planned(List(asked)))
    marked = (Question(T("a name"), T("so"), marked=True), Question(T("a year"), T("thus"), marked=True))
    assert not any(isinstance(atom, Row) for atom in planned(List(marked)))


KOREAN = Table(
    (T("계층"), T("이름"), T("단위"), T("보기")),
    ((T("7"), T("응용"), T("메시지"), T("HTTP, DNS")), (T("3"), T("네트워크계층"), T("네트워크패킷"), T("IP, ICMP"))),
    ("left",) * 4,
)


def test_a_table_of_short_words_of_korean_stays_one_and_breaks_none():
    assert all(isinstance(atom, Row) for atom in planned(KOREAN))
    page = drawn(KOREAN, language="ko", columns=4)
    assert page.size == 11
    assert list(faults([page], frozenset(["네트워크계층", "메시지", "네트워크패킷"]))) == []
    sizes = {round(glyph.size, 1) for glyph in page.inside if glyph.char in "네트워크"}
    assert len(sizes) == 1
    assert 8 < sizes.pop() < 11


def test_a_table_has_the_size_of_the_text_where_its_words_have_room():
    page = drawn(KOREAN, language="ko", columns=2)
    assert {round(glyph.size, 1) for glyph in page.inside if glyph.char in "네트워크"} == {11.0}


def test_columns_of_a_table_have_what_they_must_and_more_the_more_they_want():
    row = Row(cells=((), (), ()), table=1, widths=(4.0, 6.0, 20.0), least=(4.0, 5.0, 6.0))
    assert shared(row, 10) == [4.0, 5.0, 6.0]
    assert shared(row, 23) == pytest.approx([4.0, 5.0 + 8 / 15, 6.0 + 14 * 8 / 15])
    assert shared(row, 60) == pytest.approx([8.0, 12.0, 40.0])


def test_a_note_with_wide_tables_has_wide_columns():
    wide = Table(
        tuple(map(T, ("term", "reading", "meaning", "sentence"))),
        tuple((T("abcdefgh"), T("ijklmnop"), T("qrstuvwx"), T(f"yzabcdef {i} " * 3)) for i in range(90)),
        ("left",) * 4,
    )
    narrow = Table((T("a"), T("b")), tuple((T(f"x{i}"), T("word " * 12)) for i in range(90)), ("left",) * 2)
    found = [columns_for(plan_sheet(deck(table), ()).sections, SheetOptions()) for table in (wide, narrow)]
    assert found == [3, 4]


def test_terms_are_whole_where_their_meanings_leave_them_room():
    pairs = (Pair(T("愛情（あいじょう）"), T("大切に"), "="), Pair(T("印象（いんしょう）"), T("感じ"), "="))
    page = drawn(List(pairs), language="ja", columns=4)
    assert any("愛情（あいじょう）" in line for line in text_lines(page))


def test_a_column_is_to_be_as_wide_as_one_of_several_words_with_dots_between():
    assert longest_word((Span("생성·준비·실행·대기·종료"),)) < 4 < longest_word((Span("생성준비실행"),))


def test_a_table_set_smaller_so_that_its_words_are_just_whole_keeps_them_apart():
    names = ("전이하는 조건", "동기화 스케줄링 대기열"), ("설명하는 말", "준비큐 대기큐 라운드로빈")
    for columns in (4, 5, 6):
        head, cells = zip(*names, strict=True)
        table = Table(tuple(map(T, (*head, "종류"))), (tuple(map(T, (*cells, "생성 준비"))),) * 3, ("left",) * 3)
        page = drawn(table, language="ko", columns=columns)
        assert page.overlaps() == []


def test_korean_words_of_a_narrow_cell_are_whole():
    rows = [[RichText.of(text) for text in ("Destination Port", "크기(bit)", "이 세그먼트의 첫 바이트 번호")]] * 3
    table = Table(tuple(map(RichText.of, ("필드", "크기", "설명"))), tuple(map(tuple, rows)))
    deck = Deck("x.md", "x", RichText.of("x"), concepts=(Concept("a", RichText.of("A"), body=(table,)),))
    for columns in (3, 4, 5):
        made = export(plan_sheet(deck, (), SheetOptions(columns=columns, paper="letter")), {}, Stamp(0))
        assert [fault for fault in faults(sheets(made.data), frozenset(["세그먼트의"])) if "broken" in fault] == []
