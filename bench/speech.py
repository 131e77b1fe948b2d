"""Pauses and pace found in sound whose timing is known: `python bench/speech.py [recordings a row]`.

Each row is one kind of sound and one way it is spoilt. A pause counts as found when both its ends are within 0.15 s;
the pace is held against words whose number and time are known; the seconds are those of measuring one minute of sound.
Seeds differ from those of the tests. The voice needs espeak-ng; without it only made sound is measured.
"""

import sys
import time
from collections.abc import Callable
from pathlib import Path

sys.path[:0] = [str(Path(__file__).parents[1] / "tests")]

from andregang.speech import measure_sound  # noqa: E402
from speech import made_sound  # noqa: E402
from speech.made_sound import (  # noqa: E402
    Sound,
    at_rate,
    f1,
    found_and_true,
    louder,
    with_clicks,
    with_hum,
    with_noise,
)

FIRST = 1000
SPOILT: dict[str, Callable[[Sound], Sound]] = {
    "as it is": lambda sound: sound,
    "noise 30 dB below": lambda sound: with_noise(sound, 30),
    "noise 20 dB below": lambda sound: with_noise(sound, 20),
    "noise 15 dB below": lambda sound: with_noise(sound, 15),
    "noise 10 dB below": lambda sound: with_noise(sound, 10),
    "hum 10 dB below": lambda sound: with_hum(sound, 10),
    "hum as loud": lambda sound: with_hum(sound, 0),
    "clicks in the pauses": with_clicks,
    "45 dB lower": lambda sound: louder(with_noise(sound, 30), -45),
    "8 kHz": lambda sound: at_rate(sound, 8_000),
    "48 kHz": lambda sound: at_rate(sound, 48_000),
}


def main() -> None:
    count = int(sys.argv[1]) if len(sys.argv) > 1 else 12
    voices = {
        "espeak-ng nb": lambda seed: made_sound.spoken(seed, parts=5),
        "espeak-ng nb+f3": lambda seed: made_sound.spoken(seed, parts=5, voice="nb+f3"),
    }
    kinds = {**(voices if made_sound.ESPEAK else {}), "made": lambda seed: made_sound.made_up(seed, rate=16_000)}
    print("| sound | spoilt by | pauses F1 | pace off by at most | start off by at most | s a minute |")
    print("| --- | --- | --- | --- | --- | --- |")
    for kind, make in kinds.items():
        for name, spoil in SPOILT.items():
            print(
                f"| {kind} | {name} | {' | '.join(row([spoil(make(FIRST + n)) for n in range(count)]))} |", flush=True
            )


def row(sounds: list[Sound]) -> list[str]:
    """The figures of one row."""
    hits, pace, start, spent = [], [0.0], [], 0.0
    for sound in sounds:
        data = made_sound.wav(sound)
        begun = time.process_time()
        found = measure_sound(data)
        spent += time.process_time() - begun
        hits.append(found_and_true([(pause.start, pause.end) for pause in found.pauses], sound.pauses))
        start.append(abs(found.start_delay - sound.speech[0][0]))
        if sound.words:
            pace.append(abs(sound.words / found.spoken * 60 / sound.pace - 1))
    minutes = sum(sound.length for sound in sounds) / 60
    off = f"{max(pace):.1%}" if any(pace) else "–"
    return [f"{f1(hits):.3f}", off, f"{max(start):.2f} s", f"{spent / minutes:.2f}"]


if __name__ == "__main__":
    main()
