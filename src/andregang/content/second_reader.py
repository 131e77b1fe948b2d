"""What a second reader may point at, and what is then asked (SR-K, SR-F)."""

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache

from andregang.content.toml_files import BadContent, read_table, wording
from andregang.domain.text import Language

USES = ("finding", "follow_up")


@dataclass(frozen=True, slots=True)
class Remark:
    """A remark with its words. `use` is finding or follow_up; `points_at` tells the model (English) what it is for."""

    id: str
    use: str
    points_at: str
    words: Mapping[Language, str]


@cache
def load_remarks() -> Mapping[str, Remark]:
    """All remarks by id. Raises BadContent."""
    found = {}
    for id_, table in read_table("second_reader.toml").items():
        if table.get("use") not in USES or not table.get("points_at"):
            raise BadContent(id_, "no use, or nothing to point at")
        found[id_] = Remark(id_, table["use"], table["points_at"], wording(id_, table))
    return found
