"""The files of a preparation, written into a folder."""

from dataclasses import dataclass
from pathlib import Path

from andregang.domain.preparation import Notice


@dataclass(frozen=True, slots=True)
class Written:
    """The files written, in order; the preparation as JSON text; and what could not be written as meant."""

    paths: tuple[Path, ...]
    json: str
    notices: tuple[Notice, ...] = ()
