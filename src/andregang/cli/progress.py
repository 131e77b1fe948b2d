"""A line on stderr when something takes over a second."""

import sys
import threading
from collections.abc import Iterator
from contextlib import contextmanager

_PATIENCE = 1.0


@contextmanager
def progress(saying: str) -> Iterator[None]:
    """Print `saying` on stderr if the work inside is not done within a second; wipe it on a terminal afterwards."""
    said = threading.Event()

    def say() -> None:
        said.set()
        print(saying, end="" if sys.stderr.isatty() else "\n", file=sys.stderr, flush=True)  # noqa: T201

    timer = threading.Timer(_PATIENCE, say)
    timer.daemon = True
    timer.start()
    try:
        yield
    finally:
        timer.cancel()
        if said.is_set() and sys.stderr.isatty():
            print("\r\x1b[K", end="", file=sys.stderr, flush=True)  # noqa: T201
