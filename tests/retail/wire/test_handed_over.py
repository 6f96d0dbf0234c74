"""A file of unsent documents is read as it was written, and its signature is never one of a call."""

from retail.wire.handed_over import HandedOver, SignedFile, signed_over
from retail.wire.proof import signed_text
from retail.wire.protocol import Upload


def test_a_file_is_read_as_it_was_written() -> None:
    upload = Upload(id="a", kind="transaction", fingerprint="f", text="{}")
    inside = HandedOver(
        protocol=1,
        tenant="demo",
        register_name="HOUSTON-1",
        made_at="2026-11-21T10:00:00Z",
        documents=(upload,),
    )
    file = SignedFile(kind="kassa unsent documents", signature="00", text=inside.written())

    assert HandedOver.read(SignedFile.read(file.written()).text) == inside


def test_what_is_signed_of_a_file_is_never_what_is_signed_of_a_call() -> None:
    call = signed_text("GET", "/v1/hello", "", "nonce", "token", "0", "")

    assert signed_over(call.decode().removeprefix("kassa\n")) != call
    assert not call.startswith(signed_over(""))
