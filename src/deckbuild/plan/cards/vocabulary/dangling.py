"""What makes a sentence hang on those around it: it speaks to the reader, points, announces, or begins an example.

On a card it stands alone, so that what it points at is gone.
"""

from __future__ import annotations

import re

from .patterns import any_case, any_of, one_of, word

ENDS = any_case(
    r"[?？]\s*$",
    r"(?:알면 좋다|좋을 것이다|들어\s?봤을 것이다|기억하자)[.!]?\s*$",
    r"(?:[될할갈올줄쓸]까|을까|일까)(?:요)?\W*$",
    r"(?:보자|볼까|넘어가자|하자|말자|두자|합시다|봅시다|볼게요|겠습니다|겠다)[.!]?\s*$",
    one_of(
        r"소개한다|소개합니다|언급했다|언급하였다|설명했다|설명하였다|되었다고 한다|느꼈다|싶다|기대된다",
        r"되었으면 한다",
    )
    + r"[.!]?\s*$",
    r"(?:을|를|\s)(?:꼭\s)?(?:선택|클릭|체크|확인)(?:하기|해주자|해준다|하면 된다|해야 한다)?\W*$",
    r"(?:알아|살펴|다뤄|정리해|공부해|추가해|작성해|만들어)\s?(?:보(?:려|았|도록|기로|면)|봤)",
    r"(?:살펴본다|알아본다|다룬다|다룹니다|정리했다|정리하였다)[.!]?\s*$",
    r"(?:확인|관찰)(?:해\s?볼|할)\s?수\s?(?:있다|있습니다|있음)[.!]?\s*$",
    r"(?:것|사실|모습|결과)[을를]?\s?(?:\S+\s)?(?:볼|알|확인할)\s?수\s?(?:있다|있습니다|있음)[.!]?\s*$",
    r"(?:确认|看看|来看|来看看|吧)[。！]?\s*$",
)
"""What an author says to the reader."""
OPENS = any_case(
    r"^\s*"
    + one_of(
        r"이번에는|위와 같이|다음과 같이|아래와 같이|이제|이것[은이을]?|그것[은이을]?|그 이유는|이를|이는",
        r"이들은|이 (?:구문|때|경우|방법|방식|코드)|이러한|이런|오늘은|다음은|이번 (?:글|시간|장|포스팅)",
        r"여기서는",
    )
    + r"\b",
    r"^\s*(?:이|그)\s[가-힣A-Za-z`]",
    r"^\s*(?:여기서|그\s?(?:이후|다음|뒤|전)|이후)",
    r"^\s*(?:(?:위|이|그)와 같[은이]|그 (?:방법|이유|결과|값|과정)[은이]?\s|바로\s)",
    r"^\s*(?:이때|이럴\s?때|이런\s?경우|이를\s?위해|이\s(?:두|세|네)\s|그\s?중|이\s?중)",
    r"^\s*"
    + one_of(
        r"In (?:this|that|such a) case",
        r"At this point",
        r"(?:These|Those) (?:two|three)",
        r"The former|The latter",
    )
    + r"\b",
    r"^\s*(?:Else|Otherwise),?\s",
    r"^\s*이\s?또한\s|^\s*(?:그|이)\s?외에?\s|^\s*(?:위|아래|앞|이전)의\s|^\s*나머지\s",
    r"^\s*(?:최근|요즘|올해|작년|지난해)[에는은]*\s",
    r"^\s*현재\s?기준",
    r"^\s*which\s",
    r"^\s*(?:below|above) (?:is|are)\b",
    r"^\s*현재\s.*고 있다\W*$",
    r"^\s*(?:This|That|These|Those)\s[a-z]+\s(?:is|are|was|were|can|may|will|has|have|also)\b",
    r"^\s*That\s(?:would|makes?)\b",
    r"기출\s?문제",
    r"(?:^|\s)(?:앞|위)의\s\S+\s?(?:함수|메서드|메소드|방법|코드|식)",
    r"(?:위|앞)에서\s(?:만든|본|설명한|작성한|배운|다룬)\s",
    r"감사의 말씀|(?:도와|알려)\s?주신|들어가\s?(?:서|보면|면)\s|정상적으로 (?:작동|동작|출력)|^\s*해당\s",
    r"^[^.]{0,30}언급(?:된|한|했|하였)",
    r"^\s*위\s\S+\s(?:방법|방식|내용|코드|그림|과정|경우|상황)",
    r"^\s*앞서\s",
    r"^\s*(?:위|앞)에서\s(?!아래|뒤|보)",
    r"^\s*We (?:should|could|can|may|might) (?:also )?consider\b",
    r"^\s*(?:我们|我們)(?:也|还|還)?可以考[虑慮]",
    r"^\s*다음\s.{1,40}에 대한 (?:개념|내용|설명|이야기)[은는]",
    r"^\s*(?:You (?:would|should|could) )"
    + r"?(?:State you|Explain|Describe|Discuss|Search for|Click|Choose|Enable|Install)"
    + r"\b",
    r"^\s*(?:Given|You (?:are|have been) given)\s(?:an?|the|two|three|some|that|any|\w+s)\b",
    r"^\s*(?:给定|給定|给你|Dad[oa]s?\s|Étant donné|Дан[аоы]?\s|Задан[аоы]?\s|주어진\s)",
    r"^\s*"
    + one_of(
        r"Find|Calculate|Compute|Add|Set|Initiali[sz]e|Iterate|Select|Create|Return|Remove|Insert|Mark",
        r"Repeat|Open|Write|Download|Record|Avoid|Рассчитать|Найти|Удалить|Создать|Добавить",
    )
    + r"\s",
    r"^\s*(?:创建|下载|添加|打开)",
    r"^\s*(?:我们|我們|您|你)(?:可以|就|将|需要)?.{0,12}(?:以下|下面|点击|點擊)",
    r"^\s*(?:点击|點擊|搜索|选择|選擇)",
    r"^\s*(?:It|They|This|These|That|Those)"
    + r"\s+(?:is|are|was|were|will|can|could|may|means?|has|have|makes?|does|do)"
    + r"\b",
    r"^\s*"
    + one_of(
        r"We['’]ll",
        r"We (?:will|are going|were|have|could also)",
        r"I\b|I['’]\w+|Currently|Now,? (?:we|let)|Here (?:is|are|we)\b|See\b|Refer to\b",
        r"As (?:mentioned|shown|described|we|you)\b",
        r"In this (?:article|post|section|chapter|example|case|document|guide|tutorial|repository)\b",
    ),
    word(
        r"в (?:этой|данной) статье",
        r"у (?:цій|даній) статті",
        r"nest[ea] (?:artigo|seção)",
        r"en este (?:artículo|apartado)",
        r"dans cet article|in diesem artikel|bu (?:makalede|yazıda)|trong bài (?:viết|này)",
        r"in questo articolo|w tym artykule",
    ),
    r"^.{0,30}\b(?:(?:in )?(?:this|that) (?:way|manner|fashion))\b",
    r"^\s*(?:这|那|它|这里|參考|参考|参见|參見|详见|詳見|如上|如下|上述|上面|下面|今天|本文)",
    r"^.{0,8}[这這]些",
    r"^\s*(?:これ|それ|この|その|上記|前述|先ほど|今回|ここでは|次は|以下)",
)
"""What points back, or announces."""
EXAMPLE = any_case(
    r"^\s*"
    + one_of(
        r"예\)|예시?\s*[:：)]|예를\s?들|예로\s?들",
        r"ex\s*[):.]|e\.g\.",
        r"for (?:example|instance)\b",
        r"例えば|たとえば|例如|比如",
    ),
    r"\[[가-힣 ]+\]\s?(?:릴레이션|테이블)",
    r"\bthink of it as if\b|\bjust for this\b|\bsuppose\b|\bimagine\b",
    r"라고 (?:가정|하자)|예(?:시)?를 가정",
    r"假设我们|假设有|たとします",
)
"""One case of many, made up to show it."""
POINTS = any_case(
    r"(?:위|아래|다음|앞|이번|현재)(?:의|에서의)?\s?(?:예제?|예시|그림|코드|표|글|사진|테이블|이미지|쿼리)",
    r"(?:위|아래|다음|앞)(?:의|에서의)?\s.{0,8}(?:구조도|다이어그램|도표|순서도|표|그림)",
    r"(?:다음|아래)[과와]\s같은\s(?:식|방식|형태|순서|모양|코드)",
    r"다음\s?(?:글|포스트|포스팅|시간|장|챕터)에(?:서|는)",
    r"(?:위|아래|다음)와 같[이은]|을 기준으로 (?:작성|진행|설명)",
    r"(?:위|아래|다음)[와과]\s?같은\s?(?:화면|결과|코드|그림|표|형태|메시지|창)",
    r"(?:여기(?:서|를|에서)|링크(?:를|에서)?|자세한 (?:것|내용)[은을]?).{0,20}(?:확인|참고|참조)",
    r"^\W*in the (?:diagram|figure|picture|image|table)\b|\b(?:above|below) (?:is|are|shows?)\b",
    word(
        r"let['’]s|as follows",
        r"see (?:the|also|below|above)",
        r"(?:above|below|following|next) (?:example|code|figure|table|image|section|diagram|list)",
        r"(?:example|code|figure|table|image|section|diagram) (?:above|below)",
        r"you (?:may|can) (?:find|see|read|check|use|install)",
    ),
    r"(?:上の|下の|次の|以下の|上記の)(?:例|図|表|コード)",
    r"(?:上面|下面|以下|如下)的?(?:例子|代码|图|表)",
    r"^\s*(?:底下|下方|下列|以下)(?:提供|列出|列舉|列举|是)",
)
"""What leads to something beside it."""
REQUESTS = any_case(
    r"(?:주세요|주시기 바랍니다|바랍니다|부탁드립니다)[.!]?\s*$",
    r"\b(?:this|our|the (?:first|second|above)) (?:implementation|solution|code)\b",
    r"\bplease\b|\bpull requests?\b",
    r"\bthis (?:repo|repository|project|guide|plugin|tutorial)\b",
    r"(?:이|본|해당) (?:저장소|레포지토리|레포|프로젝트|repository)",
    r"(?:请|請)(?!求)",
    r"(?:参考|參考|参阅|參閱|参见|參見)|本(?:仓库|倉庫|项目|專案)|(?:してください|ご覧ください)",
)
"""What is said about the text itself, or asked of its reader."""
EVALUATES = any_of(
    r"^.{0,24}(?:은|는|이|가)\s*(?:아주 |매우 |정말 )?"
    + r"(?:간단하|쉽|중요하|유용하|편리하|이란 것이 (?:존재|있))"
    + r"[가-힣]*[.!]?\s*$",
    r"란 것이 (?:존재한다|있다)[.]?\s*$",
)
"""What only says how good a thing is, or that it is."""
RESTED = any_case(
    r"^\s*"
    + one_of(
        r"쉽게 (?:말해|말하면|말하자면|생각하면)",
        r"다시 말해|정리하면|요약하면",
        r"in other words|simply put|otherwise|as a result",
        r"그래서|그러므로|그렇기\s?때문에|그렇다면|이렇게|그렇게",
        r"(?:첫|둘|셋|넷)째(?:는|로)?",
    )
    + r"[\s,]",
)
"""What rests on the sentence before for more than a word."""
REASON = re.compile(r"기 때문(?:이다|입니다|이에요|임)[.]?\s*$")
"""The reason of what stands before it."""
QUESTION = re.compile(r"(?:무엇인가|무엇일까|[?？])[.요]{0,2}\W*$")
"""A text that asks."""
CHATS = any_of(
    r"[ㅋㅎㅠㅜ]{2,}",
    r"[가-힣][ㅠㅜ](?=\s|$)",
    r"^\W{1,6}(?:\([^()]*\))?\s?:\s",
    r"훨~씬",
    r"(?<=[가-힣])~~",
    r"★★|\^\^",
)
"""How one talks to friends."""
WHOLLY_BRACKETED = re.compile(r"^\s*[(（](?:[^()（）]|[(（][^()（）]*[)）])*[)）]\W*$")
"""A remark on what stands before it."""
