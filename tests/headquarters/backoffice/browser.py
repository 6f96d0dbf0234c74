"""A person of the tests at the back office."""

import re

from rehearsal import browsing
from tests.fixtures.fix_headquarters import RunningHeadquarters

NAME = "Ada"
PASSWORD = "correct horse battery"


class Browser(browsing.Browser):
    """One browser and the page it shows."""

    def sign_in(self, name: str = NAME, password: str = PASSWORD) -> "Browser":
        self.get("/office/sign-in")
        self.press("/office/sign-in", name=name, password=password)
        return self

    def set_up(self, code: str, name: str = NAME, password: str = PASSWORD) -> "Browser":
        """Make the first administrator."""
        self.get("/office/set-up")
        self.press("/office/set-up", code=code, name=name, password=password, again=password)
        return self


def set_up_code(running: RunningHeadquarters) -> str:
    """The code that this headquarters said when it started."""
    found = re.findall(r"type the code ([A-Z2-7-]+)", running.log())
    assert found
    return str(found[-1])
