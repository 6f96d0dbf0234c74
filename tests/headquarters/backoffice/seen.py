"""A page of a real browser, with what it asked for and complained of."""

from playwright.sync_api import ConsoleMessage, Page, Request


class Seen:
    """A page and what it asked for and complained of."""

    def __init__(self, page: Page, url: str) -> None:
        self.page = page
        self.url = url
        self.complaints: list[str] = []
        page.on("console", self._hear)
        page.on("request", self._watch)

    def _hear(self, message: ConsoleMessage) -> None:
        if message.type == "error":
            self.complaints.append(message.text)

    def _watch(self, sent: Request) -> None:
        if not sent.url.startswith((self.url, "data:")):
            self.complaints.append(sent.url)

    def open(self, path: str) -> None:
        self.begin(path)
        self.page.wait_for_load_state()

    def begin(self, path: str) -> None:
        """Open a page and go on while it is loaded."""
        reply = self.page.goto(self.url + path, wait_until="commit")
        assert reply is not None
        assert reply.status == 200, (path, reply.text())
