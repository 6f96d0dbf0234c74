"""A small program for the tests of starting programs: it says back what it is told."""

import json
import os
import sys

if __name__ == "__main__":
    for line in sys.stdin:
        word = line.strip()
        if word == "fail":
            sys.exit("the echo was told to fail")
        if word == "mumble":
            sys.stdout.write("mumble\n")
        elif word != "be silent":
            said = {"said": word, "arguments": sys.argv[1:], "process": os.getpid(), "python": sys.version}
            sys.stdout.write(json.dumps(said) + "\n")
        sys.stdout.flush()
