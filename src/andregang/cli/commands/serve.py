"""`andregang serve`: the pages, on this machine alone."""

from contextlib import suppress
from typing import TYPE_CHECKING

import click

from andregang.bootstrap import OWNER, AppContext
from andregang.cli.exits import Exit
from andregang.i18n import Words

if TYPE_CHECKING:
    from andregang.web.server import Server

_PORT = "port"


def build(words: Words, context: AppContext) -> click.Command:
    """The command, its help in the person's language."""

    @click.command("serve", help=words._("Open Andregang in the browser. Only this machine can reach it."))
    @click.option(
        "--port", type=click.IntRange(0, 65535), default=0, help=words._("Port. Without it a free one is used.")
    )
    @click.option("--no-browser", is_flag=True, help=words._("Print the address and open nothing."))
    def serve(port: int, no_browser: bool) -> int:
        import threading

        from andregang.services.recording import erase_expired
        from andregang.store import StoreError

        try:
            server = _server(context, port)
        except OSError:
            raise click.BadParameter(
                words._("Port {port} is taken. Choose another, or leave it out.", port=port), param_hint="--port"
            ) from None
        click.echo(words._("Andregang is open at {address}", address=server.address))
        click.echo(words._("Stop with Ctrl+C."), err=True)
        if not no_browser:
            server.open_browser()
        # The store is opened here, before several threads ask for it; the rest is loaded while the browser opens.
        _ = context.store
        threading.Thread(target=context.warm_up, daemon=True).start()
        with suppress(StoreError):
            # A store that cannot be opened is explained on the page.
            erase_expired(context.store, OWNER, context.now().date())
        server.run()
        return Exit.ALL_USED

    return serve


def _server(context: AppContext, port: int) -> "Server":
    """A server on the port given; else on the one used last, so that a page left open finds it again, or a free one.

    Raises OSError when the port given is taken.
    """
    from andregang.store import StoreError
    from andregang.web.server import Server

    last = ""
    with suppress(StoreError), context.store.unit_of_work(OWNER, read_only=True) as uow:
        last = uow.choices.read(_PORT)
    server = None
    if not port and last.isascii() and last.isdigit():
        with suppress(OSError, OverflowError):
            server = Server(context, int(last))
    server = server or Server(context, port)
    if str(server.port) != last:
        with suppress(StoreError), context.store.unit_of_work(OWNER) as uow:
            uow.choices.choose(_PORT, str(server.port))
            uow.commit()
    return server
