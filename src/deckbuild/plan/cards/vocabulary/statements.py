"""What stands on either side of an arrow or a sign and states nothing: a part of a sentence, a sum, a place in a run."""

from __future__ import annotations

import re

from .patterns import any_of

ASKS_BACK = re.compile(r"[?？]\s*$|(?:인가|무엇|설명해\s?(?:주세요|보세요|라)|설명하(?:시오|라))[.]?\s*$")
"""What asks for an answer instead of giving one."""
TOTAL = re.compile(r"^\W*(?:total|sum|합|합계|총합|총계|合計|合计|总计|总和|總計)\W*$", re.IGNORECASE)
"""What is added up stands elsewhere."""
FOLLOWS = re.compile(
    r"\b(?:the following|below)\b|다음과 같|아래와 같|(?:下面|以下)的|次の|以下の|^또한\s", re.IGNORECASE
)
"""What points at the lines below it."""
OPINION = re.compile(
    r"^(?!.*왜).*(?:않나|않을까|않은가|쉬운가|좋은가|좋을까|필요할까|필요한가|필요하나)(?:요)?\W*$|^\W*굳이\s"
)
"""A heading that an author muses in."""
UNFINISHED = re.compile(r"\b(?:to|of|is|are|by|equals?)\s*$")
"""What the right side is but the end of."""
SUBJECT = re.compile(r"[가-힣]+[이가]\s[A-Za-z]+")
"""A Korean subject before a word of Latin letters: a phrase goes on there."""
IN_A_SUM = re.compile(r"\d[\d.,]*\s?\S{0,3}(?:이므로|이라서|이고|이니)")
"""A number that a sum goes on with."""
MEASURE = re.compile(r"\d[\d.,]*\s?(?:[kKMGT]?i?[bB](?:ytes?|its?)?|바이트|비트|개|명|초|ms|px)?")
"""A size of one case (`16bytes`), which hardly anybody need know."""
OF_A_TRACE = any_of(
    r"^\W*0x[0-9A-Fa-f]+\W*$",
    r"클릭\W*$",
    r"^\W*(?:[a-z]+\s\d+|\d+\s?(?:단계|회전?|번째|차)|step\s\d+)\W*$",
    r"^\W*[\w\s]{0,12}[\[({]\s*\d+(?:\s*,\s*\d+)+",
)
"""A place in the run of a program (`depth 4`, `1단계`), or data written out (`[7, 2, 3]`): any other would do."""
ENDS_IN_A_VALUE = re.compile(r"[가-힣]\s[a-z]+$")
"""A phrase that ends in one of the values of something."""
STATES = re.compile(r"[가-힣]\s?[가-힣]*다$")
"""A statement of two words (`점성이 높다`) is no name, and takes no particle."""
