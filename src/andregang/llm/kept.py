"""The file with the model's address and key: in the data folder, readable by its owner alone, in no export."""

import json
import os
from pathlib import Path

from andregang.domain.second_reader import Chosen

NAME = "model.json"
_LARGEST = 20_000


def kept_chosen(folder: Path) -> Chosen | None:
    """What was set up; None when nothing was, or the file cannot be understood."""
    try:
        with (folder / NAME).open("rb") as file:
            value = json.loads(file.read(_LARGEST))
        return Chosen(str(value["address"]), str(value["model"]), str(value["key"]), on=value["on"] is True)
    except (OSError, ValueError, LookupError, TypeError, RecursionError):
        return None


def keep_chosen(folder: Path, chosen: Chosen) -> None:
    """Write it whole or not at all, for the owner's eyes only."""
    folder.mkdir(parents=True, exist_ok=True)
    new = folder / f".{NAME}.{os.getpid()}"
    new.unlink(missing_ok=True)
    handle = os.open(new, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600)
    try:
        with os.fdopen(handle, "w", encoding="utf-8") as file:
            json.dump({"address": chosen.address, "model": chosen.model, "key": chosen.key, "on": chosen.on}, file)
            file.flush()
            os.fsync(file.fileno())
        new.replace(folder / NAME)
    finally:
        new.unlink(missing_ok=True)


def forget_chosen(folder: Path) -> None:
    """Nothing of it is left."""
    (folder / NAME).unlink(missing_ok=True)
