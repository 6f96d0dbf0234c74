"""The forms of the set-up pages, as a browser fills them in."""

import re

from tests.headquarters.backoffice.browser import Browser


def form_of(browser: Browser, path: str) -> dict[str, str]:
    """The fields of the form at `path` as they stand."""
    text = browser.get(path)
    assert browser.status == 200, text
    return form_of_text(text)


def form_of_text(text: str) -> dict[str, str]:
    """The fields of the form on a page."""
    fields: dict[str, str] = {}
    for tag in re.findall(r"<input[^>]*>", text, re.DOTALL):
        said = dict(re.findall(r'(\w+)="([^"]*)"', tag))
        is_box = said.get("type") == "checkbox"
        if "name" in said and ("value" in said or is_box) and (not is_box or re.search(r"\schecked\b", tag)):
            fields.setdefault(said["name"], said.get("value", "on"))
    for name, options in re.findall(r'<select[^>]*?name="(\w+)".*?>(.*?)</select>', text, re.DOTALL):
        chosen = re.findall(r'<option value="([^"]*)"[^>]*?selected', options, re.DOTALL)
        fields[name] = chosen[0] if chosen else ""
    for name, content in re.findall(r'<textarea[^>]*?name="(\w+)"[^>]*>(.*?)</textarea>', text, re.DOTALL):
        fields[name] = content.strip()
    return fields


def said_of(browser: Browser) -> list[str]:
    """What the page says is wrong, field by field."""
    return re.findall(r'id="\w+-error"[^>]*>(.*?)</div>', browser.text, re.DOTALL)


def save(browser: Browser, path: str, /, **changed: str | list[str]) -> str:
    """Send the form at `path` with these fields changed."""
    return browser.post(path, **(form_of(browser, path) | changed))


def kept(browser: Browser, path: str, /, **fields: str | list[str]) -> None:
    """Save the form at `path` with these fields."""
    save(browser, path, **fields)
    assert browser.status == 200, said_of(browser) or browser.text


def made(browser: Browser, kind: str, /, **fields: str | list[str]) -> None:
    """Make a row of this kind."""
    kept(browser, f"/office/set/{kind}/create", **fields)


def changed(browser: Browser, kind: str, row: int, /, **fields: str | list[str]) -> None:
    """Change a row of this kind."""
    kept(browser, f"/office/set/{kind}/edit?pk={row}", **fields)


def published(browser: Browser) -> str:
    """Publish everything; gives back what waited."""
    waited = browser.get("/office/publish")
    if "Nothing waits" not in waited:
        browser.press("/office/publish")
    assert "Nothing waits" in browser.text, browser.text
    return waited
