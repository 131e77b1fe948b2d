"""What is installed beside us at run time may be passed on with us: every licence is known, and none is GPL or AGPL."""

import re
from importlib.metadata import Distribution, PackageNotFoundError, distribution

import pytest

_NAME = re.compile(r"[A-Za-z0-9][A-Za-z0-9._-]*")
_COPYLEFT = re.compile(r"(?<![A-Za-z])A?GPL|(?:GNU )(?:Affero )?General Public", re.IGNORECASE)


def _runtime(root: str) -> dict[str, Distribution]:
    """Everything that comes along with a plain installation; what is for other machines is not there and left out."""
    found: dict[str, Distribution] = {}
    waiting = [root]
    while waiting:
        name = waiting.pop().lower().replace("_", "-")
        if name in found:
            continue
        try:
            found[name] = distribution(name)
        except PackageNotFoundError:
            continue
        for need in found[name].requires or ():
            if "extra ==" not in need:
                waiting.append(_NAME.match(need).group())
    return found


def _licence(installed: Distribution) -> str:
    """The licence as the package states it: the expression, the trove names, or the first line of the old free text."""
    said = installed.metadata
    names = [name.rsplit(" :: ", 1)[-1] for name in said.get_all("Classifier") or () if name.startswith("License ::")]
    text = (said.get("License") or "").strip().splitlines()
    return said.get("License-Expression") or ", ".join(names) or (text[0] if text else "")


RUNTIME = _runtime("andregang")


def test_the_whole_of_a_plain_installation_is_looked_at():
    assert {"andregang", "click", "sqlalchemy", "starlette", "typst", "numpy", "pypdfium2"} <= set(RUNTIME)
    assert "pytest" not in RUNTIME


@pytest.mark.parametrize("name", sorted(RUNTIME))
def test_a_licence_is_stated_and_lets_us_pass_it_on(name: str):
    licence = _licence(RUNTIME[name])
    assert licence, f"{name} states no licence"
    assert not _COPYLEFT.search(licence), f"{name}: {licence}"


@pytest.mark.parametrize("licence", ["GPL-3.0-or-later", "AGPL-3.0", "GNU General Public License v3 (GPLv3)"])
def test_copyleft_that_binds_the_whole_is_recognised(licence: str):
    assert _COPYLEFT.search(licence)


@pytest.mark.parametrize("licence", ["LGPL-3.0", "MPL-2.0", "MIT", "GNU Lesser General Public License v3 (LGPLv3)"])
def test_other_licences_are_not_taken_for_it(licence: str):
    assert not _COPYLEFT.search(licence)
