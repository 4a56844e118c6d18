"""What defines nothing: words on a name, a case, an answer to when or how, and what leads on."""

from __future__ import annotations

import re

from .patterns import any_case, any_of

LEADS_ON = any_case(
    r"(?:다음|아래)(?:의|과\s같은|와\s같은)\s[^.]{0,20}"
    + r"(?:성질|조건|특징|특성|규칙|속성|요소|기능|원칙|단계|방식|가지|유형|의미)",
    r"(?:다음|아래)[과와]\s같(?:다|습니다|음|이\s나[뉜눌])",
    r"(?:두|세|네|다섯|몇|\d)\s?가지\s(?:성질|조건|특징|특성|규칙|속성|요소|기능|원칙)"
    + r"[을를이가]?\s(?:모두\s|다\s)?(?:만족|충족|지키|갖|가진|가지|성립)",
    r"\bthe following\b|\bas follows\b",
    r"(?:以下|如下|下列)|次の.{0,8}(?:性質|条件|特徴)",
)
"""What a definition says only together with the list below it."""
CASE = re.compile(r"(?:경우|때|이유|방법|과정)\W*$")
"""The name of a case, which nothing is the definition of."""
EMPTY_WORDS = any_of(
    r".*(?:들을|볼) 수 있는 (?:말|것|단어)이다\W*$",
    r"가장\s(?:큰|기본적인|중요한|대표적인|유명한|많이 쓰이는)\s.*(?:버전|단위|"
    r"시작점|방식|방법|개념|것)\W*(?:이다|입니다|였다|이었다)?\W*$",
    r".*\bis an? (?:broad|huge|vast|large|complex|deep) (?:topic|subject|field|area)\b",
    r".*(?:涵盖范围很广|涵蓋範圍很廣|广泛的(?:主题|话题)|廣泛的(?:主題|話題))|.*幅広いトピック",
    r".*(?:하나의 방식|방법 중 하나|방식 중 하나|개념 중 하나)(?:이다|입니다)?\W*$",
)
OF_ITS_NAME = any_case(
    r"이름(?:이|은|의)?\s(?:\S+\s){0,3}?(?:이유|유래|까닭)",
    r"\bthe name (?:comes|derives|is derived|stems)\b|\bis named after\b",
    r"(?:名前|名称)の(?:由来|理由)|(?:名字|名称|名稱)(?:来自|來自|源于|源於|的由来|的由來)",
)
"""A sentence that says where a name is from, and not what it names."""
WHEN = re.compile(r"何时|何時|如何|怎[么样麼樣]|为什么|為什麼|什[么麼][时時]候")
"""What a title asks in Chinese without a question mark: no definition answers it."""
NOT_A_NAME = any_of(
    r"[후때면서],\s",
    r"[ぁ-ん一-鿿](?:える|する|いる|ある|くる|める|べる|げる|れる|せる)$",
    r"[:：;]\s|[：]",
    r"(?:[.!。]|다|요|하기)(?:(?![.!。])\W)*$",
)
