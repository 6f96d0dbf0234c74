"""Reading .ts files: finished translations alone are spoken, by their contexts."""

from pos_app.language.translations import OURS, Entry, read_entries, words_of

TEXT = """<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="nb" sourcelanguage="en">
<context>
    <name>Kassa</name>
    <message><source>Cash &amp; go</source><translation>Kontant &amp; gå</translation></message>
    <message numerus="yes"><source>{count} found.</source>
        <translation>
            <numerusform>{count} funnet.</numerusform>
            <numerusform>{count} er funnet.</numerusform>
        </translation>
    </message>
    <message><source>Soon</source><translation type="unfinished"></translation></message>
    <message><source>Gone</source><translation type="vanished">Borte</translation></message>
    <message><source>Half</source></message>
</context>
<context><name>QLineEdit</name><message><source>&amp;Copy</source><translation>&amp;Kopier</translation></message></context>
</TS>
"""


def test_entries_are_read_with_their_forms_and_states() -> None:
    entries = list(read_entries(TEXT))

    assert entries[0] == Entry(OURS, "Cash & go", ("Kontant & gå",))
    assert entries[1] == Entry(
        OURS, "{count} found.", ("{count} funnet.", "{count} er funnet."), has_plural=True
    )
    assert [entry.state for entry in entries] == ["", "", "unfinished", "vanished", ""]


def test_only_finished_translations_are_spoken() -> None:
    words = words_of(read_entries(TEXT))

    assert set(words[OURS]) == {"Cash & go", "{count} found."}
    assert words["QLineEdit"] == {"&Copy": ("&Kopier",)}
