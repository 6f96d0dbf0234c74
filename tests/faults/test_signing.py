"""The key by which headquarters signs who may do what: changed, lost, or somebody else's."""

import json
from contextlib import closing
from typing import Any

import pytest
from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey
from sqlcipher3 import dbapi2 as sqlite

from channel_db.catalog.marks import mark_of
from channel_db.engine import open_catalog
from channel_db.trust import PinnedTrust
from headquarters.__main__ import main as headquarters
from retail.wire.protocol import AnnouncedKey
from retail.wire.signed_rows import signed_key
from retail.wire.sums import row_digest
from sync_agent.signed_rows import following
from tests.faults.till import Till, files, running, till
from tests.headquarters.shop import RETAILER

__all__ = ["files", "running", "till"]


def change(till: Till, how: str) -> str:
    """What a person does at headquarters while that runs; gives back the public half of the new key."""
    assert headquarters(["signing-key", how, "--data", str(till.running.folder)]) == 0
    return newest(till)


def newest(till: Till) -> str:
    return str(till.at_hq("SELECT public_key FROM signing_keys ORDER BY id DESC LIMIT 1")[0][0])


def signers(till: Till) -> set[str]:
    """By which keys the rows that stand in the catalogue are signed; each of them has to be believed."""
    trust = PinnedTrust(till.folder, till.device)
    with closing(open_catalog(till.folder, till.clock, writer=False)) as catalog:
        rows = {
            (feed, key): value
            for feed in ("staff", "settings")
            for key, value in catalog.signed_values(feed).items()
        }
    assert {feed for feed, _ in rows} == {"staff", "settings"}
    assert all(trust.is_signed(feed, key, value) for (feed, key), value in rows.items())
    return {value["signed_by"] for value in rows.values()}


def set_aside(till: Till) -> list[tuple[str, str]]:
    with closing(open_catalog(till.folder, till.clock, writer=False)) as catalog:
        return [(each.feed, each.why) for each in catalog.set_aside(100)]


def test_82_a_key_that_was_changed_is_taken_because_the_one_before_it_vouches(till: Till) -> None:
    till.sync()
    first = till.credentials.signing_keys
    assert first == newest(till)

    second = change(till, "change")
    till.sync()
    assert till.credentials.signing_keys == f"{first} {second}"
    assert signers(till) == {second}
    assert set_aside(till) == []

    third, fourth = change(till, "change"), change(till, "change")
    till.sync()
    assert till.credentials.signing_keys == f"{third} {fourth}", "two changes while it was away"
    assert signers(till) == {fourth}


def test_82_after_a_lost_key_a_register_goes_on_with_the_rights_it_has_until_it_is_enrolled_anew(
    till: Till,
) -> None:
    till.sync()
    before = till.credentials.signing_keys

    after = change(till, "lost")
    till.sell()
    till.sync()
    assert till.credentials.signing_keys == before
    assert signers(till) == {before.split()[-1]}
    assert till.waiting() == 0, "what was sold goes on its way meanwhile"
    told = set_aside(till)
    assert sorted(feed for feed, _ in told) == ["settings", "staff"]
    assert all("not signed by headquarters as it stands" in why for _, why in told)

    till.enrol_again()
    till.sync()
    assert till.credentials.signing_keys == after
    assert set_aside(till) == []
    assert signers(till) == {after}


def test_82_a_register_enrolled_before_there_were_signatures_pins_the_first_key_it_hears_of(
    till: Till,
) -> None:
    till.put(signing_keys="")

    till.sync()

    assert till.credentials.signing_keys == newest(till)
    assert signers(till) == {newest(till)}


def test_82_no_key_is_believed_that_no_pinned_one_vouches_for() -> None:
    mine, other = Ed25519PrivateKey.generate(), Ed25519PrivateKey.generate()
    pinned, foreign = (key.public_key().public_bytes_raw().hex() for key in (mine, other))
    by_itself = AnnouncedKey(public_key=foreign, vouched=other.sign(signed_key(foreign)).hex())
    by_mine = AnnouncedKey(public_key=foreign, vouched=mine.sign(signed_key(foreign)).hex())
    first = AnnouncedKey(public_key=pinned)

    assert following((pinned,), (by_itself,)) == (pinned,)
    assert following((pinned,), (first, by_itself)) == (pinned,)
    assert following((pinned,), (first, by_mine)) == (pinned, foreign)


@pytest.mark.parametrize("changed", ["rights", "pin_hash"])
def test_82_a_row_that_was_edited_is_found_by_the_agent_and_fetched_again(till: Till, changed: str) -> None:
    """Its mark is put right too, as somebody does who has read the program."""
    till.sync()
    with closing(open_catalog(till.folder, till.clock, writer=False)) as catalog:
        value = catalog.signed_values("staff")["cashier"]
    edited = value | {changed: ["void_transaction"] if changed == "rights" else "$argon2id$other"}
    put_in_catalog(till, "staff", "user", "cashier", edited)

    with till.agent() as agent:
        for _ in range(3):
            agent.pull_now()

    with closing(open_catalog(till.folder, till.clock, writer=False)) as catalog:
        assert catalog.signed_values("staff")["cashier"] == value


@pytest.mark.parametrize("with_its_digest", [False, True])
def test_82_an_older_row_that_was_signed_and_is_put_back_is_fetched_again(
    till: Till, *, with_its_digest: bool
) -> None:
    """It is believed until the next contact, and no longer: it is not what headquarters said last."""
    till.sync()
    older = stands(till)
    staff = [RETAILER["staff"][0] | {"rights": []}]
    till.running.manage("PUT", "/v1/manage/retailer", {"tenant": "test", "staff": staff})
    till.sync()
    newer = stands(till)
    assert (older["rights"], newer["rights"]) == (["edit_order"], [])
    put_in_catalog(till, "staff", "user", "cashier", older)
    if with_its_digest:
        with closing(sqlite.connect(till.folder / "catalog.db")) as database:
            database.execute("UPDATE staff SET digest = ?", (row_digest("cashier", older),))
            database.commit()

    try:
        with till.agent() as agent:
            for _ in range(3):
                agent.turn()
                agent.pull_now()
        assert stands(till) == newer
    finally:
        till.running.manage("PUT", "/v1/manage/retailer", RETAILER)


def stands(till: Till) -> dict[str, Any]:
    with closing(open_catalog(till.folder, till.clock, writer=False)) as catalog:
        return catalog.signed_values("staff")["cashier"]


def put_in_catalog(till: Till, table: str, column: str, key: str, value: dict[str, object]) -> None:
    """As somebody with a database tool does it, who puts the mark of the row right too."""
    text = json.dumps(value)
    with closing(sqlite.connect(till.folder / "catalog.db")) as database:
        database.execute(
            f'UPDATE {table} SET text = ?, mark = ? WHERE "{column}" = ?', (text, mark_of((key, text)), key)
        )
        database.commit()
