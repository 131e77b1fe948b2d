"""The words of one language."""

import datetime as dt
import gettext
from collections.abc import Sequence
from enum import Enum
from functools import lru_cache
from pathlib import Path
from typing import TYPE_CHECKING
from zoneinfo import ZoneInfo

from andregang.domain.text import Language
from andregang.i18n import messages, terms

if TYPE_CHECKING:
    from andregang.domain.preparation import Notice

CATALOGUES = Path(__file__).parent / "catalogues"
"""Where the catalogues lie: `nb/LC_MESSAGES/andregang.mo` and so on."""

DOMAIN = "andregang"


class Words:
    """What is said in one language. Moments with an offset are told in the clock of `zone`."""

    def __init__(self, language: Language, catalogue: gettext.NullTranslations, zone: ZoneInfo) -> None:
        self.language, self.zone = language, zone
        self._catalogue = catalogue

    def _(self, msgid: str, /, **values: object) -> str:
        """The sentence in this language, with the values put in."""
        said = self._catalogue.gettext(msgid) if msgid else ""
        return said.format(**values) if values else said

    def n_(self, one: str, many: str, count: int, /, **values: object) -> str:
        """The sentence for this number; `{count}` is the number."""
        return self._catalogue.ngettext(one, many, count).format(count=count, **values)

    def of(self, value: Enum | None) -> str:
        """The words for a value of the domain, such as `Standing.THIN`; "" for None."""
        return "" if value is None else self._(terms.msgid_of(value))

    def rule(self, key: str) -> str:
        """The words for the rule that decided a match (`Match.rule`), "" for an unknown one."""
        return self._(terms.RULES.get(key, ""))

    def thing(self, kind: str) -> str:
        """What was deleted, for `Removed.kind`: "eksempelet", "dokumentet"."""
        return self._(terms.THINGS[kind])

    def explain(self, error: BaseException) -> tuple[str, str] | None:
        """What happened and what to do now; None when the error is a fault of ours."""
        return messages.explain(error, self)

    def notice(self, notice: "Notice") -> tuple[str, str]:
        """What the person should know about what they gave, and what to do now ("" when there is nothing to do)."""
        return messages.notice(notice, self)

    def day(self, date: dt.date, *, year: bool = False) -> str:
        """ "torsdag 3. desember", with the year when asked for."""
        from andregang.i18n import calendar

        return calendar.day(self._here(date), self.language, year=year)

    def when(self, start: dt.datetime, end: dt.datetime | None = None, *, year: bool = False) -> str:
        """ "torsdag 3. desember kl. 13.00–14.30" """
        from andregang.i18n import calendar

        here = self._moment(start)
        return calendar.when(here, self._moment(end) if end else None, self.language, year=year)

    def clock(self, time: dt.time | dt.datetime) -> str:
        """ "13.00", in English "13:00" """
        from andregang.i18n import calendar

        return calendar.clock(self._moment(time) if isinstance(time, dt.datetime) else time, self.language)

    def relative_day(self, date: dt.date, today: dt.date) -> str:
        """ "i dag", "i morgen", "om 3 dager", "for 2 dager siden" """
        days = (self._here(date) - self._here(today)).days
        near = {-1: "yesterday", 0: "today", 1: "tomorrow"}
        if days in near:
            return self._(near[days])
        if days > 0:
            return self.n_("in {count} day", "in {count} days", days)
        return self.n_("{count} day ago", "{count} days ago", -days)

    def countdown(self, moment: dt.datetime, now: dt.datetime) -> str:
        """ "om 2 dager og 20 timer"; hours and minutes on the last day; "nå" from the moment on."""
        minutes = int((moment - now).total_seconds() // 60)
        if minutes <= 0:
            return self._("now")
        days, rest = divmod(minutes, 24 * 60)
        hours, left = divmod(rest, 60)
        parts = [
            self.n_("{count} day", "{count} days", days) if days else "",
            self.n_("{count} hour", "{count} hours", hours) if hours else "",
            self.n_("{count} minute", "{count} minutes", left) if left and not days else "",
        ]
        return self._("in {time}", time=self.join([part for part in parts if part][:2]))

    def duration(self, minutes: int) -> str:
        """ "45 minutter", "1 time og 30 minutter" """
        hours, rest = divmod(max(0, minutes), 60)
        parts = [self.n_("{count} hour", "{count} hours", hours)] if hours else []
        if rest or not hours:
            parts.append(self.n_("{count} minute", "{count} minutes", rest))
        return self.join(parts)

    def years(self, span: str) -> str:
        """ "4 år og 2 måneder" for "4.02", as `Match.found` gives a length of experience."""
        years, months = (int(part) if part.isdecimal() else 0 for part in f"{span}.0".split(".")[:2])
        parts = [self.n_("{count} year", "{count} years", years)] if years or not months else []
        if months:
            parts.append(self.n_("{count} month", "{count} months", months))
        return self.join(parts)

    def seconds(self, seconds: int) -> str:
        """ "90 sekunder" up to two minutes, then minutes and seconds."""
        minutes, rest = divmod(max(0, seconds), 60)
        if minutes < 2:
            return self.n_("{count} second", "{count} seconds", max(0, seconds))
        parts = [self.n_("{count} minute", "{count} minutes", minutes)]
        return self.join([*parts, self.n_("{count} second", "{count} seconds", rest)] if rest else parts)

    def join(self, parts: Sequence[str]) -> str:
        """ "a, b og c" """
        if len(parts) < 2:
            return "".join(parts)
        return self._("{first} and {last}", first=", ".join(parts[:-1]), last=parts[-1])

    def number(self, number: float) -> str:
        """ "1 250,5", in English "1,250.5" """
        from andregang.i18n import calendar

        return calendar.number(number, self.language)

    def size(self, count: int) -> str:
        """ "340 kB", "1,2 MB" """
        if count < 1_000_000:
            return f"{self.number(max(1, round(count / 1000)) if count else 0)} kB"
        return f"{self.number(round(count / 1_000_000, 1))} MB"

    def _moment(self, moment: dt.datetime) -> dt.datetime:
        return moment.astimezone(self.zone) if moment.tzinfo else moment

    def _here(self, date: dt.date) -> dt.date:
        return self._moment(date).date() if isinstance(date, dt.datetime) else date


@lru_cache(maxsize=8)
def use(language: str = "nb", zone: str = "Europe/Oslo") -> Words:
    """The words of `nb`, `nn` or `en`; of bokmål for any other language."""
    known = Language(language) if language in ("nb", "nn", "en") else Language.NB
    catalogue = gettext.translation(DOMAIN, CATALOGUES, languages=[known.value])
    return Words(known, catalogue, ZoneInfo(zone))
