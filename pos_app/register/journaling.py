"""The text of a journal entry: canonical JSON, so that the same facts always hash alike."""

import json
from typing import Any


def journal_text(**facts: Any) -> str:
    """Facts as JSON with sorted keys and no spaces; amounts are whole minor units, so no number is a float."""
    return json.dumps(facts, ensure_ascii=False, sort_keys=True, separators=(",", ":"), allow_nan=False)
