"""Why what was sent or set up cannot be used: the faults that a model finds, as messages for people in any language."""

from typing import Any

from pydantic import ValidationError

from retail.errors import CannotBe
from retail.messages import SEMICOLONS, Message, listed, phrase, say
from retail.wire.reasons import FAULTS_SHOWN

_SAID = {
    "missing": phrase("it is missing"),
    "extra_forbidden": phrase("it is not known here"),
    "greater_than_equal": phrase("it must be {ge} or more"),
    "greater_than": phrase("it must be more than {gt}"),
    "less_than_equal": phrase("it must be {le} or less"),
    "less_than": phrase("it must be less than {lt}"),
    "string_too_long": phrase("it has more than {max_length} characters"),
    "string_too_short": phrase("it has fewer than {min_length} characters"),
    "too_long": phrase("it has more than {max_length} entries"),
    "too_short": phrase("it has fewer than {min_length} entries"),
    "string_pattern_mismatch": phrase("it is not written as it must be"),
    "literal_error": phrase("it must be one of {expected}"),
    "enum": phrase("it must be one of {expected}"),
    "json_invalid": phrase("it is no JSON"),
}
_OTHER_KIND = phrase("it is of another kind than it must be ({kind})")


def no_value() -> Message:
    """A row that is there says nothing."""
    return say("it has no value")


def other_key() -> Message:
    """A row would change another one."""
    return say("its key is not the one in its value")


def not_signed() -> Message:
    """A row gives rights, and headquarters does not vouch for it."""
    return say("it is not signed by headquarters as it stands, or by a key that this register was not given")


def not_kept() -> Message:
    """A row is sound and the database does not take it."""
    return say("the database of the register does not take it")


def faults_in(error: ValidationError) -> Message:
    """The first faults of something that does not fit its model, without the values themselves."""
    faults = error.errors(include_url=False, include_input=False)
    return listed([_said(each) for each in faults[:FAULTS_SHOWN]], SEMICOLONS)


def first_place(error: ValidationError) -> str:
    """Where the first fault is: the name of a field; "" where it is none of one field alone."""
    steps = error.errors(include_url=False, include_input=False, include_context=False)[0]["loc"]
    return str(steps[0]) if steps else ""


def _said(fault: Any) -> Message:
    """A rule of ours names the thing itself; elsewhere its place has to be said."""
    values = fault.get("ctx", {})
    cause = values.pop("error", None)
    if isinstance(cause, CannotBe):
        return cause.message
    if isinstance(cause, ValueError):
        words = say("{fault}", fault=str(cause))
    else:
        words = say(_SAID.get(fault["type"], _OTHER_KIND), kind=fault["type"], **values)
    place = ".".join([str(step) for step in fault["loc"]])
    return say("{place}: {fault}", place=place, fault=words) if place else words
