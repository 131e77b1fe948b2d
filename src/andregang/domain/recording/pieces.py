"""What a recording may consist of, and in which order its pieces come."""

from andregang.domain.errors import InvalidInput

LARGEST = 30_000_000
"""Bytes of one recording: two hours of a browser's sound."""

PIECE = 1.0
"""Seconds of sound in a piece, as the browser is asked to give them."""

LARGEST_PIECE = 4_000_000
"""Bytes: more than a browser can have said in any one second."""

_MEDIA = {
    "audio/webm": "audio/webm",
    "video/webm": "audio/webm",
    "audio/ogg": "audio/ogg",
    "application/ogg": "audio/ogg",
    "audio/opus": "audio/ogg",
    "audio/mp4": "audio/mp4",
    "audio/x-m4a": "audio/mp4",
    "audio/m4a": "audio/mp4",
    "video/mp4": "audio/mp4",
    "audio/aac": "audio/aac",
    "audio/mpeg": "audio/mpeg",
    "audio/mp3": "audio/mpeg",
    "audio/wav": "audio/wav",
    "audio/x-wav": "audio/wav",
    "audio/wave": "audio/wav",
    "audio/vnd.wave": "audio/wav",
    "audio/flac": "audio/flac",
    "audio/3gpp": "audio/3gpp",
    "audio/amr": "audio/amr",
}


def media_type(given: str) -> str:
    """The kind of sound a browser or a file says it is, without its codecs. Raises InvalidInput for anything else."""
    known = _MEDIA.get(given.partition(";")[0].strip().lower())
    if known is None:
        raise InvalidInput("mime", "not_sound")
    return known


def next_piece(number: int, kept: int, size: int, coming: int) -> bool:
    """Whether piece `number` (from 0) is the one to keep now, after `kept` pieces of `size` bytes in all.

    False for one that is kept already. Raises InvalidInput for one that comes too early, or makes it too large.
    """
    if number < kept:
        return False
    if number > kept:
        raise InvalidInput("piece", "out_of_order")
    if not coming:
        raise InvalidInput("piece", "no_sound")
    if size + coming > LARGEST:
        raise InvalidInput("piece", "sound_too_large")
    return True
