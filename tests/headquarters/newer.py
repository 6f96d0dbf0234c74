"""A real headquarters as a later release may be: it reads versions 1 to 4 of the protocol and tells its feeds in 4.
Run by `python -m tests.headquarters.newer`.
"""

import sys

from retail.wire import protocol
from retail.wire.versions import Versions

protocol.SPOKEN, protocol.TOLD = Versions(1, 4), Versions(4, 4)

if __name__ == "__main__":
    from headquarters.__main__ import main

    sys.exit(main(sys.argv[1:]))
