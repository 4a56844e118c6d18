"""What stands before a colon and names nothing, and what stands behind one and answers nothing."""

from __future__ import annotations

import re

from .patterns import any_case, any_of, one_of, whole

NO_ANSWER = any_of(
    r"^\s*(?:https?://\S+|www\.\S+|[vV]?\d+(?:\.\d+){1,3})\s*$",
    r"[,，]\s*\S{1,12}\s+[-–:：]\s",
    r"[,，]\s*\S{1,12}[:：]\s",
)
"""An address, a version, or several labelled values on one line."""
NO_NAME = any_of(
    r"▶",
    r"^\W*[가-힣]{1,3}(?<!목)적\W*$",
    r"\]\[|\w\[\d+\]",
    whole(
        r"(?:빨간|파란|노란|초록|주황|보라|분홍|회색|갈색|검은|검정|하얀|흰|모든)\s?(?:원|선|점|네모|박스|칸|화살표|부분)",
        r".*\s(?:중\s)?모든\s(?:원|선|점|칸)",
        r"(?:현재|이전|이후|변경\s?[전후])\s?(?:상황|상태|코드)?",
        r"(?i:upd(?:ate)?|edit|before|after)",
        r"[A-Za-z]|[a-z]\d|#\d+\s\S+",
        r"[좌우](?:측)?",
        r"\S*색\s?(?:원|선|상자|네모|점|화살표|부분|칸)",
        r"(?i:some|a few|several|algu(?:mas|ns|nos|nas)|quelques|einige)\s\w+",
        r"\d+\s?(?:차|번|번째|st|nd|rd|th)",
        one_of(
            r"그림|표|사진|결론|전제|옵션",
            r"(?i:fig(?:ure)?\.?|table|option|step|approach|method)",
            r"図|图|圖",
        )
        + r"\s?\d+",
        r"(?:실행\s?)?결과|출력(?:\s?결과)?|(?i:results?|outputs?)|結果|结果",
        r"추가|기타|그\s?외|나머지",
        r"etc\.?|others?|misc",
        r"其他|その他|第\s?[\d一二三四五六七八九十]+\s?步",
        r"상황",
        r"사전적\s?(?:의미|정의|뜻)",
        r"Sau|Trước",
        r"(?:핵심\s?)?키워드\s?\d*|의도(?:한|된)\s답|모범\s?답안|답",
        r"(?i:(?:the |an? )?(?:general |main |basic |key |big )?(?:ideas?|insights?|picture))",
        r"[A-Z]\d\([A-Z]\)",
        r"(?i:l['’]idée générale)",
        r"ide[iaé]\w*(?: gener[aá]l)?",
        r"IDENTIFY|PLAN|SOLVE|CHECK|EXECUTE|EVALUATE|SET UP|[rwx-]{3}",
        r"(?:문제점|단점|장점|특징|경우|케이스|case|방법|조건|이유|단계)\s*\d+",
    ),
    r"\s=\s.*\(",
)
"""One letter, the name of a variable, a line of code, a place in a row."""
CLAUSE = any_case(
    r"[가-힣][을를]\s.*[가-힣]기\W*$",
    r"[가-힣A-Za-z][이가]\s(?:필요|가능)\W*$",
    r"\s\S*(?:하|만들|적|보|쓰|두|넣|찾|풀|익히|줄이)자\W*$",
    r"\s\S*[가-힣](?<!람)다\W*$",
    r"~~",
    r"[가-힣A-Za-z)][을를]\s(?:\S+\s)?(?:사용|이용|활용|전달)\W*$",
    r"\s\S*(?:니다|이다|한다|된다|어요|아요)\W*$",
    r"(?:ます|です|である|必要がある|べきだ)\W*$",
    r"^\W*(?:我们|我們|우리는?\s|(?:we|you|i|let['’]s|see|refer|design|implement|build)\b)",
    r"^\W*(?:more|less|better|worse)\s",
    r"\b(?:the following|as follows)\b",
    r"(?:다음|아래)[과와]\s?같",
    r"^\W*(?:允许|允許|可以|能够|能夠)",
    r"^\W*(?:참고|참조|参见|參見|参考|參考|请|請)",
)
"""`프로세스를 주석으로 옮기기`, `We will add a use case`: a step to take or a statement, and no name."""
STATEMENT = any_of(
    r"^[^,，]*，",
    r"(?:[㐀-鿿]{7}){2}",
    r"\s\S*(?:[함됨음임짐킴]|않음|있음|없음)\W*$",
)
"""What is said in a whole line: a name only where each line of a list is explained in that way."""
DONE = re.compile(r"[가-힣]하기\W*$|^[^()（）]*\S\s\S+\s\S*[우보쓰내리추르누]기\W*$")
"""`수도 코드 작성하기`: what is said at length of something to do is advice; what it costs (`O(n)`) is short."""
MARKED = re.compile(r"^\s*\*|^\W*step\s?\d+\W+\w", re.IGNORECASE)
"""A footnote of a table, or a line of a trace."""
EQUATES = any_of(
    r"^\W*\d[\d,]*\s\w.*\s=\s\d",
    r"^[\w ]{1,30}\s=\s\d[\d.,]*\W*$",
    r"^[^a-z]*[A-Z]{3,}(?:\s[A-Z]{2,}){3,}\W*$",
)
"""What comes out of one case (`Counter = 10`), or a text in capitals that was enciphered."""
MEASURED = any_case(
    r"\W*(?:약|about|approx\.?|约|約)?\s?\d[\d.,]*\s?(?:초|분|ms|s|sec(?:onds?)?|秒)\W*",
)
"""How long something took on somebody's computer."""
BRACKETS = re.compile(r"[(（][^()（）]*[)）]")
"""What a name has in brackets beside it."""
TOTAL = any_case(
    whole(
        r"total|sum",
        r"합|합계|총합|총계",
        r"合計|合计|总计|总和|總計",
        r"expected|actual|explanation|input|output",
    ),
)
"""What is added up, given or explained stands elsewhere."""
LATIN_NAME = re.compile(r"[A-Za-z]+(?:[\s./_-][A-Za-z]+)+")
"""A name of two words or more in Latin letters, which a Korean or Japanese answer may but translate."""
BARE = re.compile(r"[가-힣ぁ-ヿ一-鿿]+(?:\s[가-힣ぁ-ヿ一-鿿]+)?")
"""An answer of one or two words in one script."""
LEANS = re.compile(r"(?:^|\s)(?:그 (?:일|것|때|중)|이것|그것|이를|그를|위의|위와|아래의|아래와)")
"""Words that point at another line."""
LED = re.compile(r"\s*(?:(?:이|위)와 같은|이러한|앞서|같은 (?:경우|때))\s")
"""What begins with the line before it."""
ORDER = any_of(
    one_of(
        r"논하라|설명하라|설계하라|구하라|작성하라|구하시오|설명하시오|하시오",
        r"설명해\s?(?:주세요|보세요|보자)",
    )
    + r"[.!]?\s*$",
)
"""What a reader is told to do."""
EXERCISE = any_case(
    r"^\W*"
    + one_of(
        r"(?:면접|연습|예상|기출)?\s?(?:문제|질문)",
        r"exercises?|questions?|problems?",
        r"问题|問題|練習問題",
    )
    + r"\W*\d*\W*$",
)
"""The head of an exercise."""
SIGNATURE = re.compile(r"\s*(?:[\w<>\[\]*&]+\s+){0,4}\w+\((?P<taken>[^()]*\w[^()]*)\)[\s;:{]*")
"""A function with what it takes."""
CODED = re.compile(r"[A-Z]{1,3}-?\d{1,3}")
"""The number of a rule (`R3`)."""
OPEN_ANSWER = re.compile(r"[\s?？.…·\-–—]+")
"""What is left to fill in."""
LOGISTICS = any_case(
    r"^[\s*_]*"
    + one_of(
        r"(?:next|this|last)\s(?:week|class|time|lecture)",
        r"office hours?|deadline|due(?: date)?|homework|e-?mail|tel|phone|contact|room|date",
        r"(?:다음|이번)\s?(?:주|시간|수업)",
        r"(?:시험|제출|발표|마감)\s?(?:날짜|일|기한|범위)?",
        r"과제|교수님?\s?(?:말씀)?|이메일|전화|강의실|날짜|작성(?:자|일)?",
        r"作业|考试时间|邮箱|电话|宿題|締め?切り?|連絡先",
    )
    + r"\W*$",
)
"""What is arranged in a course, and not learnt in it."""
SPEAKER = any_case(
    r"^\W*(?:\([^()]*\)\s*)?"
    + one_of(
        r"\S*[가-힣]님|\S.*[가-힣]\s사람|나|너|저|동생|형|누나|언니|오빠|엄마|아빠|손님|친구|학생|사람",
        r"면접관|지원자|고객|직원|점원",
        r"person|customer|student|interviewer|candidate",
    )
    + r"\s?\d*\W*(?:\(|$)",
)
"""Who says something in a story or an interview."""
PARTY = any_case(
    r"\W*"
    + one_of(
        r"(?:the )?(?:client|server|user|sender|receiver|browser|host)s?",
        r"클라이언트|서버|사용자|송신자?|수신자?|브라우저|호스트",
        r"客户端|服务器|用户|クライアント|サーバー?",
    )
    + r"\W*$",
)
"""Who acts: in a list of what happens each acts more than once."""
ANNOUNCES = any_case(
    r"(?:눌러|클릭해)\s?(?:주시면|주세요|보세요|보시면|보면)",
    r"(?:다음|아래)\s(?:사항|내용|것)들?을\s[^.]{0,20}[.]?\s*$",
    one_of(
        r"(?:다음|아래)(?:은|의|과)?\s.{0,40}",
        r"\s",
    )
    + r"(?:두|세|네|다섯|\d+)\s?가지(?:가 있다|가 있습니다|이다|입니다|로 나뉜다|로 나뉩니다)?[.:]?\s*$",
    r"\b(?:the following|as follows|below)\b[^.]{0,40}[.:]?\s*$",
    r"(?:如下|以下(?:几|两|三)[种点个]?)[。：:]?\s*$",
)
"""An answer whose end only says that something follows."""
CHATTER = any_of(
    r"(?:으?로|라고)\s생각하면\s(?:된다|됩니다|쉽다|편하다)",
    r"비유하(?:자면|면|여)",
    r"~~|ㅋㅋ|ㅎㅎ|ㅠㅠ|!!\s*$",
)
"""How one explains among friends."""
QUOTED = re.compile(r"\s*[\"“](?=(?:[^\s\"”]+\s+){5})[^\"”]+[\"”]\s*")
"""What somebody said, five words or more."""
WHOLLY_QUOTED = re.compile(r"""\s*(['\"‘“]).+['\"’”]\s*""")
"""A line that is a quotation from end to end."""
LEADS_IN = re.compile(r"[:：]\s*$")
"""What leads to the lines below."""
