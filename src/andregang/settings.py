"""Where the data lies and how the product speaks, from the environment alone; no file is read or written."""

import os
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from zoneinfo import ZoneInfo

LANGUAGES = ("nb", "nn", "en")
"""The languages the product speaks, the first being its own."""


@dataclass(frozen=True, slots=True)
class Settings:
    """What the surroundings decide. `database` is an SQLAlchemy URL; `language` is one of `LANGUAGES`; without
    `meanings` the model of meanings is left out: faster and smaller, and evidence is found by words only."""

    data_folder: Path
    database: str
    language: str
    zone: ZoneInfo
    meanings: bool = True

    @classmethod
    def from_environment(cls, environment: Mapping[str, str] | None = None) -> "Settings":
        """Settings from `ANDREGANG_HOME`, `ANDREGANG_DATABASE`, `ANDREGANG_LANG` and `ANDREGANG_MEANINGS` ("off"), else
        the system's own habits.
        """
        given = os.environ if environment is None else environment
        home = given.get("ANDREGANG_HOME", "").strip()
        folder = Path(home).expanduser() if home else _users_folder()
        database = given.get("ANDREGANG_DATABASE", "").strip() or f"sqlite:///{folder / 'andregang.db'}"
        meanings = given.get("ANDREGANG_MEANINGS", "").strip().lower() not in ("off", "0", "no")
        return cls(folder, database, language_of(given), ZoneInfo("Europe/Oslo"), meanings)


def _users_folder() -> Path:
    from platformdirs import PlatformDirs

    return PlatformDirs("andregang", appauthor=False).user_data_path


def language_of(environment: Mapping[str, str]) -> str:
    """The language asked for: `ANDREGANG_LANG`, else the locale's when it is ours, else bokmål."""
    for variable in ("ANDREGANG_LANG", "LC_ALL", "LC_MESSAGES", "LANG"):
        asked = environment.get(variable, "").strip().lower().replace("-", "_").split("_")[0].split(".")[0]
        if asked in LANGUAGES:
            # A machine set up in English is common in Norway and says little; only our own variable chooses English.
            if asked == "en" and variable != "ANDREGANG_LANG":
                continue
            return asked
    return LANGUAGES[0]
