"""The door is heavy: it is loaded when the first thing is fetched, and not before."""

import subprocess
import sys


def test_nothing_of_the_network_is_loaded_before_something_is_fetched():
    said = subprocess.run(
        [
            sys.executable,
            "-c",
            "import sys, andregang.registers, andregang.web.pages.company; from andregang.registers import Registers;"
            "Registers().search_address('x');"
            "print(sorted({'httpcore', 'httpx', 'h11'} & set(sys.modules)))",
        ],
        capture_output=True,
        text=True,
        check=True,
    )
    assert "httpcore" not in said.stdout
    assert "httpx" not in said.stdout
