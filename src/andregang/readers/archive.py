"""Zip files from strangers: counted before and while they are unpacked, read from memory only."""

import io
import zipfile
import zlib

from andregang.readers import limits
from andregang.readers.refusal import Reason, RefusedError

_STEP = 65_536


class Archive:
    """The members of a zip file. Nothing is ever written; names are never used as paths."""

    def __init__(self, data: bytes) -> None:
        try:
            self._zip = zipfile.ZipFile(io.BytesIO(data))
            infos = self._zip.infolist()
        except (zipfile.BadZipFile, OSError, ValueError, EOFError, NotImplementedError, IndexError):
            raise RefusedError(Reason.DAMAGED) from None
        if len(infos) > limits.ARCHIVE_MEMBERS or sum(info.file_size for info in infos) > limits.UNPACKED_BYTES:
            raise RefusedError(Reason.BOMB)
        if any(info.flag_bits & 1 for info in infos):
            raise RefusedError(Reason.ENCRYPTED)
        if any(_swells(info.file_size, info) for info in infos):
            raise RefusedError(Reason.BOMB)
        self._infos = {info.filename: info for info in infos}
        self._left = limits.UNPACKED_BYTES

    @property
    def names(self) -> tuple[str, ...]:
        """The members' names, as the archive gives them."""
        return tuple(self._infos)

    def member(self, name: str) -> bytes | None:
        """A member's bytes, or None when there is no such member. The header's size is not trusted."""
        info = self._infos.get(name)
        if info is None:
            return None
        pieces = []
        size = 0
        try:
            with self._zip.open(info) as stream:
                while piece := stream.read(_STEP):
                    size += len(piece)
                    self._left -= len(piece)
                    if _swells(size, info) or self._left < 0:
                        raise RefusedError(Reason.BOMB)
                    pieces.append(piece)
        except (zipfile.BadZipFile, OSError, ValueError, EOFError, NotImplementedError, zlib.error):
            raise RefusedError(Reason.DAMAGED) from None
        return b"".join(pieces)


def _swells(size: int, info: zipfile.ZipInfo) -> bool:
    return size > limits.RATIO_GRACE_BYTES and size > limits.UNPACKED_RATIO * max(info.compress_size, 1)
