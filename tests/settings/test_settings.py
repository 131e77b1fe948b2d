"""Where the data lies and which language is spoken, from the environment alone."""

from pathlib import Path

import pytest

from andregang.settings import Settings


def test_the_data_lies_where_the_environment_says(tmp_path: Path):
    settings = Settings.from_environment({"ANDREGANG_HOME": str(tmp_path / "her")})
    assert settings.data_folder == tmp_path / "her"
    assert settings.database == f"sqlite:///{tmp_path / 'her' / 'andregang.db'}"
    assert not settings.data_folder.exists()


def test_the_data_lies_in_the_users_own_folder_otherwise():
    assert Settings.from_environment({}).data_folder.name == "andregang"
    assert Settings.from_environment({"ANDREGANG_HOME": "~/her"}).data_folder == Path.home() / "her"


def test_another_database_can_be_named():
    asked = {"ANDREGANG_DATABASE": "postgresql+psycopg://localhost/andregang"}
    assert Settings.from_environment(asked).database == asked["ANDREGANG_DATABASE"]


@pytest.mark.parametrize(
    ("environment", "language"),
    [
        ({}, "nb"),
        ({"LANG": "nb_NO.UTF-8"}, "nb"),
        ({"LANG": "nn_NO.UTF-8"}, "nn"),
        ({"LC_ALL": "nn_NO", "LANG": "nb_NO"}, "nn"),
        ({"LANG": "en_US.UTF-8"}, "nb"),
        ({"LANG": "de_DE.UTF-8"}, "nb"),
        ({"LANG": "C"}, "nb"),
        ({"ANDREGANG_LANG": "en", "LANG": "nb_NO.UTF-8"}, "en"),
        ({"ANDREGANG_LANG": "NN"}, "nn"),
        ({"ANDREGANG_LANG": "tlh", "LANG": "nn_NO.UTF-8"}, "nn"),
    ],
)
def test_the_language_is_bokmaal_unless_another_of_ours_is_asked_for(environment: dict[str, str], language: str):
    assert Settings.from_environment(environment).language == language


def test_the_clock_is_oslos():
    assert Settings.from_environment({}).zone.key == "Europe/Oslo"


@pytest.mark.parametrize(("said", "meanings"), [("", True), ("on", True), ("off", False), ("OFF", False), ("0", False)])
def test_the_model_of_meanings_can_be_left_out(said: str, meanings: bool):
    assert Settings.from_environment({"ANDREGANG_MEANINGS": said}).meanings is meanings
