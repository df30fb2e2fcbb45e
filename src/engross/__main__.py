"""``python -m engross``."""

import sys

from engross.cli import main

sys.exit(main())
