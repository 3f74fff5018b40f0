"""`python -m careerguide`."""

import sys

from careerguide.cli import main

if __name__ == "__main__":
    sys.exit(main())
