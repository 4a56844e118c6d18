"""notes/docker.md, passage by passage: which cards it gives, and which it does not."""

from __future__ import annotations

import pytest

from deckbuild.model import Deck, figures
from deckbuild.plan.cards import Card, CardPlan, plan_cards, render_text
from deckbuild.plan.cards.model import Listing
from deckbuild.plan.cards.text import front

BASIC = [
    ("definition", "Docker란?", "컨테이너 기반의 오픈소스 가상화 플랫폼"),
    ("pair", "컨테이너 — 프로그램, 실행환경 → ?", "박스에 담는느낌 (추상화)"),
    (
        "pair",
        "os 가상화 — VMware, VircualBox의 특징은?",
        "여러 os를 가상화 할 수있고 사용이 간단하지만 무겁고 느린 단점이있음",
    ),
    ("label", "os 가상화 — 개선?", "cpu의 가상화 기술(HVM)을 이용한 KVM과 반가상화 방식의 Xen이 등장"),
    (
        "consequence",
        "os 가상화 — 추가적인 OS를 설치하여 가상화 하는방법은 어쨌든 성능문제가 존재 → 그래서?",
        "프로세스를 격리하는 방식(리눅스 컨테이너)이 등장",
    ),
    ("pair", "리눅스 컨테이너 — 하나의 서버에 여러개의 컨테이너 → ?", "독립적으로 실행"),
    ("definition", "도커 이미지란?", "컨테이너 실행에 필요한 파일과 설정값등을 포함하고 있는 것"),
    (
        "consequence",
        "도커 이미지 — 이미지는 컨테이너를 실행하기 위한 모든 정보를 가지고있음 → 그래서?",
        "의존성 파일을 컴파일하고 설치할 필요가 없게된다.",
    ),
    (
        "question",
        "도커 레이어 — 처음에 이미지를 다운받을땐 괜찮지만 기존 이미지에 파일 하나 추가했을 경우에는?",
        "이를 해결하기 위해서 레이어라는 개념을 사용한다.",
    ),
    ("equation", "도커 레이어 (예) — ubuntu + nginx + webapp = [?]", "a + b + c + ngix + source"),
    ("definition", "도커 파일이란?", "서버 운영 기록을 코드화 한 것"),
    ("conclusion", "도커를 써야하는 이유 — 결론?", "컨테이너에 같은 이미지들을 관리 할 수있다."),
    ("figure", "무엇을 나타낸 그림인가?", "가상머신과 도커"),
    ("command", "Docker › 설치 — 명령어?", "curl -fsSl https://get.docker.com/ | sudo sh"),
    ("command", "Docker › 설치 — 현재 사용자에게 권한부여: 명령어?", "sudo usermod -aG docker $USER`"),
]


@pytest.fixture(scope="module")
def plan(docker: Deck) -> CardPlan:
    return plan_cards(docker, {figure.src for figure in figures(docker)})


def card_of(plan: CardPlan, kind: str, asked: str) -> Card:
    return next(card for card in plan.cards if (card.kind, front(card)) == (kind, asked))


@pytest.mark.parametrize(("kind", "asked", "answer"), BASIC, ids=[asked for _, asked, _ in BASIC])
def test_the_passage_asks_for_its_other_half(plan: CardPlan, kind: str, asked: str, answer: str) -> None:
    (part,) = card_of(plan, kind, asked).answer
    assert (part.code if isinstance(part, Listing) else part.text.plain) == answer  # type: ignore[union-attr]


def test_a_definition_of_one_line_is_asked_both_ways(plan: CardPlan) -> None:
    reverse = card_of(plan, "definition", "Docker란?").reverse
    assert reverse
    assert f"{reverse.prompt.plain} — {reverse.cue}" == "컨테이너 기반의 오픈소스 가상화 플랫폼 — 무엇인가?"
    assert reverse.answer.plain == "Docker"


def test_a_term_with_its_body_is_shown_verbatim(plan: CardPlan) -> None:
    (part,) = card_of(plan, "term", "눈송이 서버란?").answer
    assert part.text.plain.startswith("똑같은 일을 하는 두 서버가 있다 해도, A 서버는")  # type: ignore[union-attr]


@pytest.mark.parametrize(
    "sentence",
    [
        "리눅스 컨테이너: {{c1::`apt-get`}} 이나 {{c2::`yum`}}으로 패키지 설치 가능",
        "설치: sudo 없이 사용하려면 {{c1::`docker`}} 그룹에 추가한다.",
    ],
)
def test_what_the_author_emphasised_is_a_blank(plan: CardPlan, sentence: str) -> None:
    assert sentence in render_text(plan)


def test_an_ordered_list_of_facts_is_one_card_an_item(plan: CardPlan) -> None:
    items = [card for card in plan.cards if card.kind == "list_item"]
    assert [front(card).partition(" — ")[0] for card in items] == [f"리눅스 컨테이너의 특징 {n}/6" for n in range(1, 7)]
    (listed,) = items[1].shown
    assert [item.state for item in listed.items] == ["shown", "asked", *["hidden"] * 4]  # type: ignore[union-attr]
    assert listed.items[1].text.plain == "apt-get 이나 yum으로 패키지 설치 가능"  # type: ignore[union-attr]


def test_a_command_with_a_stray_backtick_is_shown_as_it_is_and_never_typed(plan: CardPlan) -> None:
    card = card_of(plan, "command", "Docker › 설치 — 현재 사용자에게 권한부여: 명령어?")
    assert card.typed == ""
    assert [part.text.plain for part in card.extra] == ["원문 그대로"]  # type: ignore[union-attr]


def test_pictures_that_their_heading_or_another_picture_names_give_no_card(plan: CardPlan) -> None:
    assert [card.key.text for card in plan.cards if card.kind == "figure"] == ["./vm-and-docker-structure.png"]


def test_a_figure_that_cannot_be_shown_gives_no_card(docker: Deck) -> None:
    assert "figure" not in plan_cards(docker).counts


def test_legend_references_to_dos_and_numbers_of_sections_are_on_no_card(plan: CardPlan) -> None:
    text = render_text(plan)
    for unwanted in ("강조", "code 삽입", "Docker hub", "검색 해보기", "하지만 추가", "1.1", "2.1"):
        assert unwanted not in text
