"""Serving on this machine alone."""

import os
import socket
import threading
import webbrowser

import uvicorn

from andregang.bootstrap import AppContext
from andregang.web.app import create_app
from andregang.web.security import ENTRANCE, new_token

_PATIENCE = 0.3


class Server:
    """A server bound to a loopback port; `address` is the entrance with its launch token."""

    def __init__(self, context: AppContext, port: int = 0) -> None:
        """Take a free port, or the one given. Raises OSError when it is taken."""
        # asyncio turns off Nagle's delay (40 ms an answer) only on sockets that say they are TCP.
        self._socket = socket.socket(socket.AF_INET, socket.SOCK_STREAM, socket.IPPROTO_TCP)
        if os.name == "posix":
            # Elsewhere this option would let another program listen on the same port.
            self._socket.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        self._socket.bind(("127.0.0.1", port))
        # From now on a browser that comes early waits instead of being refused.
        self._socket.listen(128)
        self.port: int = self._socket.getsockname()[1]
        token = new_token()
        self.address = f"http://127.0.0.1:{self.port}{ENTRANCE}?t={token}"
        self._app = create_app(context, token=token, port=self.port)

    def open_browser(self) -> None:
        """Open the address shortly after serving has begun."""
        timer = threading.Timer(_PATIENCE, webbrowser.open, [self.address])
        timer.daemon = True
        timer.start()

    def run(self) -> None:
        """Serve until interrupted."""
        config = uvicorn.Config(
            self._app,
            log_level="warning",
            access_log=False,
            server_header=False,
            date_header=False,
            lifespan="off",
            timeout_graceful_shutdown=2,
        )
        uvicorn.Server(config).run(sockets=[self._socket])
