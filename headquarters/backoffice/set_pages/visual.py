"""Set-up page of visual profiles: how registers look."""

from typing import Any

from starlette.requests import Request
from starlette_admin import StringField
from starlette_admin.exceptions import FormValidationError

from headquarters.backoffice.languages import worded
from headquarters.backoffice.set_pages.columns import choice, key, said_once
from headquarters.backoffice.set_pages.labels import label
from headquarters.backoffice.set_pages.views import SetUpView
from headquarters.backoffice.set_pages.words import lazily
from headquarters.drafts.looks import VisualProfile
from retail.looks import SCALES, accent_fault, header_fault
from retail.messages import phrase

COLOURS = (("light", phrase("light")), ("dark", phrase("dark")))
SIZES = (("standard", phrase("standard")), ("large", phrase("large buttons")))
YES_NO = ((True, phrase("yes")), (False, phrase("no")))
BOXES = (("centre", phrase("in the middle")), ("right", phrase("at the right")))
KEYS = (("own", phrase("the register's own")), ("system", phrase("the operating system's")))
HEADERS = ("header_light", "header_dark")
ACCENTS = {"accent_light": "light", "accent_dark": "dark"}
"""The fields of accents, and of which theme each is."""


class VisualProfiles(SetUpView):
    """Visual profiles."""

    hint = phrase(
        "A store names the profile of its registers; a register may name one of its own. What is left empty, and what "
        "somebody chose at the register under Display, is as it is there."
    )
    fields = (
        key(),
        said_once("code"),
        StringField("name", label=lazily(label("name")), maxlength=60),
        choice("theme", COLOURS, required=False),
        choice("scheme", SIZES, required=False),
        choice("scale", tuple((each, f"{each} %") for each in SCALES),
               required=False, coerce=lambda raw: int(raw) if raw in map(str, SCALES) else raw,
               exclude_from_list=True),
        *(choice(name, YES_NO, required=False, exclude_from_list=True,
                 coerce=lambda raw: {"True": True, "False": False}.get(raw, raw))
          for name in ("left_handed", "show_date")),
        choice("sign_in_box", BOXES, required=False, exclude_from_list=True),
        choice("keys", KEYS, required=False, exclude_from_list=True),
        *(StringField(name, label=lazily(label(name)), maxlength=7, exclude_from_list=True)
          for name in (*ACCENTS, *HEADERS)),
    )  # fmt: skip
    related = (
        ("stores", phrase("Stores"), "visual", "code"),
        ("registers", phrase("Registers"), "visual", "code"),
    )

    def links(self, row: Any) -> list[tuple[str, str]]:
        """Its pictures too, which are files and come on a page of their own."""
        return [(f"/office/visual-profiles/{row.id}", phrase("Pictures of the sign-in")), *super().links(row)]

    async def validate(self, request: Request, data: dict[str, Any]) -> None:
        """Refuse an accent that cannot be read, with the nearest that can, and what is no colour.

        Raises:
            FormValidationError: as above, or something is empty, not on its list, or no text that can be shown.
        """
        language = request.state.visitor.language
        faults = {name: accent_fault(theme, data.get(name) or "") for name, theme in ACCENTS.items()}
        faults |= {name: header_fault(data.get(name) or "") for name in HEADERS}
        errors: dict[str | int, Any] = {name: worded(language, each) for name, each in faults.items() if each}
        if errors:
            raise FormValidationError(errors)
        await super().validate(request, data)


VIEWS: tuple[tuple[type[SetUpView], type[Any], str, str, str], ...] = (
    (VisualProfiles, VisualProfile, "visual-profiles", phrase("Visual profiles"), phrase("visual profile")),
)
