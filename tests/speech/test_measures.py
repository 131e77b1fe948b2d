"""Pauses and pace of sound whose timing is known: F1 of the pauses at least 0.95, the pace within two per cent."""

import io
import math
import random
import subprocess
import sys

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from andregang.domain.recording import pace_of
from andregang.speech import SoundUnreadable, can_decode, measure_sound, with_duration
from andregang.speech.wav import read_wav

from . import made_sound
from .made_sound import Sound, at_rate, f1, found_and_true, louder, with_clicks, with_hum, with_noise

SEEDS = range(60, 63)
CONDITIONS = {
    "as it is": lambda sound: sound,
    "noise 30 dB below": lambda sound: with_noise(sound, 30),
    "noise 20 dB below": lambda sound: with_noise(sound, 20),
    "noise 15 dB below": lambda sound: with_noise(sound, 15),
    "hum 10 dB below": lambda sound: with_hum(sound, 10),
    "hum as loud as the speech": lambda sound: with_hum(sound, 0),
    "clicks in the pauses": with_clicks,
    "very low": lambda sound: louder(with_noise(sound, 30), -45),
}
needs_voice = pytest.mark.skipif(not made_sound.ESPEAK, reason=made_sound.NO_VOICE)
needs_decoder = pytest.mark.skipif(not can_decode(), reason="the extra opptak is not installed")


def counts(sound: Sound, **written: object) -> tuple[int, int, int]:
    found = measure_sound(made_sound.wav(sound, **written))
    return found_and_true([(pause.start, pause.end) for pause in found.pauses], sound.pauses)


@pytest.mark.parametrize("condition", CONDITIONS)
def test_pauses_are_found_in_made_sound(condition: str):
    change = CONDITIONS[condition]
    assert f1([counts(change(made_sound.made_up(seed, rate=8000, parts=4))) for seed in SEEDS]) >= 0.95


@needs_voice
@pytest.mark.parametrize("condition", CONDITIONS)
def test_pauses_and_pace_are_found_in_a_voice(condition: str):
    every = []
    for seed in SEEDS:
        sound = CONDITIONS[condition](made_sound.spoken(seed, parts=4))
        found = measure_sound(made_sound.wav(sound))
        every.append(found_and_true([(pause.start, pause.end) for pause in found.pauses], sound.pauses))
        assert pace_of(found, sound.words).words_per_minute == pytest.approx(sound.pace, rel=0.02)
        assert found.start_delay == pytest.approx(sound.speech[0][0], abs=0.1)
    assert f1(every) >= 0.95


def test_speech_that_was_moved_is_not_found_where_it_is_not():
    sound = made_sound.made_up(60, rate=8000, parts=4)
    moved = [(start + 0.5, end + 0.5) for start, end in sound.pauses]
    found = measure_sound(made_sound.wav(sound))
    assert f1([found_and_true([(p.start, p.end) for p in found.pauses], moved)]) == 0


@pytest.mark.parametrize("rate", [8000, 11025, 16000, 22050, 44100, 48000, 96000])
def test_every_rate_tells_the_same(rate: int):
    sound = made_sound.made_up(65, rate=8000, parts=3)
    assert counts(at_rate(sound, rate)) == (2, 2, 2)


@pytest.mark.parametrize(
    "written",
    [
        {"bits": 8},
        {"bits": 24},
        {"bits": 32},
        {"bits": 32, "floating": True},
        {"bits": 64, "floating": True},
        {"bits": 24, "extended": True, "channels": 2},
        {"channels": 2},
        {"channels": 6},
    ],
    ids=str,
)
def test_every_way_to_write_a_wav_tells_the_same(written: dict):
    assert counts(made_sound.made_up(65, rate=8000, parts=3), **written) == (2, 2, 2)


def test_a_file_that_was_cut_off_is_read_as_far_as_it_goes():
    data = made_sound.wav(made_sound.made_up(66, rate=8000, parts=3))
    whole, half = measure_sound(data), measure_sound(data[: len(data) // 2])
    assert half.duration == pytest.approx(whole.duration / 2, abs=0.05)


def test_a_program_that_writes_as_it_comes_knows_no_size():
    data = bytearray(made_sound.wav(made_sound.made_up(66, rate=8000, parts=2)))
    place = data.index(b"data") + 4
    whole = measure_sound(bytes(data))
    for size in (0, 0xFFFFFFFF):
        data[place : place + 4] = size.to_bytes(4, "little")
        assert measure_sound(bytes(data)) == whole


def test_syllables_are_about_as_many_as_were_made():
    rate, random_ = 8000, random.Random(3)
    samples = [0.0] * (rate // 2)
    for _ in range(40):
        length = round(random_.uniform(0.13, 0.22) * rate)
        strength = random_.uniform(0.4, 1.0)
        shape = [math.sin(math.pi * place / length) for place in range(length)]
        samples += [0.5 * strength * s * math.sin(2 * math.pi * 300 * place / rate) for place, s in enumerate(shape)]
    found = measure_sound(made_sound.wav(Sound([*samples, *[0.0] * (rate // 2)], rate, [])))
    assert found.syllables == pytest.approx(40, abs=4)


@given(st.binary(max_size=400))
@settings(max_examples=200, deadline=None)
def test_any_bytes_after_a_wav_head_are_read_or_refused(tail: bytes):
    for data in (tail, b"RIFF\0\0\0\0WAVE" + tail, b"RIFF\0\0\0\0WAVEfmt \x10\0\0\0" + tail):
        try:
            read_wav(data)
        except SoundUnreadable as refused:
            assert refused.reason == "damaged"


def packed(data: bytes, kind: str, codec: str) -> bytes:
    """A WAV as another kind of file."""
    import av

    out = io.BytesIO()
    with av.open(out, "w", format=kind) as made, av.open(io.BytesIO(data), "r") as given_:
        stream = made.add_stream(codec, rate=48_000)
        for frame in given_.decode(audio=0):
            frame.pts = None
            for packet in stream.encode(frame):
                made.mux(packet)
        for packet in stream.encode(None):
            made.mux(packet)
    return out.getvalue()


@needs_decoder
@pytest.mark.parametrize(
    ("kind", "codec"),
    [("webm", "libopus"), ("ogg", "libopus"), ("mp4", "aac"), ("mp3", "libmp3lame"), ("flac", "flac")],
)
def test_what_browsers_and_phones_record_tells_the_same(kind: str, codec: str):
    sound = at_rate(made_sound.made_up(67, rate=8000, parts=3), 48_000)
    data = packed(made_sound.wav(sound, channels=2), kind, codec)
    found = measure_sound(data)
    assert found_and_true([(p.start, p.end) for p in found.pauses], sound.pauses) == (2, 2, 2)
    assert found.duration == pytest.approx(sound.length, abs=0.1)
    if kind != "mp4":
        # An mp4 says at its end what is in it.
        half = measure_sound(data[: len(data) // 2])
        assert 0 < half.duration < found.duration


@needs_decoder
def test_quiet_that_a_browser_leaves_out_is_counted():
    import av

    sound = at_rate(made_sound.made_up(67, rate=8000, parts=3), 48_000)
    start, end = sound.pauses[0]
    data = packed(made_sound.wav(sound), "webm", "libopus")
    out = io.BytesIO()
    with av.open(io.BytesIO(data), "r") as given_, av.open(out, "w", format="webm") as made:
        stream = made.add_stream_from_template(given_.streams.audio[0])
        for packet in given_.demux(audio=0):
            if packet.dts is not None and not start + 0.1 < packet.pts * packet.time_base < end - 0.1:
                packet.stream = stream
                made.mux(packet)
    assert len(out.getvalue()) < len(data)
    found = measure_sound(out.getvalue())
    assert found_and_true([(p.start, p.end) for p in found.pauses], sound.pauses) == (2, 2, 2)


@needs_decoder
def test_a_webm_is_given_its_length_and_the_sound_stays():
    import av

    sound = at_rate(made_sound.made_up(67, rate=8000, parts=2), 48_000)
    data = packed(made_sound.wav(sound), "webm", "libopus")
    # As a browser streams it: where the length would stand there is nothing.
    place = data.index(b"\x44\x89\x88")
    streamed = data[:place] + b"\xec\x89" + bytes(9) + data[place + 11 :]
    made = with_duration(streamed)
    with av.open(io.BytesIO(made)) as container:
        assert container.duration / av.time_base == pytest.approx(sound.length, abs=0.1)
    assert measure_sound(made).pauses == measure_sound(data).pauses


@pytest.mark.parametrize("data", [b"", b"hei", b"\x1a\x45\xdf\xa3" + bytes(200), b"ID3" + bytes(500)])
def test_what_is_no_sound_is_refused_by_name(data: bytes):
    with pytest.raises(SoundUnreadable):
        measure_sound(data)
    assert with_duration(data) == data


def test_without_the_extra_wav_is_still_measured_and_the_rest_says_what_is_needed(monkeypatch):
    monkeypatch.setattr("andregang.speech.sound.can_decode", lambda: False)
    assert measure_sound(made_sound.wav(made_sound.made_up(66, rate=8000, parts=2))).pauses
    with pytest.raises(SoundUnreadable) as refused:
        measure_sound(b"\x1a\x45\xdf\xa3")
    assert refused.value.reason == "needs_decoder"
    assert with_duration(b"\x1a\x45\xdf\xa3") == b"\x1a\x45\xdf\xa3"


def test_the_decoder_is_never_loaded_in_our_own_process():
    program = "import sys; import andregang.speech as s; s.can_decode(); print('av' in sys.modules)"
    done = subprocess.run([sys.executable, "-c", program], capture_output=True, text=True, check=True)
    assert done.stdout.strip() == "False"


def test_a_file_longer_than_half_an_hour_is_not_measured():
    quiet = Sound([], 1000, [])
    data = bytearray(made_sound.wav(quiet, bits=8))
    data += bytes(1000 * 60 * 31)
    place = data.index(b"data") + 4
    data[place : place + 4] = b"\xff\xff\xff\xff"
    with pytest.raises(SoundUnreadable) as refused:
        measure_sound(bytes(data))
    assert refused.value.reason == "too_long"
