"""A real headquarters as the first release was: it reads version 1 of the protocol alone.
Run by `python -m tests.headquarters.older`.
"""

import sys

from retail.wire import protocol
from retail.wire.versions import Versions

protocol.SPOKEN, protocol.TOLD = Versions(1, 1), Versions(1, 1)

if __name__ == "__main__":
    from headquarters.__main__ import main

    sys.exit(main(sys.argv[1:]))
