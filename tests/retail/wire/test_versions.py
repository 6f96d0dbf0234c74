"""Two sides speak the newest version that both read."""

import pytest

from retail.wire.protocol import SPOKEN, VERSION
from retail.wire.versions import Versions


@pytest.mark.parametrize(
    ("ours", "theirs", "common"),
    [
        ((1, 3), (2, 5), 3),
        ((2, 5), (1, 3), 3),
        ((1, 1), (1, 1), 1),
        ((1, 2), (3, 4), None),
        ((3, 4), (1, 2), None),
    ],
)
def test_the_newest_common_version(
    ours: tuple[int, int], theirs: tuple[int, int], common: int | None
) -> None:
    assert Versions(*ours).common_with(Versions(*theirs)) == common


def test_this_program_speaks_its_own_version() -> None:
    assert [SPOKEN.has(each) for each in (SPOKEN.oldest - 1, SPOKEN.oldest, VERSION, VERSION + 1)] == [
        False, True, True, False]  # fmt: skip
