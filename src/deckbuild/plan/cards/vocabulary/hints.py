"""Words that say nothing of an answer: endings, words that any sentence may have, and that something is used."""

from __future__ import annotations

import re

from .patterns import any_of, one_of

VERBAL = re.compile(r"(?<=[가-힣]{2})(?:하|되|해|된|한|할|함|됨|했|됐|시[키킨]|이[다며고])[가-힣]*$|(?<=[가-힣]{2})다$")
"""The ending that makes a verb of a Korean noun."""
FILLING = any_of(
    r"[한할수것등및때그이의더]",
    one_of(
        r"것|경우|있[다는음]?|없[다는음]?|한다|된다|하는|되는|위해|위한|대한|통해|통한|따라|따른|모든|어떤",
        r"가지[고는]|가장|때문|해당|일종|방법|방식",
    )
    + r"[가-힣]?",
    r"(?i:the|an|of|to|in|on|is|are|be|for|and|or|by|it|its|that|this|with|from|"
    r"as|at|which|can|will|has|have|get|set)",
)
"""Words that any sentence may have."""
BUT_USES = re.compile(r"\s(?:활용|사용|이용|적용|수행)(?:함|한다|하는\s\S+)?\W*$")
"""That something is used, said at the end."""
OF_LETTERS = re.compile(r"의 (?:약자|약어|줄임말).*|の略.*|的(?:缩写|縮寫).*")
"""What stands behind the words of which a name is the letters."""
