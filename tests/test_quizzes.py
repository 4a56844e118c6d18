"""Quizzes as lecturers type them: whatever stands between question, choices and answer, one slide asks and the next answers."""

from __future__ import annotations

from itertools import product

import pytest

from deckbuild.accounting import account
from deckbuild.exporters.concepts import export
from deckbuild.model import Point, Question
from deckbuild.plan.cards import plan_cards
from deckbuild.plan.cards.answers import spoken
from deckbuild.plan.cards.model import Card, Text
from deckbuild.plan.slides import SlidePlan, plan_slides
from deckbuild.plan.slides.builds import build_steps
from deckbuild.plan.slides.page import Page
from deckbuild.plan.slides.written import written
from deckbuild.readers.concepts import read_concepts
from deckbuild.readers.notes import read_note

from .examples import sampled

SIGNS = (
    "a) b) c) d)",
    "A. B. C. D.",
    "(A) (B) (C) (D)",
    "1) 2) 3) 4)",
    "① ② ③ ④",
    "(가) (나) (다) (라)",
    "ㄱ. ㄴ. ㄷ. ㄹ.",
    "ア． イ． ウ． エ．",
)
TREES = ("apple", "pear", "kaki", "chestnut")


def planned(body: str) -> SlidePlan:
    return plan_slides(read_note(f"# T\n\n## S\n\n{body}", "n.md").deck, {})


def shown(body: str) -> list[tuple[str, str]]:
    """Title and words of each slide behind the title's."""
    return [(page.title_text, " | ".join(_words(page))) for page in planned(body).pages[1:]]


def carded(body: str) -> tuple[Card, ...]:
    return plan_cards(read_note(f"# T\n\n## S\n\n{body}", "n.md").deck).cards


def _words(page: Page) -> tuple[str, ...]:
    return tuple(written(page.boxes))


def choices(signs: str, indent: str = "") -> str:
    return "\n".join(f"{indent}{sign} {tree}" for sign, tree in zip(signs.split(), TREES, strict=True))


LAYOUTS = {
    "below each other": "Which is tart?\n{c}\nAnswer: {a}\n",
    "a blank line between": "Which is tart?\n\n{c}\n\nAnswer: {a}\n",
    "in a numbered list": "1. Which is tart?\n\n{i}\n\n   Answer: {a}\n",
    "below a number, not indented": "1. Which is tart?\n\n{c}\n\nAnswer: {a}\n",
    "marked": "Q: Which is tart?\n{c}\nA: {a}\n",
    "with bold signs": "**Q1.** Which is tart?\n\n{c}\n\n**Answer: {a}**\n",
    "in a box": "> [!question] Which is tart?\n> {q}\n>\n> Answer: {a}\n",
    "with a veil": "Which is tart?\n\n{c}\n\n<details>\n<summary>Show answer</summary>\n\n{a}\n\n</details>\n",
    "with a box for a veil": "> [!question] Which is tart?\n> {q}\n\n> [!success]- Answer\n> {a}\n",
}


@pytest.mark.parametrize("layout", sampled(LAYOUTS, [*LAYOUTS][::3]))
@pytest.mark.parametrize("signs", SIGNS)
def test_a_quiz_asks_on_one_slide_and_answers_on_the_next(layout: str, signs: str) -> None:
    third = signs.split()[2]
    plain = choices(signs)
    body = LAYOUTS[layout].format(c=plain, i=choices(signs, "   "), q=plain.replace("\n", "\n> "), a=third)
    asked = " | ".join(plain.split("\n"))
    ((question, below), (_, answer)) = shown(body)
    assert (question, below, answer) == ("Which is tart?", asked, f"{third} kaki")


@pytest.mark.parametrize("layout", sampled(LAYOUTS, [*LAYOUTS][::3]))
@pytest.mark.parametrize("signs", ["アイウエ", "甲乙丙丁", "가나다라", "ㄱㄴㄷㄹ", "abcd", "ＡＢＣＤ", "１２３４"])
def test_a_wide_space_parts_a_choice_from_its_sign(layout: str, signs: str) -> None:
    lines = [f"{sign}\u3000{tree}" for sign, tree in zip(signs, TREES, strict=True)]
    below, within, quoted = "\n".join(lines), "\n".join(f"   {line}" for line in lines), "\n> ".join(lines)
    body = LAYOUTS[layout].format(c=below, i=within, q=quoted, a=signs[2])
    ((question, asked), (_, answer)) = shown(body)
    assert (question, asked) == ("Which is tart?", " | ".join(lines).replace("\u3000", " "))
    assert answer == f"{signs[2]} kaki"


@pytest.mark.parametrize("sign", ["{}．", "{}、", "({})\u3000", "（{}）", "{}\u3000"])
@pytest.mark.parametrize("between", ["\n", "\n\n", "\u3000"])
def test_choices_are_told_apart_by_wide_letters_and_points(sign: str, between: str) -> None:
    for signs in ("アイ", "ａｂ", "１２"):
        first, second = (sign.format(each) + tree for each, tree in zip(signs, TREES, strict=False))
        ((_, asked), (_, answer)) = shown(f"問1\u3000酸っぱいのは誰か。\n{first}{between}{second}\n正解：{signs[1]}\n")
        assert (asked, answer) == (
            f"{first} | {second}".replace("\u3000", " "),
            second.replace("\u3000", " "),
        )


def test_lines_behind_signs_that_do_not_count_on_are_no_choices() -> None:
    ((question, _), _) = shown("問1\u3000酸っぱいのは誰か。\nア\u3000柿\nエ\u3000梨\n正解：ア\n")
    assert "柿" in question


@pytest.mark.parametrize("signs", ["アイ", "ㄱㄴ"])
def test_lines_behind_signs_stay_lines_where_nothing_is_asked(signs: str) -> None:
    gap = "\u3000" if signs == "アイ" else ". "
    ((_, words),) = shown(f"次のことに注意。\n{signs[0]}{gap}柿は渋い。\n{signs[1]}{gap}梨は甘い。\n")
    assert words.count(" | ") == 2


def test_numbered_questions_that_are_not_indented_are_one_list() -> None:
    body = "1. 짝수는?\n\n① 3\n② 4\n\n정답: ②\n\n해설: 4는 2로 나누어진다.\n\n2. 홀수는?\n\n① 3\n② 4\n\n정답: ①\n\n다음 시간에 계속.\n"
    assert [words for _, words in shown(body)] == [
        "① 3 | ② 4",
        "② 4 | 해설 4는 2로 나누어진다.",
        "① 3 | ② 4",
        "① 3",
        "다음 시간에 계속.",
    ]
    (listed, _) = read_note(f"# T\n\n## S\n\n{body}", "n.md").deck.concepts[0].body
    assert len(listed.items) == 2  # type: ignore[union-attr]


@pytest.mark.parametrize("why", ["Explanation: It is.", "**해설:** 그렇다.", "> 解説：そうだ。", "풀이: 그렇다."])
@pytest.mark.parametrize("quiz", ["Is it?\n\nA) no\nB) yes\n\nAnswer: B\n", "Q: Is it?\nA: yes\n"])
def test_an_explanation_stands_below_its_answer(quiz: str, why: str) -> None:
    ((_, asked), (_, answered)) = shown(f"{quiz}\n{why}\n")
    said = why.split(" ")[-1].split("：")[-1]
    assert said not in asked
    assert said in answered


@pytest.mark.parametrize(
    ("quiz", "answer"),
    [
        ("Q1. 다음 중 기아가 없는 것은?\n① SJF\n② RR\n정답: ②\n해설: 차례가 온다.", ["② RR", "해설: 차례가 온다."]),
        (
            "Which is fair?\n\n- A) SJF\n- B) RR\n\nAnswer: B\n\n> Explanation: its turn comes.",
            ["B) RR", "Explanation: its turn comes."],
        ),
        ("公平なのはどれか？\nA. SJF\nB. RR\n正解: B\n解析: 順番が来る。", ["B. RR", "解析: 順番が来る。"]),
    ],
)
def test_a_card_asks_with_the_choices_and_explains_the_right_one(quiz: str, answer: list[str]) -> None:
    (card,) = carded(quiz)
    assert ["RR" in line for line in card.prompt.plain.split("\n")] == [False, False, True]
    assert [part.text.plain for part in card.answer if isinstance(part, Text)] == answer


@pytest.mark.parametrize(
    ("stem", "told"),
    [
        ("Choose the tart one.", "Answer: c"),
        ("問1 酸っぱいのは誰か。", "正解: c"),
        ("題1 酸っぱいもの", "答え：c"),
        ("문제 1. 새콤한 과일은 무엇인가.", "정답: c"),
        ("The tart one is named", "Answer: kaki"),
    ],
)
@pytest.mark.parametrize("number", ["", "1. "])
def test_choices_of_which_one_is_right_make_a_question_of_any_short_text(stem: str, told: str, number: str) -> None:
    ((question, below), (_, answer)) = shown(f"{number}{stem}\n{choices(SIGNS[0])}\n{told}\n")
    assert question in stem
    assert below == "a) apple | b) pear | c) kaki | d) chestnut"
    assert answer in ("c) kaki", "kaki")


@pytest.mark.parametrize(
    ("asked", "answered"),
    [
        ("問：廃藩置県は何年か。", "答：1871年"),
        ("Q: 도커는 언제 나왔는가.", "A: 2013"),
        ("Q1. 大政奉還の年", "A1. 1867年"),
        ("**Q:** The year of docker", "**A:** 2013"),
        ("问：进程的定义", "答：运行中的程序"),
        ("問1 廃藩置県は何年か。", "答え: 1871年"),
    ],
)
@pytest.mark.parametrize("list_item", ["", "- "])
def test_what_is_marked_as_a_question_is_put_however_it_ends(asked: str, answered: str, list_item: str) -> None:
    deck = read_note(f"# T\n\n## S\n\n{list_item}{asked}\n{' ' * len(list_item)}{answered}\n", "n.md").deck
    for again in (deck, read_concepts(export(deck).decode(), "out/n.concepts.yaml").deck):
        question, answer = plan_slides(again, {}).pages[1:]
        assert [question.panel, answer.panel] == [True, False]
        assert question.title_text in asked
        assert " ".join(_words(answer)) in answered


@pytest.mark.parametrize("body", ["PCB :: a struct", "It is so, that is why.\nNext: 2013", "Example:\nAnswer: 2013"])
def test_the_front_of_a_card_that_is_but_a_name_is_not_put(body: str) -> None:
    assert not any(page.panel for page in planned(body).pages)


@pytest.mark.parametrize("stem", ["Choose one.", "Which is tart?"])
@pytest.mark.parametrize("sign", ["{}) ", "{}. "])
def test_numbers_within_bullets_are_choices(stem: str, sign: str) -> None:
    signed = [sign.format(n) + tree for n, tree in enumerate(TREES, 1)]
    ((_, below), (_, answer)) = shown(f"{stem}\n\n" + "".join(f"- {each}\n" for each in signed) + "\nAnswer: 3\n")
    assert (below, answer) == (" | ".join(signed), signed[2])


@pytest.mark.parametrize("answer", ["Answer: none of them", "Answer: 7", "Next: b"])
def test_a_text_above_a_list_asks_nothing_if_no_line_tells_which_one(answer: str) -> None:
    assert not any(page.panel for page in planned(f"Two trees.\na) apple\nb) pear\n{answer}\n").pages)


def test_what_stands_a_paragraph_above_a_question_is_no_part_of_it() -> None:
    assert shown("Trees bear fruit.\n\nName one.\n\na) pear\nb) fir\n\nAnswer: a\n")[1:] == [
        ("Name one.", "a) pear | b) fir"),
        ("Name one. (Answer)", "a) pear"),
    ]


def test_a_paragraph_behind_an_answer_is_no_explanation() -> None:
    assert len(shown("Is it?\n\nA) no\nB) yes\n\nAnswer: B\n\nNext: we go on.\n")) == 3


def test_choices_without_an_answer_are_no_quiz() -> None:
    (one,) = shown("1. Which is tart?\n\n① apple\n② kaki\n\nThink about it.\n")
    assert "Think about it." in one[1]


@pytest.mark.parametrize(
    "question",
    [
        r"What is $\lim_{x \to 0} \frac{\sin x}{x}$?",
        r"$f(x)=x^2$일 때 $f'(3)$의 값은? (5점)",
        r"What is $x$ if $x^2 = 4$?",
    ],
)
def test_a_question_with_a_formula_is_put_before_it_is_answered(question: str) -> None:
    first, second = planned(f"Q: {question}\nA: $\\frac{{1}}{{2}}$\n").pages[1:]
    assert [first.panel, second.panel] == [True, False]
    assert not any("1/2" in words for words in _words(first))
    assert _words(second) == ("1/2",)


def test_headings_that_ask_have_no_columns() -> None:
    pages = planned("### Why is it fair?\n\nNobody is overtaken.\n\n### How long is it?\n\nTen people.\n").pages
    assert [(page.panel, *_words(page)) for page in pages if page.layout not in ("title", "section", "contents")] == [
        (True,),
        (False, "Nobody is overtaken."),
        (True,),
        (False, "Ten people."),
    ]


def test_names_of_questions_do_not_tell_the_answer() -> None:
    quiz = "Which?\n\nA) ice\nB) tea\n\nAnswer: A\n\n"
    titles = [page.title_text for page in planned(quiz * 3).pages[1:]]
    assert titles == [
        "Which?",
        "Which? (Answer)",
        "Which? (2)",
        "Which? (Answer · 2)",
        "Which? (3)",
        "Which? (Answer · 3)",
    ]


def test_each_choice_has_a_click_of_its_own() -> None:
    page = planned(LAYOUTS["below each other"].format(c=choices(SIGNS[0]), a="a")).pages[1]
    columns = [box for box in page.boxes if getattr(box, "name", "") == "Choices"]
    assert len(columns) == 2
    assert [[(target.box, target.para) for target in step] for step in build_steps(page)] == [
        [(0, 0)],
        [(0, 1)],
        [(1, 0)],
        [(1, 1)],
    ]


@pytest.mark.parametrize(
    ("question", "answer"),
    [
        ("스택은 LIFO이다. (O/X)", "정답: O"),
        ("큐는 ( )이다.", "정답: FIFO"),
        ("True or false: the sky is green.", "Answer: False"),
        ("Why is it fair?", "**Correct answer:** Nobody is overtaken."),
        ("空欄は（　）である。", "正解：スタック"),
    ],
)
@pytest.mark.parametrize("number", ["", "1. "])
def test_a_line_that_is_called_the_answer_answers(question: str, answer: str, number: str) -> None:
    ((asked, below), (_, answered)) = shown(f"{number}{question}\n\n{' ' * len(number)}{answer}\n")
    assert (asked, below) == (question.replace("\u3000", " "), "")
    assert answered in answer


@pytest.mark.parametrize("name", ["풀이", "해설", "해답", "답안", "Solution", "解き方", "解法", "解答", "解析", "解"])
@pytest.mark.parametrize(
    "layout",
    [
        "Q: Which is tart?\n{}: kaki",
        "Which is tart?\n\n{}: kaki",
        "1. Which is tart?\n   1) pear\n   2) kaki\n   {}: 2",
    ],
)
def test_what_works_an_answer_out_answers_where_nothing_else_does(layout: str, name: str) -> None:
    (card,) = carded(layout.format(name))
    assert isinstance(card.answer[0], Text)
    assert card.answer[0].text.plain.endswith("kaki")


@pytest.mark.parametrize("layout", ["Q: How much?\n{}: 20\n{}: 4 times 5", "Q: How much?\n{1}: 4 times 5\n{0}: 20"])
def test_an_answer_and_how_it_is_worked_out_are_on_one_card(layout: str) -> None:
    (card,) = carded(layout.format("정답", "풀이"))
    said = spoken((*card.answer, *card.extra))
    assert "20" in said
    assert "4 times 5" in said


@pytest.mark.parametrize(("length", "titles"), [(4, ["Which?"]), (6, ["Which? (1/2)", "Which? (2/2)"])])
def test_choices_too_long_for_a_panel_are_asked_on_slides_of_text(length: int, titles: list[str]) -> None:
    long = "\n".join(f"{sign} {'many words that go on and on, ' * length}" for sign in ("①", "②", "③", "④"))
    *asked, answer = planned(f"Which?\n\n{long}\n\nAnswer: ②\n").pages[1:]
    assert [page.title_text for page in asked] == titles
    assert [words[0] for page in asked for words in _words(page)] == ["①", "②", "③", "④"]
    assert answer.title_text == "Which? (Answer)"
    assert [words[0] for words in _words(answer)] == ["②"]


def test_a_question_too_long_for_a_panel_is_not_shown_with_its_answer() -> None:
    question = "Of all that was said " + "and said again " * 30 + "which is tart?"
    first, second = planned(f"{question}\n\nA) apple\nB) kaki\n\nAnswer: B\n").pages[1:]
    assert _words(first) == (question, "A) apple", "B) kaki")
    assert _words(second) == ("B) kaki",)
    assert [first.title_text, second.title_text] == ["S", "S (Answer)"]


def test_a_quiz_may_have_many_questions() -> None:
    quiz = "\n\n".join(f"{n}. Which is {n}?\n\n   a) {n}\n   b) none\n\n   Answer: a" for n in range(1, 21))
    assert [page.panel for page in planned(quiz).pages[1:]] == [True, False] * 20


@pytest.mark.parametrize(("layout", "signs"), list(product(LAYOUTS, ("A. B. C. D.", "ㄱ. ㄴ. ㄷ. ㄹ."))))
def test_no_word_of_a_quiz_is_lost(layout: str, signs: str) -> None:
    plain = choices(signs)
    body = LAYOUTS[layout].format(c=plain, i=choices(signs, "   "), q=plain.replace("\n", "\n> "), a=signs.split()[2])
    note = f"# T\n\n## S\n\n{body}"
    assert account(note, read_note(note, "n.md").deck).missing == ()


@pytest.mark.parametrize(
    "body",
    [
        "Q: alpha\n-> beta?\nA: gamma",
        "alpha\n=> beta\nWhy?\nAnswer: gamma",
        "Q: Which?\n\n- alpha\n  - beta\n\n    ```\n    f(delta)\n    ```\n- ![epsilon](a.png)\n\nA: gamma",
    ],
)
def test_what_follows_from_a_question_or_hangs_below_it_is_not_lost(body: str) -> None:
    note = f"# T\n\n## S\n\n{body}\n"
    assert account(note, read_note(note, "n.md").deck).missing == ()


@pytest.mark.parametrize("asked", ["Q: Why?\nA: Rust.", "Q: Which?\na) rust\nb) oil\nA: a"])
def test_a_line_above_a_marked_question_is_no_part_of_it(asked: str) -> None:
    before, question = read_note(f"# T\n\n## S\n\nIron rusts\n{asked}\n", "n.md").deck.concepts[0].body
    assert isinstance(before, Point)
    assert before.text.plain == "Iron rusts"
    assert isinstance(question, Question)
    assert question.question.plain.startswith("Wh")


def test_notes_between_a_question_and_its_answer_are_said() -> None:
    told = planned("Why is it ____?\n\n::: notes\nwait for hands\n:::\n\nAnswer: rust\n")
    assert any("wait for hands" in page.notes for page in told.pages)
    offered = planned("Which?\n\n::: notes\nwait for hands\n:::\n\na) rust\nb) oil\n\nAnswer: a\n")
    assert any("wait for hands" in page.notes for page in offered.pages)


def test_boxes_that_are_all_ticked_tell_no_answer() -> None:
    body = read_note("# T\n\n## S\n\nWhich?\n\n- [x] rust\n- [x] oil\n", "n.md").deck.concepts[0].body
    assert not any(isinstance(block, Question) and block.answer for block in body)


BULLETS = {
    "a line below": "{q}\n\n- apple\n- **kaki**\n\nAnswer: {a}\n",
    "a line of the last one": "{q}\n- apple\n- kaki\nAnswer: {a}\n",
    "a veil": "{q}\n\n- apple\n- kaki\n\n<details>\n<summary>Answer</summary>\n\n{a}\n\n</details>\n",
    "a number": "1. {q}\n\n- apple\n- kaki\n\nAnswer: {a}\n",
    "a box": "> [!question] {q}\n> - apple\n> - kaki\n>\n> Answer: {a}\n",
    "boxes to tick": "{q}\n- [ ] apple\n- [x] kaki\n",
}


@pytest.mark.parametrize("layout", sampled(BULLETS, [*BULLETS][::3]))
@pytest.mark.parametrize(
    ("stem", "signs"),
    [("Which is tart?", "A. |B. "), ("떫은 것은?", "① |② "), ("渋いのはどれか？", "① |② "), ("哪个涩？", "A. |B. ")],
)
@pytest.mark.parametrize("said", ["kaki", "Kaki.", "sign"])
def test_choices_without_signs_have_letters_on_both_slides(layout: str, stem: str, signs: str, said: str) -> None:
    first, second = signs.split("|")
    answer = second.strip(" .") if said == "sign" else said
    ((question, asked), (_, answered)) = shown(BULLETS[layout].format(q=stem, a=answer))
    assert (question, asked, answered) == (stem, f"{first}apple | {second}kaki", f"{second}kaki")


def test_bullets_are_counted_as_their_answer_counts_them() -> None:
    ((_, asked), (_, answered)) = shown("Which is tart?\n\n- apple\n- kaki\n\nAnswer: 2\n")
    assert (asked, answered) == ("1) apple | 2) kaki", "2) kaki")


@pytest.mark.parametrize(
    "body",
    [
        "Which are trees?\n\n- apple\n- pear\n\nAnswer: A tree has a stem.\n",
        "Which are trees?\n\n- apple\n- pear\n\nBoth are.\n",
        "Which are trees?\n\n- apple\n\n  ```\n  code\n  ```\n- pear\n\nAnswer: pear\n",
        "Two trees.\n\n- apple\n- pear\n\nAnswer: pear\n",
    ],
)
def test_bullets_of_which_none_is_named_stay_bullets(body: str) -> None:
    assert not any("A. " in words for _, words in shown(body))


def test_boxes_keep_their_own_signs_and_each_that_is_ticked() -> None:
    ((_, asked), (_, answered)) = shown("Which?\n- [x] A) apple\n- [ ] B) kaki\n- [x] C) pear\n")
    assert (asked, answered) == ("A) apple | B) kaki | C) pear", "A) apple | C) pear")
    nine = "".join(f"- [{'x' if n == 2 else ' '}] tree {n}\n" for n in range(1, 10))
    ((_, asked), (_, answered)) = shown(f"Which?\n{nine}")
    assert (asked.startswith("– tree 1 | – tree 2"), answered) == (True, "tree 2")


@pytest.mark.parametrize("told", ["4) eight", "4)", "**eight**", "Answer: 4)", "eight."])
def test_a_hidden_answer_keeps_the_sign_of_its_choice(told: str) -> None:
    body = "How many?\n\n1) two\n2) four\n3) six\n4) eight\n\n"
    for veil in (
        f"<details>\n<summary>Answer</summary>\n\n{told}\n\nIt is so.\n\n</details>\n",
        f"> [!success]- Answer\n> {told}\n>\n> It is so.\n",
    ):
        ((_, _), (_, answered)) = shown(body + veil)
        assert answered == "4) eight | It is so."


def test_a_hidden_list_of_reasons_is_none_of_the_choices() -> None:
    veil = "<details>\n<summary>Answer</summary>\n\n7) it is so\n\n</details>\n"
    assert shown(f"How many?\n\n1) two\n2) four\n\n{veil}")[1][1] == "it is so"


@pytest.mark.parametrize(
    "body",
    [
        "{q}\n: one overwrites, the other appends\n",
        "{q}\n\n:   one overwrites, the other appends\n",
        "**{q}**\n: one overwrites, the other appends\n",
        "- {q}\n  : one overwrites, the other appends\n",
        "Q2. {q}\n: one overwrites, the other appends\n",
        "```\n{q}\n: one overwrites, the other appends\n```\n",
        "<dl><dt>{q}</dt><dd>one overwrites, the other appends</dd></dl>\n",
        "{q}\n: one overwrites, the other appends\n\n  ```sh\n  ls > list\n  ```\n",
    ],
)
@pytest.mark.parametrize(
    "asked",
    ["What is the difference between > and >> for one who sends the output of a program to a file?", "무엇이 다른가?"],
)
def test_a_term_that_asks_is_a_question_and_its_definition_the_answer(body: str, asked: str) -> None:
    if "<dl>" in body:
        asked = asked.replace(">", "&gt;")
    text = body.format(q=asked)
    (question, _), (title, answer), *_ = shown(text)
    asked = asked.replace("&gt;", ">")
    assert (question, title.split(" (")[0]) == (asked, asked)
    assert answer.split(" | ")[0] == "one overwrites, the other appends"
    assert [card.prompt.plain for card in carded(text)] == [asked]


def test_a_term_that_asks_for_nothing_is_defined() -> None:
    (card,) = carded("TCP\n: asks: are you there?\n")
    assert card.kind == "term"
    (question, answer) = planned("問1 誰か。\n: 井伊直弼\n").pages[1:]
    assert (question.title_text, _words(answer)) == ("誰か。", ("井伊直弼",))


@pytest.mark.parametrize("question", ["큐는 ( )이다.", "Which is served first?"])
@pytest.mark.parametrize("bullet", ["- ", "* "])
def test_an_item_that_is_called_the_answer_answers(question: str, bullet: str) -> None:
    (asked, answered) = shown(f"{question}\n\n{bullet}Answer: the first\n{bullet}해설: 줄을 선다.\n")
    assert (asked[0], asked[1]) == (question, "")
    assert answered[1] == "the first | 해설 줄을 선다."
    (asked, answered, after) = shown(f"{question}\n\n{bullet}Answer: the first\n{bullet}Next: stacks\n")
    assert (asked[1], answered[1], after[1]) == ("", "the first", "Next: stacks")
