"""What boxes are titled that have no name: the title draws attention, or calls readers to begin or to go on."""

from __future__ import annotations

from .patterns import any_case, one_of, whole

DRAWS_ATTENTION = any_case(
    whole(
        one_of(
            r"(?:an?\s|the\s|one\s|my\s)?(?:(?:pro|quick|side|key|main|extra|important|useful|final|last)\s?-?)*"
            r"(?:notes?|tips?|points?|hints?|facts?|take-?aways?|things?|info(?:s|rmation)?|details?|questions?)",
            r"(?:quick\s?-?|get(?:ting)?\s)start(?:ed|ing)?(?:\s(?:here|guide))?|start(?:ing)? here",
            r"first steps?|next steps?",
            r"before (?:you|we) (?:begin|start|go on)|(?:how|where) to (?:begin|start)|let'?s (?:begin|start|go)",
            r"read (?:more|on|this)|learn more|more(?: on this| about this)?|see also",
            r"go(?:ing)? (?:further|deeper)|deep dive",
            r"did you know(?: that)?|good to know|(?:you )?should know|worth knowing",
            r"in (?:short|brief|a nutshell|detail)",
            r"remember(?: this)?|keep in mind|don'?t forget|pay attention|be careful|watch out|heads[ -]?up",
            r"look out|stop",
            r"fyi|psa|tl;?dr|disclaimer|reminder|aside|attention|danger|please note|nota bene|important(?:\snotice)?",
            r"recap|check ?list|at a glance|the (?:gist|bottom line)|bottom line|key concepts?|background",
        )
        + r"\s?\d*",
        one_of(
            r"시작(?:하기|하며|하면서|하세요|합시다)?|시작하기\s?(?:전에?|앞서)|들어가(?:며|면서|기)",
            r"빠른\s?시작|첫\s?걸음",
            r"(?:더|좀\s?더|자세히|깊이|함께)\s?(?:알아(?:보기|보자|봅시다)|보기|읽기|읽을거리|살펴보기|공부하기)",
            r"심화(?:\s?학습)?",
            r"알아\s?(?:두기|두자|둘\s?(?:것|점)|두세요|보기|보자)|알고\s?(?:가기|넘어가기|있나요|계셨나요|가자)",
            r"기억(?:하기|하자|하세요|할\s?(?:것|점))|잊지\s?(?:말자|마세요|말기)|이것만은(?:\s?꼭)?",
            r"꼭\s?(?:알아두기|기억하기)",
            r"주의(?:\s?(?:하기|하세요|하자|할\s?점))?|조심(?:하세요)?|잠깐(?:만)?|여기서\s?잠깐|경고",
            r"(?:핵심|주요|중요(?:한)?|학습|체크|꿀|유용한)?\s?(?:포인트|팁|사항|내용|정보|요점|메모|노트|개념|참고)",
            r"(?:한\s?줄|한눈에|간단|핵심|빠른)\s?(?:정리|요약|보기)|참고(?:로|하세요|하기|할\s?(?:점|것))?",
            r"덧붙임|여담|부연",
            r"다음\s?(?:단계|할\s?일)",
        )
        + r"\s?\d*",
        one_of(
            r"始め(?:方|る前に|ましょう|よう)|はじめ(?:方|る前に|に)|クイックスタート|もっと(?:詳しく|知る)",
            r"さらに詳しく|詳しくは",
            r"(?:重要な?|学習の?|お役立ち)?\s?(?:ポイント|ヒント|メモ|コツ|情報)|豆知識",
            r"覚えて(?:おこう|おく(?:こと)?)",
            r"ちなみに|注意(?:点|事項)|要点|知っておくこと|ご存知ですか|余談|次のステップ",
        ),
        one_of(
            r"(?:快速)?(?:开始|開始|入门|入門|上手)|开始之前|開始之前|了解更多|延伸阅读|延伸閱讀|进阶|進階",
            r"深入了解|更多",
            r"小(?:贴士|貼士|提示|知识|知識|技巧)|温馨提示|友情提示|你知道吗|你知道嗎|记住|記住|划重点|劃重點",
            r"重点|重點",
            r"(?:重要|关键|關鍵|核心)?(?:知识点|知識點|要点|要點|信息|資訊|提醒)|注意事项|注意事項|题外话",
            r"題外話|下一步",
        ),
    ),
)
"""A title that names nothing: any text could stand below it."""
