"""The only code that touches the disk: which sources there are, what is in them, and writing what was made."""

from .alone import alone
from .diagrams import find_diagrams, holds, is_there, names_beside, source_beside
from .finding import from_root
from .image_index import ImageIndex
from .keep import keep
from .pictures import load_pictures
from .sources import Source, find_sources, folders_of, other_spellings, root_of, spelling_of, without_sources
from .templates import template_bytes
from .text import bytes_of, modified, text_of
from .write import check_collisions, forget, write

__all__ = [
    "ImageIndex",
    "Source",
    "alone",
    "bytes_of",
    "check_collisions",
    "find_diagrams",
    "find_sources",
    "folders_of",
    "forget",
    "from_root",
    "holds",
    "is_there",
    "keep",
    "load_pictures",
    "modified",
    "names_beside",
    "other_spellings",
    "root_of",
    "source_beside",
    "spelling_of",
    "template_bytes",
    "text_of",
    "without_sources",
    "write",
]
