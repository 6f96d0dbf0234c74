"""What the register says by ear: two low tones for *refused*, one rising tone for *approval needed*."""

import io
import math
import struct
import wave
from collections.abc import Iterator
from dataclasses import dataclass
from enum import StrEnum
from typing import Protocol

RATE = 22_050
"""Samples a second; enough for tones below 2 kHz."""
FADE_SECONDS = 0.01
"""How long a tone swells and fades, so that it does not click."""


class Sound(StrEnum):
    """The sounds there are. An accepted scan has the scanner's own beep."""

    REJECT = "reject"
    APPROVAL = "approval"


class Sounds(Protocol):
    """Makes sounds, and returns at once. Whoever asks for one also says it on the strip."""

    def play(self, sound: Sound) -> None: ...


@dataclass(frozen=True, slots=True)
class Tone:
    """From one pitch to another, in hertz and seconds; a pitch of 0 is silence."""

    first: int
    last: int
    seconds: float


TONES = {
    Sound.REJECT: (Tone(330, 330, 0.12), Tone(0, 0, 0.06), Tone(260, 260, 0.2)),
    Sound.APPROVAL: (Tone(520, 880, 0.3),),
}


def wave_file(sound: Sound, volume_percent: int) -> bytes:
    """The sound as a WAV file of one channel with 16 bits."""
    samples = [sample for tone in TONES[sound] for sample in _samples(tone, volume_percent)]
    file = io.BytesIO()
    with wave.open(file, "wb") as written:
        written.setnchannels(1)
        written.setsampwidth(2)
        written.setframerate(RATE)
        written.writeframes(struct.pack(f"<{len(samples)}h", *samples))
    return file.getvalue()


def _samples(tone: Tone, volume_percent: int) -> Iterator[int]:
    count, angle = int(tone.seconds * RATE), 0.0
    loudest = 32_000 * volume_percent / 100 if tone.first else 0.0
    for place in range(count):
        angle += math.tau * (tone.first + (tone.last - tone.first) * place / count) / RATE
        edge = min(place, count - place) / (FADE_SECONDS * RATE)
        yield int(loudest * min(1.0, edge) * math.sin(angle))
