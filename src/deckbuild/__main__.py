"""`python -m deckbuild`."""

import sys

from .cli import main

sys.exit(main())
