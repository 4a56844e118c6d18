"""Every word that deckbuild itself puts on a card, a slide or a sheet: one table per language."""

from __future__ import annotations

from collections.abc import Mapping

from msgspec import Struct
from msgspec.structs import replace

from .asking import Asking
from .callout_names import EN_CALLOUTS, JA_CALLOUTS, KO_CALLOUTS, ZH_CALLOUTS


class Words(Struct, frozen=True, kw_only=True):
    """The fixed words of one language, as they stand in the output."""

    contents: str
    summary: str
    references: str
    example: str
    conclusion: str
    question: str
    answer: str
    answers: str
    commands: str
    todo: str
    figure: str
    figure_missing: str
    continued: str
    overview: str
    verbatim: str
    notes_from: str
    cards: str
    callouts: Mapping[str, str]
    """What boxes of a kind are called that have no title."""
    asks: Asking

    def callout(self, kind: str) -> str:
        """What a box without a title is called; one that we do not know has the name that its author gave it."""
        return self.callouts.get(kind) or kind.capitalize()


KO_ASKS = Asking(
    definition="{x}{이란}?",
    definition_bare="{x}의 뜻은?",
    term="{x}{이란}?",
    which="무엇인가?",
    point="{x}?",
    noun="{x}{은}?",
    arrow="→ ?",
    traits="{x}의 특징은?",
    so="→ 그래서?",
    count="{n}가지",
    conclusion="결론?",
    command="명령어?",
    lines="{n}줄",
    figure="무엇을 나타낸 그림인가?",
    formula="공식은?",
    cell="{row}의 {column}{은}?",
    cell_bare="{row} — {column}?",
    rows="{x}{이} {value}인 것 {n}가지는?",
    difference="{a}{과} {b}의 차이는?",
    difference_bare="{a}, {b}: 차이는?",
    hole="빠진 줄은?",
    list_of="{x}의 {noun}",
    list_noun="특징",
    nth="{n} / {total}",
    first="첫째는?",
    other="나머지 하나는?",
    step="다음 단계는?",
    first_step="첫 단계는?",
    example_of="{x} (예)",
)
KO = Words(
    contents="목차",
    summary="정리",
    references="참고",
    example="예",
    conclusion="결론",
    question="질문",
    answer="답",
    answers="답",
    commands="명령어",
    todo="할 일",
    figure="그림",
    figure_missing="그림이 없습니다",
    continued="(계속)",
    overview="개요",
    verbatim="원문 그대로",
    notes_from="출처",
    cards="카드",
    callouts=KO_CALLOUTS,
    asks=KO_ASKS,
)
EN_ASKS = Asking(
    definition="What is {x}?",
    definition_bare="What is {x}?",
    term="What does {x} mean?",
    which="which term?",
    point="{x}?",
    noun="{x}?",
    arrow="→ ?",
    traits="",
    so="→ so?",
    count="{n} points",
    conclusion="conclusion?",
    command="command?",
    lines="{n} lines",
    figure="What does this show?",
    formula="formula?",
    cell="{column} of {row}?",
    cell_bare="{row} — {column}?",
    rows="{x}: {value} — which {n} of {total}?",
    difference="What is the difference between {a} and {b}?",
    difference_bare="{a} or {b}: what is the difference?",
    hole="the missing line?",
    list_of="{x}: {noun}",
    list_noun="",
    nth="item {n} of {total}",
    first="the first?",
    other="the missing one?",
    step="next step?",
    first_step="first step?",
    example_of="{x} (example)",
)
EN = Words(
    contents="Contents",
    summary="Summary",
    references="References",
    example="Example",
    conclusion="Conclusion",
    question="Question",
    answer="Answer",
    answers="Answers",
    commands="Commands",
    todo="To do",
    figure="Figure",
    figure_missing="Figure not found",
    continued="(continued)",
    overview="Overview",
    verbatim="as in the notes",
    notes_from="Source",
    cards="Cards",
    callouts=EN_CALLOUTS,
    asks=EN_ASKS,
)
JA_ASKS = Asking(
    definition="{x}とは？",
    definition_bare="{x}の意味は？",
    term="{x}とは？",
    which="何のこと？",
    point="{x}？",
    noun="{x}は？",
    arrow="→ ？",
    traits="",
    so="→ だから？",
    count="{n}つ",
    conclusion="結論は？",
    command="コマンドは？",
    lines="{n}行",
    figure="何を表した図か？",
    formula="公式は？",
    cell="{row}の{column}は？",
    cell_bare="{row} — {column}？",
    rows="{x}が{value}のもの{n}つは？",
    difference="{a}と{b}の違いは？",
    difference_bare="{a}と{b}の違いは？",
    hole="抜けている行は？",
    list_of="{x}の{noun}",
    list_noun="特徴",
    nth="{n} / {total}",
    first="1番目は？",
    other="残りの一つは？",
    step="次の手順は？",
    first_step="最初の手順は？",
    example_of="{x}（例）",
)
JA = Words(
    contents="目次",
    summary="まとめ",
    references="参考",
    example="例",
    conclusion="結論",
    question="質問",
    answer="答え",
    answers="答え",
    commands="コマンド",
    todo="やること",
    figure="図",
    figure_missing="図がありません",
    continued="（続き）",
    overview="概要",
    verbatim="原文のまま",
    notes_from="出典",
    cards="カード",
    callouts=JA_CALLOUTS,
    asks=JA_ASKS,
)
ZH_ASKS = Asking(
    definition="什么是{x}？",
    definition_bare="{x}是什么意思？",
    term="{x}是什么？",
    which="是什么？",
    point="{x}？",
    noun="{x}？",
    arrow="→ ？",
    traits="",
    so="→ 所以？",
    count="{n}点",
    conclusion="结论？",
    command="命令？",
    lines="{n}行",
    figure="这幅图表示什么？",
    formula="公式是？",
    cell="{row}的{column}是？",
    cell_bare="{row} — {column}？",
    rows="{x}为{value}的{n}项是？",
    difference="{a}和{b}的区别是？",
    difference_bare="{a}和{b}的区别是？",
    hole="缺少的一行是？",
    list_of="{x}的{noun}",
    list_noun="要点",
    nth="{n} / {total}",
    first="第一项是？",
    other="还有一项是？",
    step="下一步是？",
    first_step="第一步是？",
    example_of="{x}（例）",
)
ZH = Words(
    contents="目录",
    summary="小结",
    references="参考资料",
    example="例",
    conclusion="结论",
    question="问题",
    answer="答案",
    answers="答案",
    commands="命令",
    todo="待办",
    figure="图",
    figure_missing="找不到图片",
    continued="（续）",
    overview="概述",
    verbatim="原文如此",
    notes_from="来源",
    cards="卡片",
    callouts=ZH_CALLOUTS,
    asks=ZH_ASKS,
)

LANGUAGES = {"ko": KO, "en": EN, "ja": JA, "zh": ZH}
OTHERS = replace(
    EN,
    asks=replace(
        EN_ASKS,
        cell=EN_ASKS.cell_bare,
        rows="{x}: {value}? ({n} / {total})",
        nth="{n} / {total}",
        first="",
        list_of="{x} › {noun}",
        count="({n})",
    ),
)
"""English for a note in another language: it asks beside that language's words, and not between them, and counts in
figures alone."""
FROM_RIGHT = replace(OTHERS, asks=replace(OTHERS.asks, arrow="← ?", so="← so?"))
"""The same where one reads from right to left, as an arrow does then."""
RIGHT_TO_LEFT = frozenset({"ar", "fa", "he", "ur"})


def words(language: str) -> Words:
    """The words of a language, English where we have none."""
    return LANGUAGES.get(language, FROM_RIGHT if language in RIGHT_TO_LEFT else OTHERS)
