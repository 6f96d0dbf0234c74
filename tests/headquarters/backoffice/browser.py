"""A browser as small as can be: cookies, redirects, forms."""

import http.cookiejar
import re
from dataclasses import dataclass, field
from html import unescape
from urllib.error import HTTPError
from urllib.parse import urlencode
from urllib.request import HTTPCookieProcessor, Request, build_opener  # noqa: TID251 -- a browser of the tests

from tests.fixtures.fix_headquarters import RunningHeadquarters

NAME = "Ada"
PASSWORD = "correct horse battery"


@dataclass
class Browser:
    """One browser and the page it shows."""

    url: str
    jar: http.cookiejar.CookieJar = field(default_factory=http.cookiejar.CookieJar)
    status: int = 0
    address: str = ""
    text: str = ""

    def get(self, path: str) -> str:
        return self._open(path, None)

    def post(self, path: str, **fields: str) -> str:
        """Send these fields alone."""
        return self._open(path, urlencode(fields).encode())

    def press(self, path: str, **fields: str) -> str:
        """Send the form of the present page that leads to `path`, with what is hidden in it."""
        form = re.search(rf'action="{re.escape(path)}">(.*?)</form>', self.text, re.DOTALL)
        assert form is not None, f"no form for {path}"
        hidden = re.findall(r'<input type="hidden" name="([^"]+)" value="([^"]*)">', form[1])
        return self.post(path, **{name: unescape(value) for name, value in hidden}, **fields)

    def send_file(self, path: str, name: str, content: bytes, **fields: str) -> str:
        """Send a form with one file, with the secret of the present page unless another is given."""
        edge = "edge-of-the-tests"
        if "form_secret" not in fields:
            fields["form_secret"] = self.secret()
        parts = [
            f'--{edge}\r\nContent-Disposition: form-data; name="{field}"\r\n\r\n{value}\r\n'
            for field, value in fields.items()
        ]
        head = f'--{edge}\r\nContent-Disposition: form-data; name="file"; filename="{name}"\r\n\r\n'
        body = "".join(parts).encode() + head.encode() + content + f"\r\n--{edge}--\r\n".encode()
        return self._open(path, body, f"multipart/form-data; boundary={edge}")

    def secret(self) -> str:
        """What the forms of the present page carry."""
        found = re.search(r'name="form_secret" value="([^"]+)"', self.text)
        assert found is not None
        return found[1]

    def sign_in(self, name: str = NAME, password: str = PASSWORD) -> "Browser":
        self.get("/office/sign-in")
        self.press("/office/sign-in", name=name, password=password)
        return self

    def set_up(self, code: str, name: str = NAME, password: str = PASSWORD) -> "Browser":
        """Make the first administrator."""
        self.get("/office/set-up")
        self.press("/office/set-up", code=code, name=name, password=password, again=password)
        return self

    def cookies(self) -> dict[str, str]:
        return {cookie.name: cookie.value or "" for cookie in self.jar}

    def _open(self, path: str, data: bytes | None, kind: str = "application/x-www-form-urlencoded") -> str:
        opener = build_opener(HTTPCookieProcessor(self.jar))
        asked = Request(self.url + path, data, {} if data is None else {"Content-Type": kind})
        try:
            with opener.open(asked, timeout=300) as reply:
                self.status, self.address, self.text = reply.status, reply.url, reply.read().decode()
        except HTTPError as refused:
            with refused:
                self.status, self.address, self.text = refused.code, refused.url, refused.read().decode()
        return self.text


def set_up_code(running: RunningHeadquarters) -> str:
    """The code that this headquarters said when it started."""
    found = re.findall(r"type the code ([A-Z2-7-]+)", running.log())
    assert found
    return str(found[-1])
