"""Settings travel down whole, strictly, and newer ones are ignored."""

import json
from typing import Any

import pytest
from hypothesis import given
from pydantic import ValidationError

from retail.settings import StoreSettings
from retail.wire.settings import settings_of, settings_values
from tests.retail.shop import SETTINGS, any_settings


@given(any_settings())
def test_settings_there_and_back_are_the_same(settings: StoreSettings) -> None:
    values = json.loads(json.dumps(settings_values(settings)))

    assert settings_of(values) == settings
    assert list(values) == list(StoreSettings.__dataclass_fields__)


def test_newer_settings_are_ignored_and_missing_ones_have_their_default() -> None:
    assert settings_of({"store": "HOUSTON", "gravity": 9}) == StoreSettings("HOUSTON")


@pytest.mark.parametrize(
    "change",
    [
        {"cash_rounding_minor": "5"},
        {"cash_rounding_minor": 0},
        {"async_orders": 1},
        {"deposit_percent": "abc"},
        {"deposit_percent": "101"},
        {"tax_rounding": "never"},
        {"delivery_modes": "ground"},
        {"store": None},
    ],
)
def test_settings_no_store_can_have_are_refused(change: dict[str, Any]) -> None:
    with pytest.raises(ValidationError):
        settings_of({**settings_values(SETTINGS), **change})
