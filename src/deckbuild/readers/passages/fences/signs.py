"""The signs by which a line of code is known, by the family of notation it belongs to.

Each is looked for in one line without its strings, comments and white space at the ends. None has nested quantifiers.
"""

from __future__ import annotations

import re

ENDS = re.compile(r"[{;}]\s*$|^[}\])]+[,;)]*$|^[})]|^[\[{(]$")
"""Blocks and statements of most languages."""

DECLARATION = re.compile(
    r"""^(?:import|export|package|using|from|include|require)\s+[\w.{*\"'<@/]+(?:\s+(?:import|"""
    r"from|as)\b.*)?;?$|^#\s?(?:include|define|ifdef|ifndef|endif|pragma)\b|"
    r"^(?:public|private|protected|internal|static|final|abstract|override|"
    r"async|export|default|unsigned|inline|virtual)\s+[\w<>\[\]]+\s*[\w(<={:@]|"
    r"^(?:const|let|var|val|auto|int|long|float|double|char|boolean|"
    r"bool|void|string|String|byte|short|size_t)\s*[*&]?\s*[\w\[\]]+\s*(?:[=;:,(\[]|"
    r"$)|^(?:def|class|struct|enum|interface|trait|impl|func|fn|fun|"
    r"function|module|namespace|type|data|record)\s+[\w$.]+\s*(?:[(<:{=]|"
    r"extends|implements|where|$)|^@[A-Za-z_]\w*(?:\(.*|\.\w.*)?$"
)

CONTROL = re.compile(
    r"^(?:if|for|while|switch|catch|elif|elseif|until)\s*\(.*\)"
    r"|^(?:if|for|while|with|elif|else|try|except|finally)\b.*:\s*$"
    r"|^(?:return|yield|throw|raise|await|print|delete|new|del|assert)\b\s*[\w.\"'(\[{!-]*"
    r"(?:\s*[-+*/=<>&|(,]\s*.*|\s+\w+\(.*)?[;)]?$"
)

PSEUDO_CODE = re.compile(
    r"^end\s*(?:if|while|for|loop|function|procedure|case|[A-Za-z]\w+)?[.;]?$"
    r"|^(?:if|while|for|for each|repeat until|else if|elif|until)\s.{0,60}(?:[<>=≠≤≥]|\bthen|\bdo)\s?"
    r"|^(?:else|then|begin|do|loop|repeat)$"
    r"|^(?:IF|WHILE|FOR|REPEAT|ELSE|ENDIF|END|RETURN|PRINT|INPUT|PROCEDURE|FUNCTION)\b(?![a-z])[^.]{0,60}$"
)

OWN_WORDS = re.compile(
    r"^(?:만약|만일|반복|동안|아니면|그렇지\s?않으면|끝|함수|반환|출력|입력|종료|もし|繰り返し|関数|戻る|そうでなければ|"
    r"如果|否则|循环|函数|返回|结束|当)"
    r"(?:\s.{0,40})?(?:면|때|동안|까지|반환|[:：({)]|\d|则|ならば|なら|끝|하라)?$"
)
"""Pseudo-code in the writer's own language."""

OWN_STEP = re.compile(r"[:：)\]]$|\s(?:==?|<=|>=|!=|:=|←|<-)\s")
"""What such a line bears besides."""

OWN_ASSIGNMENT = re.compile(r"^\S+\s(?:=|:=|←|<-)\s(?:\S+$|.*[(\[+*/])")

SQL = re.compile(
    r"^(?:SELECT|INSERT\s+INTO|UPDATE|DELETE\s+FROM|CREATE|ALTER|DROP|TRUNCATE|FROM|WHERE|GROUP\s+BY|ORDER\s+BY|HAVING|"
    r"VALUES|SET|(?:(?:LEFT|RIGHT|INNER|FULL|CROSS|OUTER|NATURAL)\s+)+JOIN|JOIN|UNION|PRIMARY\s+KEY|FOREIGN\s+KEY|"
    r"REFERENCES|COMMIT|ROLLBACK|BEGIN|START\s+TRANSACTION|GRANT|REVOKE|EXPLAIN|USE|SHOW|DECLARE|EXEC|WITH|LIMIT|ON)\b"
    r"(?=\s*$|\s+[\w*{(\"'`@.])"
    r"|^(?:select\s.+\sfrom\s|insert\s+into\s|create\s+(?:table|index|view|database|user|trigger)\s|delete\s+from\s|"
    r"alter\s+table\s|drop\s+table\s|update\s+\w+\s+set\s)"
    r"|\b(?:NOT\s+NULL|AUTO_INCREMENT|PRIMARY\s+KEY|varchar\(\d+\)|VARCHAR\(\d+\))"
    r"|^\w+\s+(?:int|bigint|decimal|datetime|timestamp|boolean|text)\s+(?:NOT|NULL|DEFAULT|UNIQUE)\b"
)

SETTINGS = re.compile(
    r"^(?:FROM|RUN|CMD|COPY|ADD|ENTRYPOINT|WORKDIR|EXPOSE|ENV|ARG|VOLUME|USER|LABEL|HEALTHCHECK)\s+[\w\[\"/.$-]"
    r"|^[\"'][\w$@./-]+[\"']\s*:\s?|^[A-Z_]{2,}=\S|^\[[\w.:-]+\]$"
)

REQUEST = re.compile(
    r"^(?:GET|POST|PUT|DELETE|PATCH|HEAD|OPTIONS|CONNECT|TRACE)\s+(?:/|https?:)\S*|^HTTP/\d|\bHTTP/\d\.\d$"
    r"|^[A-Z][A-Za-z]*(?:-[A-Z][A-Za-z]*)+:\s?\S"
    r"|^(?:Host|Accept|Cookie|Connection|Server|Date|Location|Authorization|Origin|Vary):\s\S"
)

MARKUP = re.compile(
    r"</[A-Za-z][\w.:-]*>|<[A-Za-z][\w.:-]*(?:\s[^<>]*)?/>|^<[A-Za-z!?%][^<>]*>?$|<%|%>"
    r"|^!{3}\s\w"
    r"|^\\[a-zA-Z]+|\\(?:frac|begin|sum|sqrt|left|right|text)\b"
    r"|^[+-]{3}\s[ab]?/|^@@\s|^diff --git|^@(?:start|end)uml|^(?:strict\s)?(?:di)?graph\s+\w*\s*\{"
)

MARKDOWN = re.compile(r"^#{2,6}\s|^[*-]\s\[[ xX]\]\s")
"""The source of a note, shown as such."""

INSIDE = re.compile(
    r"\w\.\w+\([^()]*\)?\s*(?:[.;{,)]|$)"
    r"|[\w\])]\s?(?:!=|&&|\|\||\+=|-=|\*=|/=|:=|===)\s?[\w(!\[\"'-]"
    r"|\b[a-z]\w*(?:\+\+|--)(?=[;)\]\s]|$)|(?<![\w+])\+\+[a-z]"
    r"|\w\s==\s\w|\(\)\s*(?:=>|->|\{)|=>\s*[{(]|\w<\w+(?:,\s?\w+)*>\s?[\w(>]|\w->\w"
    r"|\bnew\s+[A-Z]\w*[<(\[]|\blambda\s\w+:|\$\{"
)
"""Operators and calls anywhere in a line."""

STRONG = (ENDS, DECLARATION, CONTROL, PSEUDO_CODE, SETTINGS, REQUEST, MARKUP, INSIDE)

ASSIGNMENT = re.compile(r"^(?:[A-Za-z_]\w*\s+)?[A-Za-z_$][\w.$]*(?:\[[^\]]*\])*\s*(?:=|←|<-)\s*(?P<right>\S.*)$")
CALL = re.compile(r"^[A-Za-z_$][\w.$]*\((?:[^\s,()]+(?:\s*,\s*[^\s,()]+)*)?\)[;:]?$")
FIELD = re.compile(r"^(?:-\s+)?[a-z][\w./-]*:(?:\s+\S*)?$")
RESULT = re.compile(r"=\s*[-\d][\w.,^*/+ -]*$")
PATTERN = re.compile(r"^/?\^.*\$/?[gim]*$|\\[dwsb][+*)\]{]|\[\^?[a-z0-9]-[a-z0-9].*\][+*{]")
"""A regular expression."""

OPERATORS = re.compile(r"[=+*/^<>≤≥≠≡∑∏√|\\&{}()\[\];]")
