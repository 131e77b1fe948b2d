"""`andregang correct [NAME]`: the person's word on what was read, and on the evidence."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

import click

from andregang.bootstrap import OWNER, AppContext
from andregang.cli.exits import Exit
from andregang.cli.progress import progress
from andregang.domain.errors import InvalidInput
from andregang.domain.evidence import item_key
from andregang.domain.job_ad import ItemKind
from andregang.domain.preparation import Preparation
from andregang.domain.preparation.correct import AD_FIELDS, CV_FIELDS, MEETING_FIELDS
from andregang.domain.source import OWN_WORDS, Action
from andregang.domain.text import fold
from andregang.i18n import Words

if TYPE_CHECKING:
    from andregang.store import StoredPreparation, UnitOfWork

Pairs = tuple[tuple[str, str], ...]
_PARTS = {"ad": AD_FIELDS, "cv": CV_FIELDS, "meeting": MEETING_FIELDS}
_RULES = {"deadline": "no_date", "reply_by": "no_date", "start": "no_time", "end": "no_time"}


@dataclass(frozen=True, slots=True)
class Asked:
    """What the options say. Pairs are (kind or field, words) or (line of the ad, line of the CV)."""

    fields: Pairs
    kinds: Pairs
    strike: tuple[str, ...]
    add: Pairs
    bring_back: tuple[str, ...]
    confirm: Pairs
    reject: Pairs
    take_back: Pairs
    own_words: Pairs

    @property
    def anything(self) -> bool:
        return any(getattr(self, name) for name in self.__slots__)


def build(words: Words, context: AppContext) -> click.Command:
    """The command, its help in the person's language."""
    line, kind = words._("LINE"), click.Choice([one.value for one in ItemKind])
    cv_line, kinds = words._("CV-LINE"), ", ".join(one.value for one in ItemKind)

    @click.command("correct", help=words._("Correct what was read. A line is named by its words or a part of them."))
    @click.argument("name", metavar=words._("[NAME]"), required=False)
    @click.option("--set", "fields", type=(str, str), multiple=True, metavar=words._("FIELD VALUE"),
                  help=_fields(words))  # fmt: skip
    @click.option("--kind", "kinds", type=(kind, str), multiple=True, metavar=f"KIND {line}",
                  help=words._("Give a line of the ad another kind: {kinds}.", kinds=kinds))  # fmt: skip
    @click.option("--strike", multiple=True, metavar=line, help=words._("Leave out a line of the ad or the CV."))
    @click.option("--add", type=(kind, str), multiple=True, metavar=f"KIND {line}",
                  help=words._("Add a line to the ad."))  # fmt: skip
    @click.option("--bring-back", multiple=True, metavar=line, help=words._("Bring back a line that was left out."))
    @click.option("--confirm", type=(str, str), multiple=True, metavar=f"{line} {cv_line}",
                  help=words._("The line of the CV shows what the line of the ad asks for."))  # fmt: skip
    @click.option("--reject", type=(str, str), multiple=True, metavar=f"{line} {cv_line}",
                  help=words._("The line of the CV does not show it."))  # fmt: skip
    @click.option("--take-back", type=(str, str), multiple=True, metavar=f"{line} {cv_line}",
                  help=words._("Take back a confirmation or a rejection."))  # fmt: skip
    @click.option("--own-words", type=(str, str), multiple=True, metavar=f"{line} {words._('WORDS')}",
                  help=words._("Say in your own words what shows it."))  # fmt: skip
    def correct(name: str | None, **options: tuple[tuple[str, str], ...]) -> int:
        from andregang.services.preparation import find_preparation

        asked = Asked(**options)  # type: ignore[arg-type]
        if not asked.anything:
            raise click.UsageError(words._("Say what to correct; see --help."))
        with progress(words._("Reading …")), context.store.unit_of_work(OWNER) as uow:
            kept = find_preparation(uow, name)
            preparation = context.preparation(uow, kept)
            _correct_reading(uow, kept, preparation, asked, words)
            preparation = context.preparation(uow, kept)
            _check_fields(preparation, asked.fields, words)
            _judge(uow, preparation, asked, words)
            uow.commit()
        click.echo(words._("Corrected. «andregang show {name}» shows how it stands.", name=kept.slug))
        return Exit.ALL_USED

    return correct


def _fields(words: Words) -> str:
    names = ", ".join(f"{part}.{field}" for part, fields in _PARTS.items() for field in fields)
    return words._("Set a value; an empty one removes it. Fields: {names}.", names=names)


def _correct_reading(
    uow: "UnitOfWork", kept: "StoredPreparation", preparation: Preparation, asked: Asked, words: Words
) -> None:
    from andregang.services.reading import accept_ad, accept_cv, accept_meeting, add_line, bring_back

    now = preparation.now
    ad, cv, meeting = preparation.ad, preparation.cv, preparation.meeting
    set_: dict[str, dict[str, str]] = {part: {} for part in _PARTS}
    for field, value in asked.fields:
        part, name = _field(field, words)
        set_[part][name] = value
    ad_lines = [item.quote.words for item in ad.items] if ad else []
    cv_lines = [line.quote.words for line in cv.lines] if cv else []
    unread = [line.words for line in ad.unread] if ad else []
    kinds = {_line(said, [*ad_lines, *unread], words): kind for kind, said in asked.kinds}
    struck = [_line(said, [*ad_lines, *cv_lines], words) for said in asked.strike]
    if ad:
        accept_ad(uow, ad, {**kinds, **{one: "" for one in struck if one in ad_lines}}, set_["ad"], now)
        for kind, said in asked.add:
            add_line(uow, ad.document.digest, said, kind, now)
    if cv:
        accept_cv(uow, cv, [one for one in struck if one in cv_lines], {}, set_["cv"], {}, now)
    accept_meeting(uow, kept, meeting, set_["meeting"], now)
    for part, read in (("ad", ad), ("cv", cv), ("meeting", meeting)):
        if set_[part] and read is None:
            raise click.UsageError(words._("There is nothing to correct in: {part}.", part=part))
    for said in asked.bring_back:
        for read in (ad, cv):
            if read is not None:
                bring_back(uow, read.document.digest, fold(said), now)


def _judge(uow: "UnitOfWork", preparation: Preparation, asked: Asked, words: Words) -> None:
    from andregang.services.evidence import add_own_words, judge, take_back

    demands = {match.item.quote.words: item_key(match.item) for match in preparation.matches}
    lines = [line.quote.words for line in preparation.cv.lines] if preparation.cv else []
    now = preparation.now
    for action, pairs in ((Action.CONFIRM, asked.confirm), (Action.REJECT, asked.reject)):
        for demand, said in pairs:
            key = demands[_line(demand, demands, words)]
            judge(uow, preparation, key, action, _line(said, lines, words), now)
    for demand, said in asked.take_back:
        take_back(uow, preparation, demands[_line(demand, demands, words)], _line(said, lines, words))
    for demand, said in asked.own_words:
        add_own_words(uow, preparation, demands[_line(demand, demands, words)], said, now)


def _field(asked: str, words: Words) -> tuple[str, str]:
    """`ad.title` or `title` → the part and the field. Raises UsageError for none such, or when several have it."""
    part, _, name = asked.rpartition(".")
    found = [(one, name) for one, fields in _PARTS.items() if name in fields and part in ("", one)]
    if len(found) == 1:
        return found[0]
    if found:
        names = words.join([f"{one}.{name}" for one, name in found])
        raise click.UsageError(words._("Several have that field: {names}.", names=names))
    raise click.UsageError(words._("There is no field called {name}.", name=asked))


def _line(asked: str, lines: Iterable[str], words: Words) -> str:
    """The one line with these words, or that holds them. Raises UsageError for none or several."""
    sought = fold(asked).casefold()
    known: Sequence[str] = list(dict.fromkeys(lines))
    found = [line for line in known if line.casefold() == sought] or [one for one in known if sought in one.casefold()]
    if len(found) == 1 and sought:
        return found[0]
    if not found or not sought:
        raise click.UsageError(words._("Found no line with «{words}».", words=asked))
    listed = "".join(f"\n  {line}" for line in found[:8])
    raise click.UsageError(words._("Several lines hold «{words}»:", words=asked) + listed)


def _check_fields(preparation: Preparation, fields: Pairs, words: Words) -> None:
    """A value that cannot be read would change nothing: it is told, and nothing is kept."""
    read = {"ad": preparation.ad, "cv": preparation.cv, "meeting": preparation.meeting}
    for asked, value in fields:
        part, name = _field(asked, words)
        stated = getattr(read[part], name)
        was_set = stated is None if not value.strip() else stated is not None
        if not was_set or (value.strip() and stated.quote.document != OWN_WORDS and _said(stated) != fold(value)):
            raise InvalidInput(name, _RULES.get(name, "not_a_number" if name != "permanent" else "unknown_choice"))


def _said(stated: object) -> str:
    from andregang.services.reading import shown

    return shown(stated)
