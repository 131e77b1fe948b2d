"""Notices on stderr: one sentence each, with what to do now."""

from collections.abc import Iterable

import click

from andregang.domain.preparation import Notice
from andregang.i18n import Words


def say_notices(notices: Iterable[Notice], words: Words) -> None:
    """Print each notice once, in the order given."""
    for notice in dict.fromkeys(notices):
        what, now = words.notice(notice)
        click.echo(f"• {what} {now}".rstrip(), err=True)
