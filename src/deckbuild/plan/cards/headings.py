"""What kind of name a heading is: one that says nothing by itself, one that counts things, one to leave out."""

from __future__ import annotations

import re

_GENERIC = re.compile(
    r"^\W*(?:개요|소개|정의|개념|특징|특성|장점|단점|장단점|종류|구조|구성(?:\s?요소)?|원리|동작\s?(?:원리|방식|과정)|과정|방법|"
    r"사용법|사용\s?방법|사용\s?이유|이유|목적|설치(?:\s?방법)?|설정|실습|실행|예|예시|예제|정리|결론|요약|배경|등장\s?배경|필요성|기본|기초|"
    r"명령어|문법|(?:예상\s?)?질문|(?:자주\s묻는|면접)\s?질문|질의\s?응답|q\s?&\s?a|faq|주의\s?(?:사항|점)?|비교|차이점?|구현|코드|문제점?|해결\s?(?:방법|방안|책)?|시간\s?복잡도|공간\s?복잡도|"
    r"(?:an?\s+|the\s+)?(?:overview|introduction|intro|definition|definitions|concepts?|features?|characteristics|properties|"
    r"pros(?:\s+and\s+cons)?|cons|advantages?|disadvantages?|types|kinds|structure|usage|use cases?|how it works|"
    r"install(?:ation|ing)?|setup|set up|getting started|configuration|examples?|summary|conclusion|background|motivation|"
    r"basics|commands?|syntax|notes?|comparison|differences?|implementation|code|problems?|solutions?|complexity|"
    r"description|details?|steps?|what|why|how|when|tl;?dr)|"
    r"概要|はじめに|定義|概念|特徴|長所|短所|メリット|デメリット|種類|構造|仕組み|使い方|方法|手順|インストール|設定|例|まとめ|結論|"
    r"本論|背景|目的|基本|コマンド|違い|简介|介绍|概述|定义|特点|优点|缺点|优缺点|种类|类型|结构|原理|用法|使用方法|步骤|安装|配置|"
    r"例子|示例|总结|结论|基础|命令|区别)\W*$",
    re.IGNORECASE,
)
_FILE_STEM = re.compile(r"^[a-z0-9]+(?:_[a-z0-9]+)+$")
_FILLS = re.compile(
    r"^\W*(?:서론|본론|들어가며|들어가기\s?전에|시작하기\s?전에|시작하며|마치며|마무리|building|はじめに|本論|前言|正文)\W*$",
    re.IGNORECASE,
)
_DEFINING = re.compile(
    r"^\W*(?:정의|개념|뜻|의미|definitions?|meaning|concept|what|定義|概念|意味|定义|含义)\W*$", re.IGNORECASE
)
_TRAITS = (
    r"특징|특성|장점|단점|종류|원인|증상|요소|원칙|조건|이유|목적|기능|역할|유형|규칙|"
    r"\b(?:features|characteristics|properties|advantages|disadvantages|benefits|drawbacks|pros|cons|types|kinds|components|"
    r"causes|symptoms|elements|principles|rules|conditions|reasons|goals|functions|roles|requirements)|"
    r"特徴|長所|短所|メリット|デメリット|種類|原因|症状|要素|原則|条件|理由|目的|機能|役割|特点|优点|缺点|种类|类型|原则|功能"
)
_SEQUEL = r"단계|방법|방식|과정|순서|절차|\b(?:steps|stages|phases|layers|levels)|手順|段階|步骤"
_OF = r"(?:\s(?:of|for|to)\s(?:[\w-]+\s?){1,4})?"
"""What a thing in English counts stands before what it is of (`types of joins`)."""
_SET = re.compile(rf"(?:{_TRAITS}){_OF}\W*$", re.IGNORECASE)
_COUNTING = re.compile(rf"({_TRAITS}|{_SEQUEL}){_OF}\W*$", re.IGNORECASE)
_LEFT_OUT = re.compile(
    r"^\W*(?:참고(?:\s*(?:자료|문헌|링크|사이트))?|(?:[^\W\d_]\S*\s)?출처|레퍼런스|목차|차례|할\s?일|더\s?보기|(?:추천|연습|관련|참고)\s?문제(?:\s?\(.*\))?|"
    r"references?|links?|sources?|see also|further reading|(?:table of )?contents|toc|to-?do|fixme|license|credits|"
    r"study guides?|학습\s?(?:가이드|지침)|学習指針|学習ガイド|学习指[引南]|學習指[引南]|guía de estudio|guia de estudos?|"
    r"contributing|acknowledge?ments|change\s?log|release notes|参考(?:文献|資料|资料|リンク|链接)?|出典|参照|目次|目录|やること|待办)\W*$",
    re.IGNORECASE,
)
_OF_REPOSITORY = re.compile(
    r"\b(?:this|dieses|diesem|questa|questo|este|esta|ce|ini|этот|этого|этим|цим|цей)\s+(?:repo\b|reposit[oó]r|репозитор)|\brepositori\s+ini\b|"
    r"(?:この|本)(?:リポジトリ|仓库|倉庫|項目|项目)|이\s(?:저장소|레포|리포지토리)|^\W*(?:how to )?contribut(?:e|ing|ion|ions|ors?|er)\W*$|^\W*(?:如何)?(?:贡献|貢獻)\W*$|"
    r"(?:기술\s?)?면접\s?(?:준비|대비)하?|기술\s?면접에서|면접에서 문제가|(?:面试|面試|面接).{0,6}(?:做准备|做準備|准备|準備|備え)|(?:准备|準備).{0,10}(?:面试|面試)|"
    r"(?:学习|學習)如何(?:设计|設計)|^\W*(?:how to )?learn how to\b|を学ぶ\W*$|\bprep(?:are|aration)? for (?:the|an?) .{0,24}interviews?\b|^\W*コントリビュー\S*$|^\W*기여\s?(?:하기|방법|자)?\W*$|^\W*repository'?(?:in)? (?:kullanımı|rules?)\W*$|sử dụng repository",
    re.IGNORECASE,
)
_HAPPENING = re.compile(
    r"(?:과정|시나리오|흐름|순서|절차|단계|(?:\s|[가-힣])[후전]|방법|방식|원리|응답|질문|답변|문제|예제|예시|정리|요약|구현|실습|알고리즘|로직|사례|비교|차이|관계|작성|설계|"
    r"설정|사용|적용|처리|관리|실행|동작|생성|전략|기준|개선|해결|결과)\W*$|(?:手順|流れ|方法|仕組み|例|まとめ|問題|步骤|流程|过程|方法|问题|示例|总结)\W*$"
)
_INSTALLS = re.compile(
    r"\binstall(?:ation|ing)?\b|\bget(?:ting)? started\b|설치|프로젝트\s?(?:생성|만들기)|환경\s?(?:설정|구축)|インストール|環境構築|安装|安裝|环境搭建",
    re.IGNORECASE,
)
_SETS_UP = re.compile(
    r"설정하기\W*$|프로젝트\s?(?:생성|만들기|설정|연동)|(?:연동|협업|배포)\s?(?:하기|해보기|하여|스크립트)|환경\s?(?:설정|구축)|\b(?:project|environment) (?:setup|creation)\b|環境構築|プロジェクト作成|环境搭建|创建项目",
    re.IGNORECASE,
)
_ADVISES = re.compile(r"(?:코딩\s?테스트|문제|시험|필기).{0,12}(?:접근법|공략|꿀팁|준비법)|(?:풀이|준비)법\W*$")
_MAKES = re.compile(r"^(?!.*알고리즘).*[A-Za-z가-힣]으?로\s.*(?:구현|개발|만들기|배포|구축)\W*$")
_LEGEND = re.compile(
    r"^\W*(?:where|legende?|légende|범례|여기서|단|其中|图例|凡例|ただし|donde|où|onde)\W*$", re.IGNORECASE
)
_PLACEHOLDER = re.compile(r"\W*\{\{\s*[A-Z_]+\s*\}\}")
_PROJECT_PAGE = re.compile(
    r"(?:(?i:contributing|change-?log|code[_-]of[_-]conduct|license|codeowners|translations)|AGENTS|CLAUDE|SECURITY|AUTHORS)"
    r"(?i:[._-][a-z]{2}(?:-[a-z]{2,4})?)?\.(?i:md|markdown)"
)
_README = re.compile(r"(?:^|/)readme(?:[._-][\w-]+)?\.(?:md|markdown)$", re.IGNORECASE)
_REPORT = re.compile(
    r"(?:report|benchmark|comparison|audit|minutes|meeting|retro|보고서|회의록|議事録|报告|会议).*\d{4}-\d\d-\d\d\.(?:md|markdown)",
    re.IGNORECASE,
)
_REMARK = re.compile(
    r"^\W*(?:feat|fix|chore|refactor|perf|ci|obs|nb|kaynak|fontes?|fuentes?|quellen?|출처|참고|주의(?:\s?(?:사항|점))?|중요|팁|비고|note|notes|tips?|warning|important|caution|info|hint|n\.?b|p\.?s|cf|"
    r"정리|요약|결론|answer|정답|答案|正解|summary|conclusion|まとめ|结论|总结|注意|注|重要提示|提示|补充|補足|ポイント|提示|注释|註釋|备注|備註|備考)\W*$",
    re.IGNORECASE,
)
_ASPECTS = re.compile(
    r"^\W*(?:(?:구분|항목|대상|제목|특징|특성|기준|비교(?:\s?(?:항목|대상))?|분류|속성|차이점?|property|properties|features?|aspects?|criteri(?:a|on)|"
    r"comparison|characteristics?|attributes?|differences?|項目|比較|比較項目|特徴|区分|基準|项目|特性|对比|比较|比较项|区别|属性)\W*)?$",
    re.IGNORECASE,
)
_PROPERTY = re.compile(
    r"^\W*(?:내용|설명|비고|예|예시|의미|뜻|값|기능|용도|역할|기본값|타입|단위|descriptions?|values?|meanings?|examples?|notes?|comments?|types?|defaults?|"
    r"units?|purposes?|roles?|说明|内容|备注|含义|值|类型|示例|説明|内容|意味|備考|値|例|型)\W*$",
    re.IGNORECASE,
)
_ENTITLING = re.compile(
    r"^\W*(?:name|title|nome|nombre|nom|isim|nama|nazwa|название|назва|이름|명칭|名称|名稱|名前|名字)\W*$",
    re.IGNORECASE,
)
_EXAMPLE = re.compile(
    r"^\W*(?:예|예시|예제|examples?|ex|例|例子|示例)\s*(?:[):：]|#?\d).*|^\W*(?:예시|예제|示例|例子)\s?\S{1,6}\W*$|"
    r"^\W*(?:예시|예제|예|examples?)\s*[(（][^()（）]*[)）]\W*$|"
    r"^\W*(?:예|예시|예제|사용\s*예(?:시)?|examples?|e\.?g\.?|ex|for example|例|例子|示例|具体例)\W*$",
    re.IGNORECASE,
)

_OF_EXAMS = re.compile(
    r"(?:예상|면접|기출)\s?(?:질문|문제)|주요\s?질문|필기\s?테스트|(?:expected|interview|exam)[\W_]*questions?",
    re.IGNORECASE,
)
_WITH_EXAMPLE = re.compile(
    r"(?:예시|예제|\bexamples?\b|例子|示例|具体例|\b(?:ejemplos?|exemplos?|exemples?|esempi[oi]?|beispiele?|örnek|przykład|contoh|misol|"
    r"ví dụ|пример|приклад)\w*)",
    re.IGNORECASE,
)

_TELLS_A_CASE = re.compile(
    r"^\W*(?:use[\s-]?case|user story|ユースケース|用例|유스\s?케이스|사용자\s?스토리)\s?\d*\s*[:：]\s*\S",
    re.IGNORECASE,
)

_FALSE_CHOICES = re.compile(
    r"(?:잘못|틀리게|틀린|옳지\s?않은|올바르지\s?않은|적절하지\s?않은|아닌)\s?.{0,16}것은|\bwhich of (?:the following|these) is (?:not|false|wrong)\b|"
    r"(?:错误|錯誤|不正确|不正確)的是|誤っているもの",
    re.IGNORECASE,
)
_ASSUMES = re.compile(r"\bassum(?:e|ptions?)\b|^\W*(?:전제\s?조건|가정)\W*$|假设|假設|前提", re.IGNORECASE)
_DESIGNS = re.compile(
    r"^\W*design\s(?:(?:an?|the)\s|\S+(?:\.com|'s)\b)|^\W*(?:设计|設計)(?!模式|原则|原則)|^\W*(?:为|為|在)\s?\S.{0,20}(?:设计|設計)|.*설계하기\W*$",
    re.IGNORECASE,
)
_ONE_CASE = re.compile(
    r"^\W*(?:examples?|ex|예시?|예제|例|示例)\b\W.*|^\W*\w+\(\s?-?\d+(?:\s?,\s?-?\d+)*\s?\).*|^\W*[\"'“‘][^\"'”’]{1,12}[\"'”’]\s*(?:찾기|검색|삽입|삭제|추가|입력).*|"
    r"^\W*example\s(?:categories|data|output|input|values?)\W*$",
    re.IGNORECASE,
)
"""A call with its numbers (`insert(40)`), something done to one word (`'tea' 찾기`)."""


def generic(title: str) -> bool:
    """Whether a title says nothing without the one above it (`특징`, `Installation`), or is the name of a file."""
    return bool(_GENERIC.match(title) or _FILLS.match(title) or _FILE_STEM.match(title)) or not any(
        char.isalnum() for char in title
    )


def fills(title: str) -> bool:
    """Whether a title says nothing at all (`본론`, `들어가기 전에`): what stands below it needs the title above."""
    return bool(_FILLS.match(title))


def defining(title: str) -> bool:
    """Whether a title asks what the section above it is (`정의`, `Definition`)."""
    return bool(_DEFINING.match(title))


def counting(title: str) -> bool:
    """Whether a title names a set of things (`장점`, `types of joins`, `써야하는 이유`)."""
    return bool(_COUNTING.search(title))


def unordered(title: str) -> bool:
    """Whether a title names a set whose order says nothing, whatever its numbers (`특징`, `types of joins`)."""
    return bool(_SET.search(title))


def counted_by(title: str) -> str:
    """The noun by which a title counts things (`가변 분할 방식` → `방식`), empty where it does not."""
    found = _COUNTING.search(title)
    return found[1] if found else ""


def left_out(title: str) -> bool:
    """Whether nothing below a title is for a card (references, contents, to-do, how to use or help the repository)."""
    return bool(_LEFT_OUT.match(title) or _OF_REPOSITORY.search(title))


def happening(title: str) -> bool:
    """Whether a title names what goes on rather than a thing, so that what stands below it are no traits of it."""
    return bool(_HAPPENING.search(title))


def aspects(title: str) -> bool:
    """Whether the head of a column says that its cells are aspects of the other columns (`구분`, `Property`, nothing)."""
    return bool(_ASPECTS.match(title))


def entitling(title: str) -> bool:
    """Whether the head of a column says that its cells are names (`Name`, `이름`)."""
    return bool(_ENTITLING.match(title))


def property_of(title: str) -> bool:
    """Whether the head of a column names what its cells say of the rows (`설명`, `Value`), never a thing itself."""
    return bool(_PROPERTY.match(title))


def installs(title: str) -> bool:
    """Whether a section tells how something is set up: which button or file it takes is looked up there."""
    return bool(_INSTALLS.search(title))


def sets_up_a_project(title: str) -> bool:
    """Whether a section tells how a project of the author's own began: its names and buttons are those of that day."""
    return bool(_SETS_UP.search(title))


def advises(title: str) -> bool:
    """Whether a note advises how to pass a test (`코딩테스트 문제 접근법`), where what it says of a thing is when to use it."""
    return bool(_ADVISES.search(title))


def makes_something(title: str) -> bool:
    """Whether a note tells how its author made something with a tool (`Firebase로 로그인 구현`)."""
    return bool(_MAKES.search(title))


def legend(title: str) -> bool:
    """Whether a name says that what stands below it explains signs of a formula or a picture."""
    return bool(_LEGEND.match(title))


def project_page(source: str, title: str) -> bool:
    """Whether a file introduces the rules of a project (`CONTRIBUTING.md`) or is a form to fill in or
    the report of a day: nothing to learn."""
    file = source.rpartition("/")[2]
    return bool(_PROJECT_PAGE.fullmatch(file) or _REPORT.search(file) or _PLACEHOLDER.match(title))


def is_readme(source: str) -> bool:
    """Whether a file is the first page of a project, which tells how to build that too."""
    return bool(_README.search(source))


def remark(title: str) -> bool:
    """Whether a label only draws attention (`Note`, `주의`): it names nothing that could be asked for."""
    return bool(_REMARK.match(title))


def example(title: str) -> bool:
    """Whether a title says that what follows is an example."""
    return bool(_EXAMPLE.match(title))


def works_an_example(title: str) -> bool:
    """Whether a section goes through an example, which its title says anywhere (`상속 예제 살펴보기`)."""
    return example(title) or bool(_WITH_EXAMPLE.search(title))


def tells_a_case(title: str) -> bool:
    """Whether a section tells what somebody does with one system (`Use case: User posts a tweet`): its note designs that
    one, and what it says holds there."""
    return bool(_TELLS_A_CASE.match(title))


def of_exams(title: str) -> bool:
    """Whether a title announces what exams and interviews ask, so that what stands below are questions and no facts."""
    return bool(_OF_EXAMS.search(title))


def of_false_choices(line: str) -> bool:
    """Whether a line asks which of those below it is false, so that they are no facts (`잘못 설명하고 있는 것은?`)."""
    return bool(_FALSE_CHOICES.search(line))


def assumes(title: str) -> bool:
    """Whether a section lays down what is taken for granted in a task: its numbers hold there alone."""
    return bool(_ASSUMES.search(title))


def designs_one(title: str) -> bool:
    """Whether a note sets out to design one system (`Design a web crawler`): what it says holds for that."""
    return bool(_DESIGNS.match(title))


def heads_an_example(label: str) -> bool:
    """Whether a label heads what is true of one case (`Example: LRU`, `insert(40)`)."""
    return bool(_ONE_CASE.match(label))
