"""`label : text`: what stands behind a name."""

from __future__ import annotations

import re
from collections.abc import Iterator

from ...model import Block, Command, Labelled, List, Pair, Quote, RichText
from ...particles import fill
from ...richtext import between, strip
from .answers import items, length, parts
from .dangling import leans, opens_example, points
from .headings import advises, example, heads_an_example, left_out, makes_something, remark, sets_up_a_project
from .model import Card, Image, Items, Text
from .naming import is_one_of_them
from .phrases import bare, name, sentences, unmarked, weight
from .spots import Spot
from .stories import of_one_run

MAX_ANSWER = 420
"""Weight of an answer that can still be recalled; longer ones are passages to read."""
MAX_LISTED, MAX_LISTED_WEIGHT = 5, 200
"""Nested lines that may be one answer."""
MAX_NAME = 12
"""Words of a name; more are a statement."""
MIN_EXAMPLE = 3
"""Words of an answer from an example that may say something of more than this case."""
MAX_SET_UP = 60
"""Weight of an answer that is but a name or a folder where a project is set up."""
MAX_LEANING = 60
"""Weight of an answer in which a word that points at another line is most of it."""

_NO_ANSWER = re.compile(
    r"^\s*(?:https?://\S+|www\.\S+|[vV]?\d+(?:\.\d+){1,3})\s*$|[,，]\s*\S{1,12}\s+[-–:：]\s|[,，]\s*\S{1,12}[:：]\s"
)
"""An address, a version, or several labelled values on one line."""
_NO_NAME = re.compile(
    r"▶|^\W*[가-힣]{1,3}(?<!목)적\W*$|\]\[|\w\[\d+\]|^\W*(?:(?:빨간|파란|노란|초록|검은|검정|하얀|흰|모든)\s?(?:원|선|점|네모|박스|칸|화살표|부분)|.*\s(?:중\s)?모든\s(?:원|선|점|칸)|(?:현재|이전|이후|변경\s?[전후])\s?(?:상황|상태|코드)?|(?i:upd(?:ate)?|edit|before|after)|[A-Za-z]|[a-z]\d|#\d+\s\S+|[좌우](?:측)?|\S*색\s?(?:원|선|상자|네모|점|화살표|부분|칸)|(?i:some|a few|several|algu(?:mas|ns|nos|nas)|quelques|einige)\s\w+|\d+\s?(?:차|번|번째|st|nd|rd|th)|(?:그림|표|사진|결론|전제|옵션|(?i:fig(?:ure)?\.?|table|option|step|approach|method)|図|图|圖)\s?\d+|추가|기타|그\s?외|나머지|etc\.?|others?|misc|其他|その他|第\s?[\d一二三四五六七八九十]+\s?步|상황|Sau|Trước|(?:핵심\s?)?키워드\s?\d*|의도(?:한|된)\s답|모범\s?답안|답|(?i:(?:the |an? )?(?:general |main |basic |key |big )?(?:ideas?|insights?|picture))|[A-Z]\d\([A-Z]\)|(?i:l['’]idée générale)|ide[iaé]\w*(?: gener[aá]l)?|IDENTIFY|EXECUTE|EVALUATE|SET UP|[rwx-]{3}|(?:문제점|단점|장점|특징|경우|케이스|case|방법|조건|이유|단계)\s*\d+)\W*$|\s=\s.*\("
)
"""One letter, the name of a variable, a line of code, a place in a row."""
_CLAUSE = re.compile(
    r"[가-힣][을를]\s.*[가-힣]기\W*$|[가-힣A-Za-z][이가]\s(?:필요|가능)\W*$|\s\S*(?:하|만들|적|보|쓰|두|넣|찾|풀|익히|줄이)자\W*$|\s\S*[가-힣](?<!람)다\W*$|^[^,，]*，|(?:[㐀-鿿]{7}){2}|~~|[가-힣A-Za-z)][을를]\s(?:\S+\s)?(?:사용|이용|활용|전달)\W*$|\s\S*(?:[함됨음임짐킴]|않음|있음|없음)\W*$|\s\S*(?:니다|이다|한다|된다|어요|아요)\W*$|(?:ます|です|である|必要がある|べきだ)\W*$|"
    r"^\W*(?:我们|我們|우리는?\s|(?:we|you|i|let['’]s|see|refer|design|implement|build)\b)|^\W*(?:more|less|better|worse)\s|\b(?:the following|as follows)\b|(?:다음|아래)[과와]\s?같|^\W*(?:允许|允許|可以|能够|能夠)|^\W*(?:참고|참조|参见|參見|参考|參考|请|請)",
    re.IGNORECASE,
)
"""`프로세스를 주석으로 옮기기`, `We will add a use case`: a step to take or a statement, and no name."""
_DONE = re.compile(r"[가-힣]하기\W*$|^[^()（）]*\S\s\S+\s\S*[우보쓰내리추르누]기\W*$")
"""`수도 코드 작성하기`: what is said at length of something to do is advice; what it costs (`O(n)`) is short."""
_MARKED = re.compile(r"^\s*\*|^\W*step\s?\d+\W+\w", re.IGNORECASE)
"""A footnote of a table, or a line of a trace."""
_EQUATES = re.compile(
    r"^\W*\d[\d,]*\s\w.*\s=\s\d|^[\w ]{1,30}\s=\s\d[\d.,]*\W*$|^[^a-z]*[A-Z]{3,}(?:\s[A-Z]{2,}){3,}\W*$"
)
"""What comes out of one case (`Counter = 10`), or a text in capitals that was enciphered."""
_MEASURED = re.compile(
    r"\W*(?:약|about|approx\.?|约|約)?\s?\d[\d.,]*\s?(?:초|분|ms|s|sec(?:onds?)?|秒)\W*", re.IGNORECASE
)
"""How long something took on somebody's computer."""
_BRACKETS = re.compile(r"[(（][^()（）]*[)）]")
_TOTAL = re.compile(
    r"^\W*(?:total|sum|합|합계|총합|총계|合計|合计|总计|总和|總計|expected|actual|explanation|input|output)\W*$",
    re.IGNORECASE,
)
"""What is added up, given or explained stands elsewhere."""
_LATIN_NAME = re.compile(r"[A-Za-z]+(?:[\s./_-][A-Za-z]+)+")
_BARE = re.compile(r"[가-힣ぁ-ヿ一-鿿]+(?:\s[가-힣ぁ-ヿ一-鿿]+)?")
_LEANS = re.compile(r"(?:^|\s)(?:그 (?:일|것|때|중)|이것|그것|이를|그를|위의|위와|아래의|아래와)")
_LED = re.compile(r"\s*(?:(?:이|위)와 같은|이러한|앞서)\s")
"""What begins with the line before it."""
_ORDER = re.compile(
    r"(?:논하라|설명하라|설계하라|구하라|작성하라|구하시오|설명하시오|하시오|설명해\s?(?:주세요|보세요|보자))[.!]?\s*$"
)
"""What a reader is told to do."""
_EXERCISE = re.compile(
    r"^\W*(?:(?:면접|연습|예상|기출)?\s?(?:문제|질문)|exercises?|questions?|problems?|问题|問題|練習問題)\W*\d*\W*$",
    re.IGNORECASE,
)
_CODED = re.compile(r"[A-Z]{1,3}-?\d{1,3}")
MAX_CODED = 80
"""Weight of what a number in a list of rules (`R3`) stands for, where it can be asked for by that."""
_OPEN_ANSWER = re.compile(r"[\s?？.…·\-–—]+")
"""What is left to fill in."""
_LOGISTICS = re.compile(
    r"^[\s*_]*(?:(?:next|this|last)\s(?:week|class|time|lecture)|office hours?|deadline|due(?: date)?|homework|e-?mail|tel|phone|contact|room|date|"
    r"(?:다음|이번)\s?(?:주|시간|수업)|(?:시험|제출|발표|마감)\s?(?:날짜|일|기한|범위)?|과제|교수님?\s?(?:말씀)?|이메일|전화|강의실|날짜|작성(?:자|일)?|作业|考试时间|邮箱|电话|宿題|締め?切り?|連絡先)\W*$",
    re.IGNORECASE,
)
"""What is arranged in a course, and not learnt in it."""
_SPEAKER = re.compile(
    r"^\W*(?:\([^()]*\)\s*)?(?:\S*[가-힣]님|\S.*[가-힣]\s사람|나|너|저|동생|형|누나|언니|오빠|엄마|아빠|손님|친구|학생|사람|면접관|지원자|고객|직원|점원|person|customer|student|interviewer|candidate)\s?\d*\W*(?:\(|$)",
    re.IGNORECASE,
)
"""Who says something in a story or an interview."""
_PARTY = re.compile(
    r"\W*(?:(?:the )?(?:client|server|user|sender|receiver|browser|host)s?|클라이언트|서버|사용자|송신자?|수신자?|브라우저|호스트|客户端|服务器|用户|クライアント|サーバー?)\W*$",
    re.IGNORECASE,
)
"""Who acts: in a list of what happens each acts more than once."""
_ANNOUNCES = re.compile(
    r"(?:다음|아래)\s(?:사항|내용|것)들?을\s[^.]{0,20}[.]?\s*$|(?:(?:다음|아래)(?:은|의|과)?\s.{0,40}|\s)(?:두|세|네|다섯|\d+)\s?가지(?:가 있다|가 있습니다|이다|입니다|로 나뉜다|로 나뉩니다)?[.:]?\s*$|"
    r"\b(?:the following|as follows|below)\b[^.]{0,40}[.:]?\s*$|(?:如下|以下(?:几|两|三)[种点个]?)[。：:]?\s*$",
    re.IGNORECASE,
)
"""An answer whose end only says that something follows."""
_CHATTER = re.compile(
    r"(?:으?로|라고)\s생각하면\s(?:된다|됩니다|쉽다|편하다)|비유하(?:자면|면|여)|~~|ㅋㅋ|ㅎㅎ|ㅠㅠ|!!\s*$"
)
_QUOTED = re.compile(r"\s*[\"“](?=(?:[^\s\"”]+\s+){5})[^\"”]+[\"”]\s*")
_WHOLLY_QUOTED = re.compile(r"\s*(['\"‘“]).+['\"’”]\s*")
_LEADS_IN = re.compile(r"[:：]\s*$")


def labels(spot: Spot) -> Iterator[Card]:
    """What is it, or what of it? Where only lines below explain the label, these are the answer, if they are few."""
    block = spot.block
    if not isinstance(block, Labelled) or _names_nothing(named := name(block.label)):
        return
    if spot.context.example:
        return
    said = bare(_closed(block.text))
    answer = (Text(said),) if said else _listed(block.body)
    label = unmarked(block.label)
    if _DONE.search(named) and length(answer) > MAX_LEANING:
        return
    coded = _CODED.fullmatch(named) and length(answer) > MAX_CODED
    translated = _LATIN_NAME.fullmatch(named) and _BARE.fullmatch(said.plain)
    if _takes_turns(spot.parent) and _PARTY.match(named):
        return
    if answer and length(answer) <= MAX_ANSWER and not (_says_nothing(said) or coded or translated):
        count = len(answer[0].items) if isinstance(answer[0], Items) else 0
        yield Card(
            kind="label",
            key=spot.key("label", label),
            topic=spot.context.topic_led,
            prompt=fill(spot.context.asks.point, x=label),
            cue=spot.context.asks.count.format(n=count) if count > 1 else "",
            answer=answer,
            extra=parts(block.body) if said else (),
            weak=_is_weak(spot, named, coded=any(run.kind == "code" for run in label))
            or _of_one_story(spot, named, said.plain),
            place=block.place,
        )


def _of_one_story(spot: Spot, label: str, answer: str) -> bool:
    """Whether what is said holds but for a run of a program or a project of the author's own."""
    titles = [name(title) for title in spot.context.titles]
    made = any(map(sets_up_a_project, titles[1:])) or makes_something(titles[0] if titles else "")
    return of_one_run(label, answer) or (made and length((Text(RichText.of(answer)),)) <= MAX_SET_UP)


def _is_weak(spot: Spot, label: str, *, coded: bool) -> bool:
    """Whether an answer holds for one system, hangs on the line before, or only words its label in another way."""
    context = spot.context
    above = (name(context.title), *map(name, context.labels[-1:]))
    worded = not coded and is_one_of_them(label, *above)
    advised = any(map(advises, map(name, context.titles)))
    return advised or context.survey.of_a_case or leans(context.lead.plain) or worded


def _names_nothing(label: str) -> bool:
    outside = _BRACKETS.sub("", label) if label.strip()[:1] not in "(（" else label
    if not any(map(str.isalpha, outside)) and not label.strip()[:1].isdigit():
        return True
    if len(label.split()) > MAX_NAME:
        return True
    kinds = (_NO_NAME, _CLAUSE, _EXERCISE, _MARKED, _TOTAL, _LOGISTICS, _SPEAKER)
    return (
        left_out(label)
        or example(label)
        or heads_an_example(label)
        or opens_example(label)
        or remark(label)
        or any(kind.search(label) for kind in kinds)
    )


def _takes_turns(parent: Block | None) -> bool:
    """Whether a list tells in order what several do (`서버: …`, `클라이언트: …`)."""
    if not isinstance(parent, List) or parent.style != "ordered":
        return False
    return sum(isinstance(item, Labelled) and bool(_PARTY.match(name(item.label))) for item in parent.items) > 1


def _says_nothing(answer: RichText) -> bool:
    """Whether an answer leads elsewhere, leans on the line before, or is what somebody said."""
    plain = answer.plain
    if _QUOTED.fullmatch(plain) or _MEASURED.fullmatch(plain):
        return True
    if plain and not any(map(str.isalnum, plain)) and _OPEN_ANSWER.fullmatch(plain):
        return True
    if opens_example(plain) or points(plain):
        return True
    if any(run.href for run in answer) and all(run.href for run in answer if any(map(str.isalnum, run.text))):
        return True
    if any(kind.search(plain) for kind in (_NO_ANSWER, _ORDER, _EQUATES, _ANNOUNCES, _CHATTER)):
        return True
    return bool(_LED.match(plain)) or (bool(_LEANS.search(plain)) and weight(plain) <= MAX_LEANING)


def _closed(text: RichText) -> RichText:
    """A text without a last sentence that only leads to what is below it (`There are two types:`)."""
    if not _LEADS_IN.search(text.plain):
        return text
    *whole, last = sentences(text)
    return strip(between(text, 0, len(text.plain.rstrip()) - len(last.plain))) if whole else RichText()


def _listed(body: tuple[Block, ...]) -> tuple[Text | Items, ...]:
    """The lines below a label, where they are few and short and nothing else is below it: a list of them, or a quotation.

    Lines that are asked for one by one are no answer together.
    """
    match body:
        case [List(label=label, items=inner, role="points")] if not label:
            body = inner
        case [Quote(body=inner)]:
            body = inner
    if any(isinstance(block, Labelled | Pair | Command) for block in body):
        return ()
    entries = tuple(entry for entry in items(body) if not _ANNOUNCES.search(entry.text.plain))
    if not 0 < len(entries) <= MAX_LISTED or any(not entry.text for entry in entries):
        return ()
    if 2 * sum(any(run.href for run in entry.text) for entry in entries) > len(entries):
        return ()
    if all(_WHOLLY_QUOTED.fullmatch(entry.text.plain) for entry in entries):
        return ()
    if any(isinstance(part, Image) for entry in entries for part in entry.inner):
        return ()
    if len(entries) == 1 and not entries[0].inner:
        return (Text(entries[0].text),)
    found = Items(entries)
    return (found,) if length((found,)) <= MAX_LISTED_WEIGHT else ()
