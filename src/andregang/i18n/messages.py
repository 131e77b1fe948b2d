"""What went wrong → what happened and what to do now; what to know about a document → the same two sentences.

Errors are found by the name of their type, so that nothing they come from need be imported.
"""

import datetime as dt
import errno
from collections.abc import Callable
from typing import TYPE_CHECKING, Any, Final, Protocol

from andregang.i18n.terms import N_, TERMS

if TYPE_CHECKING:
    from andregang.domain.preparation import Notice


class Saying(Protocol):
    """What is needed of `Words` here."""

    def _(self, msgid: str, /, **values: object) -> str: ...

    def when(self, start: dt.datetime, end: dt.datetime | None = None, *, year: bool = False) -> str: ...


Message = tuple[str, str]
"""What happened, and what to do now, as msgids."""

UNREADABLE: Final[dict[str, Message]] = {
    "encrypted": (N_("{name} is protected with a password."), N_("Save a copy without a password and use that.")),
    "scanned": (
        N_("{name} is a picture of text, and the text cannot be read."),
        N_("Use the original file, or paste the text into a text file."),
    ),
    "too_large": (
        N_("{name} is too large to be read."),
        N_("Use only the pages that matter, or paste the text into a text file."),
    ),
    "unknown_format": (
        N_("{name} is in a format that cannot be read."),
        N_("Save it as PDF, Word, web page or plain text and use that."),
    ),
    "damaged": (
        N_("{name} is damaged and could not be read."),
        N_("Open it in the program that made it, save it again and use that."),
    ),
    "bomb": (
        N_("{name} unpacks to far more than a document holds, and was not opened."),
        N_("Ask the sender for a new file."),
    ),
    "empty": (N_("There is no text in {name}."), N_("Check that it is the right file.")),
    "too_slow": (
        N_("{name} took too long to read."),
        N_("Save it as a new PDF, or paste the text into a text file."),
    ),
}

INVALID: Final[dict[str, Message]] = {
    "missing": (N_("Something is missing here."), N_("Fill it in and try again.")),
    "too_long": (N_("The text is too long."), N_("Shorten it and try again.")),
    "no_date": (N_("This was not understood as a date."), N_("Write it as 2026-12-03 or 3.12.2026.")),
    "no_time": (N_("This was not understood as a time."), N_("Write it as 2026-12-03T13:00.")),
    "date_without_year": (N_("The date has no year."), N_("Write the year as well.")),
    "weekday_differs": (
        N_("The weekday and the date do not agree."),
        N_("Check the invitation, and ask which applies if it is unclear."),
    ),
    "in_the_past": (N_("The time has passed."), N_("Give the time that applies now.")),
    "ends_before": (N_("The end does not come after the beginning."), N_("Check both times.")),
    "no_link": (N_("This was not understood as a link."), N_("Write it with https:// first.")),
    "not_a_number": (N_("This was not understood as a number."), N_("Write it with digits.")),
    "out_of_range": (N_("The number is too small or too large."), N_("Choose another number.")),
    "too_many": (N_("There is no room for more."), N_("Lay one aside first.")),
    "taken": (N_("The name is in use."), N_("Choose another name.")),
    "unknown_kind": (N_("Nobody knows what kind of document this is."), N_("Say whether it is ad, CV or invitation.")),
    "not_sound": (
        N_("This is not a sound file."),
        N_("Choose a recording, or a sound file such as mp3, m4a or wav."),
    ),
    "no_sound": (
        N_("There is no sound in the file."),
        N_("Choose a recording, or a sound file such as mp3, m4a or wav."),
    ),
    "sound_too_large": (N_("The sound file is larger than 30 MB."), N_("Make it shorter, or keep it elsewhere.")),
    "no_scale": (
        N_("Choose which scale the score is on."),
        N_("If the report does not say, ask the one who tested you."),
    ),
    "outside_scale": (N_("There is no such number on that scale."), N_("Look at the report once more, or ask.")),
    "percentile_edge": (
        N_("0 and 100 cannot be percentiles."),
        N_("Ask whether it means below 1 or above 99, and write that number."),
    ),
    "check_digit": (
        N_("This is not an organisation number: the last digit does not fit the others."),
        N_("Check the number, or search for the name."),
    ),
    "out_of_order": (
        N_("A piece of the recording is missing before this one."),
        N_("What came before it is kept. Stop, and record again from there."),
    ),
    "stopped": (
        N_("The recording is stopped already, and nothing more is added to it."),
        N_("Begin a new recording."),
    ),
    "not_a_band": (N_("This is not one of the bands."), N_("Choose one of those that stand there.")),
    "unknown_choice": (N_("This is not among the choices."), N_("Choose one of those that stand there.")),
}
SOUND: Final[dict[str, Message]] = {
    "needs_decoder": (
        N_("This kind of sound cannot be read here yet."),
        N_("Install Andregang with the extra «opptak», or use a WAV file."),
    ),
    "damaged": (N_("No sound was found in this that can be read."), N_("Check that it is the right file.")),
    "too_long": (N_("The recording is longer than half an hour."), N_("Use a part of it.")),
    "too_slow": (N_("The recording took too long to read."), N_("Use a part of it.")),
}

MODEL: Final[dict[str, Message]] = {
    "needs_extra": (
        N_("Speech is not turned into text here yet."),
        N_("Install Andregang with the extra «tale»."),
    ),
    "no_folder": (
        N_("There is no folder {folder}. A model is never fetched."),
        N_("Get NB-Whisper (NbAiLab/nb-whisper-small), convert it for faster-whisper, and give the folder it lies in."),
    ),
    "not_a_model": (
        N_("The folder {folder} holds no model that can be loaded."),
        N_("It must hold model.bin, config.json and tokenizer.json, converted for faster-whisper."),
    ),
}

_INVALID_ELSE: Final[Message] = (N_("{field} cannot be used as it stands."), N_("Check it and try again."))

REFUSED: Final[dict[str, Message]] = {
    "not_an_archive": (N_("The file is not an export from Andregang."), N_("Choose the zip file you exported.")),
    "damaged": (N_("The export is damaged, and nothing was taken in."), N_("Use another copy of it.")),
    "too_new": (
        N_("The export was made by a later version, and nothing was taken in."),
        N_("Update the program and try again."),
    ),
    "too_large": (N_("The export is larger than it can be, and nothing was taken in."), N_("Use another copy of it.")),
}

DAMAGED: Final[dict[str, Message]] = {
    "original": (
        N_("A document you gave is damaged on the disk, and is therefore not used."),
        N_("Give it once more."),
    ),
    "row": (
        N_("Something you wrote is damaged on the disk, and is therefore not shown."),
        N_("Bring it back from an export."),
    ),
    "database": (
        N_("The stored data is damaged and cannot be opened."),
        N_("Move the file {name} elsewhere and bring your data back from an export."),
    ),
}

ERRORS: Final[dict[str, Message]] = {
    "BothTexts": (
        N_("The text was changed in another window while you wrote."),
        N_("Both texts are kept. Choose which one is to stand."),
    ),
    "ChangedMeanwhile": (N_("This was changed elsewhere meanwhile."), N_("Look at it again and repeat your change.")),
    "DiskFull": (
        N_("The disk is full, so the last change was not stored. What was stored before is untouched."),
        N_("Make room on the disk and try again."),
    ),
    "StoreBusy": (
        N_("Your data is in use by another window or command."),
        N_("Wait a moment and try again."),
    ),
    "StoreUnusable": (
        N_("{path} cannot be read or written."),
        N_("Check that the folder exists and is yours, or choose another one with ANDREGANG_HOME."),
    ),
    "StoreTooNew": (N_("Your data was stored by a later version of Andregang."), N_("Update the program.")),
}

NOT_FOUND: Final[dict[str, Message]] = {
    "preparation": (
        N_("There is no preparation called {name}."),
        N_("The command «andregang list» shows those you have."),
    ),
    "document": (N_("The document is not here any more."), N_("Give it once more.")),
    "original": (N_("The document is not here any more."), N_("Give it once more.")),
    "recording": (
        N_("Found no recording called {name}."),
        N_("It may have been deleted in another window, or the file lies elsewhere."),
    ),
}
_NOT_FOUND_ELSE: Final[Message] = (N_("This is not here any more."), N_("It may have been deleted in another window."))

NOTICES: Final[dict[str, Message]] = {
    "glyph_missing": (
        N_("The PDF has a sign that our fonts lack: {detail}. It was made without the standard for screen readers."),
        N_("The phone sheet has the same text and can be read aloud."),
    ),
    "no_typesetter": (
        N_("The PDF could not be made on this machine."),
        N_("Open the phone sheet and print it from there."),
    ),
    "two_ads": (
        N_("{name} is an ad as well, and was not used. {detail} was."),
        N_("Make a preparation of its own for the other position."),
    ),
    "two_cvs": (
        N_("{name} is a CV as well, and was not used. {detail} was."),
        N_("Leave out the one that does not apply."),
    ),
    "several_posts": (
        N_("{name} is about several positions ({detail})."),
        N_("Check that the demands shown belong to yours."),
    ),
    "looks_like_another_kind": (
        N_("{name} looks like another kind of document: {detail}."),
        N_("Check that it was given as what it is."),
    ),
    "not_recognised": (
        N_("It is unclear whether {name} is an ad, a CV or an invitation, so it was not used."),
        N_("Say what it is, and give it again."),
    ),
    "foreign_language": (
        N_("{name} seems to be written in another language ({detail}), so less of it is understood."),
        N_("Check what was read."),
    ),
    "no_ad": (N_("No job ad was given."), N_("Add it, and the questions follow the tasks in it.")),
    "no_cv": (N_("No CV was given, so nothing is assessed."), N_("Add it to see what speaks for you.")),
    "nothing_found": (
        N_("Nothing was found in {name} that belongs in its kind: {detail}."),
        N_("Check that it is the right file."),
    ),
    "start_unknown": (
        N_("When the interview takes place is not known yet."),
        N_("Ask the contact, or give the time yourself."),
    ),
    "year_inferred": (
        N_("{name} does not state the year. It is taken to be {detail}."),
        N_("Check the date."),
    ),
    "weekday_differs": (
        N_("The weekday in {name} does not fit the date."),
        N_("Ask which applies."),
    ),
    "calendar_differs": (
        N_("The message and the calendar part of {name} give different times."),
        N_("Ask which applies."),
    ),
    "in_the_past": (N_("The time in {name} has passed: {detail}."), N_("Check that it is the latest invitation.")),
    "several_times": (N_("{name} mentions several times."), N_("Ask which applies, or give the time yourself.")),
    "cancelled": (N_("The latest message, {name}, calls the interview off."), ""),
    "rejected": (N_("The latest message, {name}, is a rejection."), ""),
    "words_only": (
        N_("Ad and CV were compared by words only, so likeness in meaning may be missing."),
        N_("Look for more in your CV yourself."),
    ),
}


def explain(error: BaseException, words: Saying) -> tuple[str, str] | None:
    """The two sentences for an error; None when it is a fault of ours."""
    for kind in type(error).__mro__:
        chosen = _chosen(kind.__name__, error)
        if chosen:
            fields = {"name": "", **getattr(error, "__dict__", {})}
            happened, now = chosen
            return _said(words, happened, fields), _said(words, now, fields)
    return None


def _chosen(kind: str, error: Any) -> Message | None:
    """The message for an error that is a `kind`."""
    choose: dict[str, Callable[[], Message]] = {
        "UnreadableDocument": lambda: UNREADABLE[str(error.reason)],
        "InvalidInput": lambda: INVALID.get(error.rule, _INVALID_ELSE),
        "NotFound": lambda: NOT_FOUND.get(error.kind, _NOT_FOUND_ELSE),
        "ArchiveRefused": lambda: REFUSED.get(error.rule, REFUSED["damaged"]),
        "SoundUnreadable": lambda: SOUND.get(error.reason, SOUND["damaged"]),
        "ModelMissing": lambda: MODEL.get(error.reason, MODEL["not_a_model"]),
        "StoreDamaged": lambda: DAMAGED.get(error.what, DAMAGED["row"]),
    }
    if kind in choose:
        return choose[kind]()
    if kind == "OSError" and error.errno in (errno.ENOSPC, errno.EDQUOT):
        return ERRORS["DiskFull"]
    return ERRORS.get(kind)


def notice(notice: "Notice", words: Saying) -> tuple[str, str]:
    """The two sentences for a notice."""
    kind = str(notice.kind)
    happened, now = UNREADABLE[notice.detail] if kind == "unreadable" else NOTICES[kind]
    fields = {"name": notice.name, "detail": _detail(kind, notice.detail, words)}
    return _said(words, happened, fields), _said(words, now, fields)


def _detail(kind: str, detail: str, words: Saying) -> str:
    """The detail of a notice in words: a kind of document, a language or a time, else as it is."""
    if kind in ("looks_like_another_kind", "nothing_found"):
        return words._(TERMS["DocumentKind"].get(detail, detail))
    if kind == "foreign_language":
        return words._(TERMS["Language"].get(detail, TERMS["Language"]["other"]))
    if kind in ("year_inferred", "in_the_past"):
        try:
            return words.when(dt.datetime.fromisoformat(detail), year=True)
        except ValueError:
            return detail
    return detail


def _said(words: Saying, msgid: str, fields: dict[str, Any]) -> str:
    return words._(msgid, **fields) if msgid else ""
