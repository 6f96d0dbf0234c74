"""A browser as small as can be: cookies, redirects, forms."""

import http.cookiejar
import re
from dataclasses import dataclass, field
from urllib.error import HTTPError
from urllib.parse import urlencode
from urllib.request import (  # noqa: TID251 -- a person's own line to HQ, past every agent
    HTTPCookieProcessor,
    Request,
    build_opener,
)

from rehearsal.forms import Form, forms_of

PATIENCE_SECONDS = 300.0


class PageMissing(Exception):
    """A page does not show what a person was to press; the text says what it shows."""


@dataclass
class Browser:
    """One browser and the page it shows."""

    url: str
    jar: http.cookiejar.CookieJar = field(default_factory=http.cookiejar.CookieJar)
    status: int = 0
    address: str = ""
    text: str = ""

    def get(self, path: str) -> str:
        """Open a page."""
        return self._open(path, None)

    def post(self, path: str, **fields: str | list[str]) -> str:
        """Send these fields alone; of one that is a list, each value."""
        return self._open(path, urlencode(fields, doseq=True).encode())

    def press(self, path: str, **fields: str) -> str:
        """Send the form of the present page that leads to `path`, with what is hidden in it.

        Raises:
            PageMissing: it has no such form.
        """
        return self.post(path, **self._form(path).hidden, **fields)

    def save(self, path: str, **changed: str) -> str:
        """Open a set-up page and send its form with these fields changed.

        Raises:
            PageMissing: there is no form.
        """
        self.get(path)
        return self.post(path, **self._form(self.url + path).fields | changed)

    def send_file(self, path: str, name: str, content: bytes, /, **fields: str) -> str:
        """Send a form with one file, with the secret of the present page unless another is given."""
        edge = "edge-of-the-form"
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
        """What the forms of the present page carry.

        Raises:
            PageMissing: it has no form.
        """
        found = re.search(r'name="form_secret" value="([^"]+)"', self.text)
        if found is None:
            raise PageMissing(f"no form in {self.address}")
        return found[1]

    def cookies(self) -> dict[str, str]:
        """What headquarters knows this browser by."""
        return {cookie.name: cookie.value or "" for cookie in self.jar}

    def _form(self, path: str) -> Form:
        found = [each for each in forms_of(self.text) if each.method == "post" and each.address == path]
        if not found:
            raise PageMissing(f"no form for {path!r} in {self.address} ({self.status}): {self.text[-2000:]}")
        return found[0]

    def _open(self, path: str, data: bytes | None, kind: str = "application/x-www-form-urlencoded") -> str:
        opener = build_opener(HTTPCookieProcessor(self.jar))
        asked = Request(self.url + path, data, {} if data is None else {"Content-Type": kind})  # noqa: S310 -- loopback
        try:
            with opener.open(asked, timeout=PATIENCE_SECONDS) as reply:
                self.status, self.address, self.text = reply.status, reply.url, reply.read().decode()
        except HTTPError as refused:
            with refused:
                self.status, self.address, self.text = refused.code, refused.url, refused.read().decode()
        return self.text
