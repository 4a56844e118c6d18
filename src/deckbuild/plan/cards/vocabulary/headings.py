"""What headings, labels and heads of columns are called where that says how to read what stands below them."""

from __future__ import annotations

import re

from .patterns import any_case, any_of, ending, one_of, whole

GENERIC = any_case(
    whole(
        r"개요|소개|정의|개념|특징|특성|장점|단점|장단점|종류|구조|구성(?:\s?요소)?|원리",
        r"동작\s?(?:원리|방식|과정)|과정|방법|사용법|사용\s?방법|사용\s?이유|이유|목적|설치(?:\s?방법)?",
        r"설정|실습|실행|예|예시|예제|정리|결론|요약|배경|등장\s?배경|필요성|기본|기초|명령어|문법",
        r"(?:연습|확인|복습)\s?문제|(?:예상\s?)?질문|(?:자주\s묻는|면접)\s?질문|질의\s?응답",
        r"(?:사용\s?|관련\s?|기본\s?)?용어(?:\s?정리)?",
        r"q\s?&\s?a|faq",
        r"주의\s?(?:사항|점)?|비교|차이점?|구현|코드|문제점?|(?:해결|해소)\s?(?:방법|방안|책)?|시간\s?복잡도",
        r"공간\s?복잡도",
        r"(?:an?\s+|the\s+)?"
        + one_of(
            r"overview|introduction|intro|definition|definitions|concepts?|features?|characteristics",
            r"properties|pros(?:\s+and\s+cons)?|cons|advantages?|disadvantages?|types|kinds|structure|usage",
            r"use cases?|how it works|install(?:ation|ing)?|setup|set up|getting started|configuration",
            r"examples?|summary|conclusion|background|motivation|basics|commands?|syntax|notes?|comparison",
            r"differences?|implementation|code|problems?|solutions?|complexity|description|details?|steps?",
            r"what|why|how|when|tl;?dr",
        ),
        r"概要|はじめに|定義|概念|特徴|長所|短所|メリット|デメリット|種類|構造|仕組み|使い方|方法|手順",
        r"インストール|設定|例|まとめ|結論|本論|背景|目的|基本|コマンド|違い|简介|介绍|概述|定义|特点|优点",
        r"缺点|优缺点|种类|类型|结构|原理|用法|使用方法|步骤|安装|配置|例子|示例|总结|结论|基础|命令|区别",
    ),
)
"""A title that says nothing without the one above it: any thing has a definition, features or an example."""
FILE_STEM = re.compile(r"^[a-z0-9]+(?:_[a-z0-9]+)+$")
"""The name of a file (`linked_list`), which an author left as the title."""
FILLS = any_case(
    whole(
        r"서론|본론|들어가며|들어가기\s?전에|시작하기\s?전에|시작하며|마치며|마무리",
        r"building",
        r"はじめに|本論|前言|正文",
    ),
)
"""A title that says nothing at all."""
DEFINING = any_case(
    r"^\W*(?:정의|개념|뜻|의미|definitions?|meaning|concept|what|定義|概念|意味|定义|含义)\W*$",
)
"""A title that asks what the section above it is."""
LEFT_OUT = any_case(
    whole(
        r"참고(?:\s*(?:자료|문헌|링크|사이트))?",
        r"(?:[^\W\d_]\S*\s)?출처|레퍼런스|목차|차례|할\s?일|더\s?보기",
        r"(?:추천|연습|관련|참고)\s?문제(?:\s?\(.*\))?",
        r"references?|links?|sources?|see also|further reading|(?:table of )?contents|toc|to-?do|fixme",
        r"license|credits|(?:our |the )?(?:collaborators?|contributors?|authors?|maintainers?)|study guides?",
        r"학습\s?(?:가이드|지침)",
        r"学習指針|学習ガイド|学习指[引南]|學習指[引南]",
        r"guía de estudio|guia de estudos?|contributing|acknowledge?ments|change\s?log|release notes",
        r"参考(?:文献|資料|资料|リンク|链接)?|出典|参照|目次|目录|やること|待办",
    ),
)
"""A section of which nothing is learnt: where to read on, what to do, under which licence."""
OF_REPOSITORY = any_case(
    r"\b(?:this|dieses|diesem|questa|questo|este|esta|ce|ini|этот|этого|этим|цим|цей)"
    + r"\s+(?:repo\b|reposit[oó]r|репозитор)",
    r"\brepositori\s+ini\b|מאגר\s(?:זה|הזה)|هذا\sالمستودع",
    r"(?:この|本)(?:リポジトリ|仓库|倉庫|項目|项目)",
    r"이\s(?:저장소|레포|리포지토리)",
    r"^\W*(?:how to )?contribut(?:e|ing|ion|ions|ors?|er)\W*$",
    r"^\W*(?:如何)?(?:贡献|貢獻)\W*$",
    r"(?:기술\s?)?면접\s?(?:준비|대비)하?",
    r"기술\s?면접에서|면접에서 문제가",
    r"(?:面试|面試|面接).{0,6}(?:做准备|做準備|准备|準備|備え)",
    r"(?:准备|準備).{0,10}(?:面试|面試)",
    r"(?:学习|學習)如何(?:设计|設計)",
    r"^\W*(?:how to )?learn how to\b",
    r"を学ぶ\W*$",
    r"\bprep(?:are|aration)? for (?:the|an?) .{0,24}interviews?\b",
    r"^\W*コントリビュー\S*$",
    r"^\W*기여\s?(?:하기|방법|자)?\W*$",
    r"^\W*repository'?(?:in)? (?:kullanımı|rules?)\W*$",
    r"sử dụng repository",
)
"""What the page of a repository says of itself, and of passing interviews with it."""
HAPPENING = any_of(
    ending(
        r"과정|시나리오|흐름|순서|절차|단계|(?:\s|[가-힣])[후전]|방법|방식|원리|응답|질문|답변|문제|예제",
        r"예시|정리|요약|구현|실습|알고리즘|로직|사례|비교|차이|관계|작성|설계|설정|사용|적용|처리|관리",
        r"실행|동작|생성|전략|기준|개선|해결|결과",
    ),
    r"(?:手順|流れ|方法|仕組み|例|まとめ|問題|步骤|流程|过程|方法|问题|示例|总结)\W*$",
)
"""A title of what goes on: below it stand no traits of a thing."""
INSTALLS = any_case(
    r"\binstall(?:ation|ing)?\b",
    r"\bget(?:ting)? started\b",
    r"설치|프로젝트\s?(?:생성|만들기)|환경\s?(?:설정|구축)",
    r"インストール|環境構築|安装|安裝|环境搭建",
)
"""How something is set up: its buttons and files are looked up, and not learnt."""
SETS_UP = any_case(
    r"설정하기\W*$",
    r"프로젝트\s?(?:생성|만들기|설정|연동)",
    r"(?:연동|협업|배포)\s?(?:하기|해보기|하여|스크립트)",
    r"환경\s?(?:설정|구축)",
    r"\b(?:project|environment) (?:setup|creation)\b",
    r"環境構築|プロジェクト作成|环境搭建|创建项目",
)
"""How a project of the author's own began."""
ADVISES = any_of(
    r"(?:코딩\s?테스트|문제|시험|필기).{0,12}(?:접근법|공략|꿀팁|준비법)",
    r"(?:풀이|준비)법\W*$",
    r"(?:느낀|알게\s?된|배운|깨달은)\s?(?:점|것)|(?:후기|소감|회고)\W*$|(?i:\blessons? learned\b)",
)
"""How to pass a test, and what somebody took home from a day."""
MAKES = re.compile(r"^(?!.*알고리즘).*[A-Za-z가-힣]으?로\s.*(?:구현|개발|만들기|배포|구축)\W*$")
"""What an author made with a tool (`Firebase로 로그인 구현`); an algorithm is implemented by all."""
LEGEND = any_case(
    r"^\W*(?:where|legende?|légende|범례|여기서|단|其中|图例|凡例|ただし|donde|où|onde)\W*$",
)
"""What explains the signs of a formula or a picture."""
PLACEHOLDER = re.compile(r"\W*\{\{\s*[A-Z_]+\s*\}\}")
"""The title of a form to fill in."""
PROJECT_PAGE = any_of(
    one_of(
        r"(?i:contributing|change-?log|code[_-]of[_-]conduct|license|codeowners|translations)",
        r"AGENTS|CLAUDE|SECURITY|AUTHORS",
    )
    + r"(?i:[._-][a-z]{2}(?:-[a-z]{2,4})?)?\.(?i:md|markdown)",
)
"""The file in which a project lays down its rules."""
README = re.compile(r"(?:^|/)readme(?:[._-][\w-]+)?\.(?:md|markdown)$", re.IGNORECASE)
"""The first page of a project."""
REPORT = any_case(
    one_of(
        r"report|benchmark|comparison|audit|minutes|meeting|retro",
        r"보고서|회의록",
        r"議事録|报告|会议",
    )
    + r".*\d{4}-\d\d-\d\d\.(?:md|markdown)",
)
"""The file of a report of one day."""
REMARK = any_case(
    whole(
        r"feat|fix|chore|refactor|perf|ci|obs|nb|kaynak|fontes?|fuentes?|quellen?",
        r"출처|참고",
        r"주의(?:\s?(?:사항|점))?",
        r"중요|팁|비고",
        r"note|notes|tips?|warning|important|caution|info|hint|n\.?b|p\.?s|cf",
        r"정리|요약|결론",
        r"answer",
        r"정답|해답|답안|풀이|해설",
        r"答案|正解|解答|解説|解き方|解析",
        r"summary|conclusion",
        r"まとめ|结论|总结|注意|注|重要|重要提示|提示|补充|補足|ポイント|提示|注释|註釋|备注|備註|備考",
    ),
)
"""A label that only draws attention."""
ASPECTS = any_case(
    r"^\W*"
    + one_of(
        one_of(
            r"구분|항목|대상|제목|특징|특성|기준",
            r"비교(?:\s?(?:항목|대상))?",
            r"분류|속성|차이점?",
            r"property|properties|features?|aspects?|criteri(?:a|on)|comparison|characteristics?",
            r"attributes?|differences?",
            r"項目|比較|比較項目|特徴|区分|基準|项目|特性|对比|比较|比较项|区别|属性",
        )
        + r"\W*",
    )
    + r"?$",
)
"""The head of a column whose cells are aspects of the others."""
CITES = any_case(
    r"^\W*(?:source|출처|자료\s?출처|资料来源|資料來源|来源|來源|出典|quelle|fuente|fonte|kaynak|источник)\s*[:：]",
)
"""A line that says where something is from: it names nothing of what stands below it."""
PROPERTY = any_case(
    whole(
        r"내용|설명|비고|예|예시|의미|뜻|값|기능|용도|역할|기본값|타입|단위",
        r"descriptions?|values?|meanings?|examples?|notes?|comments?|types?|defaults?|units?|purposes?",
        r"roles?",
        r"说明|内容|备注|含义|值|类型|示例|説明|内容|意味|備考|値|例|型",
    ),
)
"""The head of a column that says something of the rows, and is no thing itself."""
ASPECT = any_case(
    whole(
        r"위치|크기|형식|형태|모양|색|속도|성능|가격|비용|용량|길이|무게|온도|시간|기간|방향|구조|보안|범위",
        r"locations?|sizes?|formats?|shapes?|colou?rs?|speed|performance|prices?|costs?|capacity|lengths?|weight",
        r"temperatures?|time|duration|direction|structure|security|scope|order|mutability",
        r"位置|大小|形式|颜色|速度|性能|价格|成本|长度|场所|場所|サイズ|色|価格|費用|時間|时间|方向|結構|结构|構造",
    ),
)
"""One side of a thing, which is told of several."""
ENTITLING = any_case(
    r"^\W*(?:name|title|nome|nombre|nom|isim|nama|nazwa|название|назва|이름|명칭|名称|名稱|名前|名字)\W*$",
)
"""The head of a column of names."""
EXAMPLE = any_case(
    r"^\W*(?:예|예시|예제|examples?|ex|例|例子|示例)\s*(?:[):：]|#?\d).*",
    r"^\W*(?:예시|예제|示例|例子)\s?\S{1,6}\W*$",
    r"^\W*(?:예시|예제|예|examples?)\s*[(（][^()（）]*[)）]\W*$",
    r"^\W*(?:예|예시|예제|사용\s*예(?:시)?|examples?|e\.?g\.?|ex|for example|例|例子|示例|具体例)\W*$",
)
"""A title or a label that says: an example, with a number, a word on it, or alone."""
OF_EXAMS = any_case(
    r"(?:예상|면접|기출)\s?(?:질문|문제)",
    r"주요\s?질문|필기\s?테스트",
    r"(?:expected|interview|exam)[\W_]*questions?",
)
"""A title above questions of exams and interviews, which are no facts."""
WITH_EXAMPLE = any_case(
    one_of(
        r"예시|예제",
        r"\bexamples?\b",
        r"의\s예는\s?[?？]",
        r"例子|示例|具体例",
        r"\b"
        + one_of(
            r"ejemplos?|exemplos?|exemples?|esempi[oi]?|beispiele?|örnek|przykład|contoh|misol|ví dụ|пример",
            r"приклад",
        )
        + r"\w*",
    ),
)
"""A title that says anywhere that an example follows."""
OF_EXAMPLES = any_case(
    r"\s(?:예|예시|예제|사례)\W*$",
    r"의\s?(?:예|예시|예제|사례)\W*$",
    r"^\W*examples?\sof\s",
    r"の(?:例|具体例)\W*$",
    r"的例子\W*$",
)
"""A name that counts examples of something."""
TELLS_A_CASE = any_case(
    r"^\W*(?:use[\s-]?case|user story|ユースケース|用例|유스\s?케이스|사용자\s?스토리)\s?\d*\s*[:：]\s*\S",
)
"""What somebody does with one system."""
FALSE_CHOICES = any_case(
    r"(?:잘못|틀리게|틀린|옳지\s?않은|올바르지\s?않은|적절하지\s?않은|아닌)\s?.{0,16}것은",
    r"\bwhich of (?:the following|these) is (?:not|false|wrong)\b",
    r"(?:错误|錯誤|不正确|不正確)的是|誤っているもの",
)
"""A line that asks which of those below it is false."""
ASSUMES = re.compile(r"\bassum(?:e|ptions?)\b|^\W*(?:전제\s?조건|가정)\W*$|假设|假設|前提", re.IGNORECASE)
"""What is taken for granted in one task."""
DESIGNS = any_case(
    r"^\W*design\s(?:(?:an?|the)\s|\S+(?:\.com|'s)\b)",
    r"^\W*(?:设计|設計)(?!模式|原则|原則)",
    r"^\W*(?:为|為|在)\s?\S.{0,20}(?:设计|設計)",
    r".*설계하기\W*$",
)
"""A note that designs one system; design patterns are none."""
ONE_CASE = any_case(
    r"^\W*(?:examples?|ex|예시?|예제|例|示例)\b\W.*",
    r"^\W*(?:상황|시나리오|사례|scenario|situation|case study|状況|場面|场景|情景)\s?\d+\b.*",
    r"^\W*\w+\(\s?-?\d+(?:\s?,\s?-?\d+)*\s?\).*",
    r"""^\W*[\"'“‘][^\"'”’]{1,12}[\"'”’]\s*(?:찾기|검색|삽입|삭제|추가|입력).*""",
    r"^\W*example\s(?:categories|data|output|input|values?)\W*$",
)
"""A call with its numbers (`insert(40)`), something done to one word (`'tea' 찾기`)."""
