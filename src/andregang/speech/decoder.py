"""PyAV in a process of its own: sound in on one end; levels, or the same sound with its length, out on the other."""

import io
import json
import sys
from array import array
from contextlib import suppress

TOO_LONG = 3
_RATE = 16_000
_GAP = 0.03
"""Seconds without sound between two frames that are more than rounding."""
_MEMORY = 2_000_000_000


def levels(data: bytes, longest: float) -> bytes | None:
    """A line of JSON with the length in seconds, then the levels as 32-bit numbers; None for what is too long."""
    import av

    from andregang.speech.loudness import Loudness, loudest

    # Each channel has its own loudness until it is known which one speaks.
    found: list[Loudness] = []
    said: list[int] = []
    with av.open(io.BytesIO(data), "r") as container:
        stream = container.streams.audio[0]
        resampler = av.AudioResampler(format="fltp", rate=_RATE)
        begun: float | None = None
        # A recording that was broken off ends in the middle of something.
        with suppress(av.error.FFmpegError):
            for frame in container.decode(stream):
                if begun is None:
                    begun = frame.time or 0.0
                # A browser leaves out what is quite still; only the time of the next frame tells.
                missing = round(((frame.time or 0.0) - begun) * _RATE) - (found[0].samples if found else 0)
                if missing > longest * _RATE:
                    return None
                if missing > _GAP * _RATE:
                    for one in found:
                        one.feed(array("f", bytes(4 * missing)))
                for even in resampler.resample(frame):
                    planes = [memoryview(plane).cast("f")[: even.samples] for plane in even.planes]
                    if not found:
                        found, said = [Loudness(_RATE, 1.0) for _ in planes], [0] * len(planes)
                    said[loudest(planes)] += 1
                    for place, plane in enumerate(planes[: len(found)]):
                        found[place].feed(plane)
                    if found[0].samples > longest * _RATE:
                        return None
    if not found:
        raise ValueError("no sound")
    chosen = found[said.index(max(said))]
    head = json.dumps({"seconds": chosen.samples / _RATE})
    return head.encode() + b"\n" + chosen.levels.tobytes()


def remux(data: bytes) -> bytes:
    """The packets of a webm as they are, in a webm that says how long it is."""
    import av

    out = io.BytesIO()
    with av.open(io.BytesIO(data), "r") as given, av.open(out, "w", format="webm") as made:
        stream = given.streams.audio[0]
        copied = made.add_stream_from_template(stream)
        with suppress(av.error.FFmpegError):
            for packet in given.demux(stream):
                if packet.dts is not None:
                    packet.stream = copied
                    made.mux(packet)
    return out.getvalue()


def _limit() -> None:
    """No file makes this process take all memory."""
    try:
        import resource

        resource.setrlimit(resource.RLIMIT_AS, (_MEMORY, _MEMORY))
    except (ImportError, OSError, ValueError):
        return


def main() -> int:
    task, longest = sys.argv[1], float(sys.argv[2])
    _limit()
    data = sys.stdin.buffer.read()
    try:
        answer = levels(data, longest) if task == "levels" else remux(data)
    except Exception:  # noqa: BLE001 - a file that is not sound has a hundred ways to say so
        return 1
    if answer is None:
        return TOO_LONG
    sys.stdout.buffer.write(answer)
    return 0
