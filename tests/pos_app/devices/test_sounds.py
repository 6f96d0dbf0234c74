"""The sounds are what they are said to be, and a machine that cannot play them loses nothing."""

import io
import sys
import time
import wave
from itertools import pairwise
from pathlib import Path

import pytest

from pos_app.devices.sounds import RATE, TONES, Sound, wave_file
from pos_app.devices.speaker import PLAYERS, Speaker, find_player

WAIT_SECONDS = 300


def samples(sound: Sound, volume_percent: int = 100) -> list[int]:
    with wave.open(io.BytesIO(wave_file(sound, volume_percent))) as file:
        assert (file.getnchannels(), file.getsampwidth(), file.getframerate()) == (1, 2, RATE)
        frames = file.readframes(file.getnframes())
    return [int.from_bytes(frames[at : at + 2], "little", signed=True) for at in range(0, len(frames), 2)]


def pitch(part: list[int]) -> float:
    """Hertz, by how often the wave crosses zero upwards."""
    crossings = sum(1 for before, after in pairwise(part) if before < 0 <= after)
    return crossings * RATE / len(part)


def test_refused_is_two_low_tones_with_silence_between() -> None:
    heard = samples(Sound.REJECT)
    lengths = [int(tone.seconds * RATE) for tone in TONES[Sound.REJECT]]
    first, silence, second = (
        heard[: lengths[0]], heard[lengths[0] : sum(lengths[:2])], heard[sum(lengths[:2]) :],
    )  # fmt: skip

    assert len(heard) == sum(lengths)
    assert pitch(first) == pytest.approx(330, abs=10)
    assert set(silence) == {0}
    assert pitch(second) == pytest.approx(260, abs=10)


def test_approval_is_one_rising_tone() -> None:
    heard = samples(Sound.APPROVAL)
    third = len(heard) // 3

    assert pitch(heard[:third]) < pitch(heard[third : 2 * third]) < pitch(heard[2 * third :])


def test_volume_makes_it_softer_but_never_clips() -> None:
    loud, soft = samples(Sound.REJECT), samples(Sound.REJECT, 25)

    assert 30_000 < max(loud) <= 32_000
    assert max(soft) == pytest.approx(max(loud) / 4, abs=2)
    assert samples(Sound.REJECT, 0) == [0] * len(loud)


def writes(file: Path) -> tuple[str, ...]:
    """A player that writes down what it was given, instead of playing it."""
    return (
        sys.executable,
        "-c",
        f"import sys; open({str(file)!r}, 'ab').write(open(sys.argv[1], 'rb').read())",
    )


def wait_for(file: Path, size: int) -> bytes:
    end = time.monotonic() + WAIT_SECONDS
    while not file.exists() or file.stat().st_size < size:
        assert time.monotonic() < end, "nothing was played"
        time.sleep(0.01)
    return file.read_bytes()


def test_speaker_gives_the_sound_to_the_machines_player(tmp_path: Path) -> None:
    heard = tmp_path / "heard"
    speaker = Speaker(writes(heard), 50)
    expected = wave_file(Sound.REJECT, 50)

    speaker.play(Sound.REJECT)

    assert wait_for(heard, len(expected)) == expected
    speaker.close()


def test_speaker_plays_one_sound_at_a_time_and_leaves_no_process(tmp_path: Path) -> None:
    speaker = Speaker((sys.executable, "-c", "import time; time.sleep(60)"))

    speaker.play(Sound.REJECT)
    first = speaker._playing
    speaker.play(Sound.APPROVAL)

    assert speaker._playing is first
    speaker.close()
    assert first is not None
    assert first.returncode is not None


def test_muted_speaker_starts_nothing() -> None:
    for speaker in (
        Speaker(("no-such-player",), is_mute=True),
        Speaker(("no-such-player",), 0),
        Speaker(None),
    ):
        speaker.play(Sound.REJECT)
        assert speaker._playing is None
        speaker.close()


def test_player_that_does_not_start_is_not_tried_again(caplog: pytest.LogCaptureFixture) -> None:
    speaker = Speaker(("no-such-player-anywhere",))

    speaker.play(Sound.REJECT)
    speaker.play(Sound.REJECT)

    assert [record.levelname for record in caplog.records] == ["WARNING"]
    speaker.close()


@pytest.mark.parametrize(
    ("system", "known", "command"),
    [
        ("linux", {"paplay", "aplay"}, ("paplay",)),
        ("linux", {"aplay"}, ("aplay", "-q")),
        ("linux", set(), None),
        ("darwin", {"afplay"}, ("afplay",)),
        ("win32", {"powershell"}, PLAYERS["win32"][0]),
        ("plan9", {"aplay"}, None),
    ],
)
def test_player_is_the_first_the_machine_has(
    system: str, known: set[str], command: tuple[str, ...] | None
) -> None:
    assert find_player(system, lambda name: name if name in known else None) == command
