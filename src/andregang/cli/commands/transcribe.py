"""`andregang transcribe FILE|RECORDING`: speech as text, by a model that lies in a folder of the person's own."""

import json
import sys
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from andregang.bootstrap import OWNER, AppContext
from andregang.cli.exits import Exit
from andregang.domain.recording import Measures, Pace, pace_of
from andregang.domain.text import Language
from andregang.domain.writing import spoken
from andregang.i18n import Words

if TYPE_CHECKING:
    from andregang.speech import Transcript

_LANGUAGES = ("nb", "nn", "en")
_STEP = 10


def build(words: Words, context: AppContext) -> click.Command:
    """The command, its help in the person's language."""

    @click.command(
        "transcribe",
        help=words._(
            "Turn a recording into text: a sound file, or a recording by its id. The model lies in a folder of your "
            "own, such as NB-Whisper converted for faster-whisper. Nothing is ever fetched."
        ),
    )
    @click.argument("recording", metavar=words._("FILE or RECORDING"))
    @click.option(
        "--model", "folder", envvar="ANDREGANG_SPEECH_MODEL", default="", metavar=words._("FOLDER"),
        help=words._("The folder of the model. Without it, the one in ANDREGANG_SPEECH_MODEL."),
    )  # fmt: skip
    @click.option("--language", type=click.Choice(_LANGUAGES), help=words._("The language spoken, if it is known."))
    @click.option("--json", "as_json", is_flag=True, help=words._("Print JSON, with times and what was measured."))
    def transcribe(recording: str, folder: str, language: str | None, as_json: bool) -> int:
        from andregang.services.recording import measures_from
        from andregang.speech import check_model
        from andregang.speech import transcribe as turn_into_text

        if not folder:
            raise click.UsageError(
                words._(
                    "Say which model: --model FOLDER. It must be one on this machine, for example NB-Whisper "
                    "converted for faster-whisper. Without one you can type the answer, or only hear yourself."
                )
            )
        check_model(folder)
        sound = _sound(recording, context)
        progress = Progress(words)
        try:
            said = turn_into_text(sound, folder, Language(language) if language else None, progress.tell)
        finally:
            progress.end()
        measures = measures_from(sound)
        pace = pace_of(measures, spoken(said.text).words) if measures else None
        if as_json:
            click.echo(json.dumps(transcript_json(said, measures, pace), ensure_ascii=False, indent=1))
        else:
            click.echo(said.text or words._("Found no words in it."))
            if pace and pace.words_per_minute:
                click.echo(words._("{count} words a minute.", count=round(pace.words_per_minute)), err=True)
        return Exit.ALL_USED if said.text else Exit.NOTHING_DONE

    return transcribe


def transcript_json(said: "Transcript", measures: Measures | None, pace: Pace | None) -> dict[str, Any]:
    """The transcript with its times, in seconds, and what was measured in the sound."""
    return {
        "language": said.language,
        "duration": round(said.duration, 2),
        "text": said.text,
        "parts": [{"start": round(p.start, 2), "end": round(p.end, 2), "text": p.text} for p in said.parts],
        "words": spoken(said.text).words,
        "words_per_minute": round(pace.words_per_minute, 1) if pace and pace.words_per_minute else None,
        "measures": measures.values() if measures else None,
    }


def _sound(recording: str, context: AppContext) -> bytes:
    from andregang.services.recording import sound_called

    path = Path(recording)
    if path.is_file():
        return path.read_bytes()
    with context.store.unit_of_work(OWNER, read_only=True) as uow:
        return sound_called(uow, recording)


class Progress:
    """How far it has come, on stderr: a line that is written over on a terminal, else one for each ten per cent."""

    def __init__(self, words: Words) -> None:
        self._words, self._told = words, 0

    def tell(self, share: float) -> None:
        percent = int(share * 100) // _STEP * _STEP
        if percent <= self._told:
            return
        self._told = percent
        line = self._words._("{percent} % is written down", percent=percent)
        click.echo(f"\r{line}" if sys.stderr.isatty() else line, nl=not sys.stderr.isatty(), err=True)

    def end(self) -> None:
        if self._told and sys.stderr.isatty():
            click.echo("\r\x1b[K", nl=False, err=True)
