"""How sentences end and go on around a blank, and which sections only introduce something."""

from __future__ import annotations

import re

ABOUT = re.compile(r"\W*(?:about|소개|TL;?DR)\W*", re.IGNORECASE)
"""The title of what only introduces a project."""
UNFINISHED = re.compile(r"[가-힣](?:을|를|은|는|의|와|과)\s*$|(?:는|은|인|할|한) (?:경우|때)\s*$")
"""A sentence that goes on below."""
FULL_STOP = re.compile(r"[.。!！?？다요](?:(?![.。!！?？])\W)*$")
"""The end of a sentence, be there marks behind it."""
WHOLE = re.compile(r"(?:[.。]|[가-힣]다)\s*$")
"""The end of a whole statement."""
AND = re.compile(r"(?<!\s)\s*[,，、;；]\s*(?:(?:and|or|et|e|y|und|та|и|及|和|以及)\s*)?$", re.IGNORECASE)
"""What leads from an item of a list to the next."""
PARTICLE = re.compile(r"(?<=[A-Za-z0-9)])(은|는|을|를|이|가|의|로|으로|에|에서|와|과)$|(?<=[가-힣]{2})(를)$")
"""The particle behind a blank, which shows nothing by itself."""
