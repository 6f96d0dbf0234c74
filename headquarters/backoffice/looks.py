"""What pages load: the style sheet, made of the register's own colours and font, that font, and the one script."""

import json
from functools import cache
from pathlib import Path

from fastapi import APIRouter, Response

from headquarters.auth import Anybody
from headquarters.backoffice.page import TEMPLATES
from headquarters.errors import Refusal

router = APIRouter(prefix="/office", include_in_schema=False)
RESOURCES = Path(__file__).resolve().parents[2] / "resources"
FONTS = {
    "regular.ttf": "Inter_400Regular.ttf",
    "semibold.ttf": "Inter_600SemiBold.ttf",
    "bold.ttf": "Inter_700Bold.ttf",
}
_KEPT = {"Cache-Control": "max-age=3600", "X-Content-Type-Options": "nosniff"}


@router.get("/style.css")
def style(anybody: Anybody) -> Response:
    """The one style sheet."""
    return Response(style_sheet(), media_type="text/css", headers=_KEPT)


@router.get("/set.css")
def set_style(anybody: Anybody) -> Response:
    """What the set-up pages need beside it: starlette-admin's own style in the colours of the register."""
    return Response((TEMPLATES / "set.css").read_bytes(), media_type="text/css", headers=_KEPT)


@router.get("/htmx.js")
def script(anybody: Anybody) -> Response:
    """What has a page look for news."""
    return Response(
        (RESOURCES / "scripts" / "htmx.min.js").read_bytes(), media_type="text/javascript", headers=_KEPT
    )


@router.get("/fonts/{name}")
def font(anybody: Anybody, name: str) -> Response:
    """A weight of the font."""
    if name not in FONTS:
        raise Refusal(404, "There is nothing here.")
    return Response((RESOURCES / "fonts" / FONTS[name]).read_bytes(), media_type="font/ttf", headers=_KEPT)


@cache
def style_sheet() -> str:
    """The rules, after the colours of both looks; the browser's own choice counts where the person made none."""
    light, dark = _colours("light"), _colours("dark")
    return (
        f":root {{ color-scheme: light; {light} }}\n"
        f'@media (prefers-color-scheme: dark) {{ :root:not([data-look="light"]) {{ color-scheme: dark; {dark} }} }}\n'
        f':root[data-look="dark"] {{ color-scheme: dark; {dark} }}\n'
        + (TEMPLATES / "style.css").read_text(encoding="utf-8")
    )


def _colours(look: str) -> str:
    said = json.loads((RESOURCES / "styles" / f"{look}.json").read_text(encoding="utf-8"))["colours"]
    return " ".join(f"--{name.replace('_', '-')}: {value};" for name, value in said.items())
