"""What is signed cannot be taken for another row, another feed or a key."""

from retail.wire.signed_rows import signed_key, signed_row


def test_any_other_row_feed_or_value_is_signed_otherwise() -> None:
    row = {"user": "ann", "rights": ["price_override"]}
    said = {
        signed_row("staff", "ann", row),
        signed_row("staff", "bob", row),
        signed_row("settings", "ann", row),
        signed_row("staff", "ann", {**row, "rights": []}),
        signed_key("ann"),
    }

    assert len(said) == 5


def test_the_order_of_fields_and_the_signature_itself_change_nothing() -> None:
    row = {"user": "ann", "name": "Ånn"}

    assert signed_row("staff", "ann", {"name": "Ånn", "signature": "5f", "user": "ann"}) == signed_row(
        "staff", "ann", row
    )
