"""The door to a model: what it says or one reason why not; and the file the key lies in."""

import gzip
import json
import logging
import stat

import pytest

from andregang.domain.second_reader import Chosen
from andregang.llm import ModelFailed, Obstacle, complete, forget_chosen, keep_chosen, kept_chosen

from . import servers
from .servers import said, serving

BODY = json.dumps({"messages": [{"content": json.dumps({"answer": "Jeg ringte alle kundene samme kveld."})}]})
SECRET = "sk-hemmelig-123"


def ask(reply: servers.Reply, **limits: float) -> tuple[str, servers.Served]:
    with serving(reply) as served:
        return complete(Chosen(served.address, "m", SECRET), BODY, **limits), served


def test_the_body_is_sent_to_the_letter_with_the_key_and_nothing_else():
    _, served = ask(servers.behaves)
    assert served.bodies == [BODY]
    assert served.headers[0]["path"] == "/v1/chat/completions"
    assert served.headers[0]["Authorization"] == f"Bearer {SECRET}"
    assert "Cookie" not in served.headers[0]


def test_without_a_key_none_is_sent():
    with serving(servers.behaves) as served:
        complete(Chosen(served.address, "m"), BODY)
    assert "Authorization" not in served.headers[0]


@pytest.mark.parametrize(
    ("reply", "reason"),
    [
        (servers.redirects, Obstacle.REDIRECTED),
        (servers.refuses(401), Obstacle.KEY_REFUSED),
        (servers.refuses(404), Obstacle.NOT_THERE),
        (servers.refuses(500), Obstacle.OUT_OF_ORDER),
        (servers.refuses(204), Obstacle.OUT_OF_ORDER),
        (servers.endless, Obstacle.TOO_LARGE),
        (servers.breaks, Obstacle.UNREACHABLE),
        (servers.replies(b"<html>Velkommen</html>"), Obstacle.NOT_UNDERSTOOD),
        (servers.replies(b"\xff\xfe\x00"), Obstacle.NOT_UNDERSTOOD),
        (servers.replies(b"[" * 300_000), Obstacle.NOT_UNDERSTOOD),
        (servers.replies(b'{"choices": []}'), Obstacle.NOT_UNDERSTOOD),
        (servers.replies(b'{"choices": [{"message": {"content": 7}}]}'), Obstacle.NOT_UNDERSTOOD),
        (servers.replies(said(None)), Obstacle.NOT_UNDERSTOOD),
        (servers.replies(b"1" * 6000), Obstacle.NOT_UNDERSTOOD),
        (servers.replies(said("x" * 500_000)), Obstacle.TOO_LARGE),
        (servers.replies(gzip.compress(b" " * 10_000_000), Content_Encoding="gzip"), Obstacle.NOT_UNDERSTOOD),
    ],
)
def test_what_cannot_be_used_has_one_reason(reply: servers.Reply, reason: Obstacle):
    with pytest.raises(ModelFailed) as failed:
        ask(reply)
    assert failed.value.reason is reason
    assert SECRET not in repr(failed.value)


@pytest.mark.parametrize("reply", [servers.slow, servers.drips], ids=["silent", "a letter at a time"])
def test_a_slow_one_is_given_up(reply: servers.Reply):
    with pytest.raises(ModelFailed) as failed:
        ask(reply, seconds=0.3)
    assert failed.value.reason is Obstacle.TOO_SLOW


def test_nobody_there():
    with pytest.raises(ModelFailed) as failed:
        complete(Chosen("http://127.0.0.1:1/v1", "m", SECRET), BODY)
    assert failed.value.reason is Obstacle.UNREACHABLE


def test_surroundings_do_not_send_it_elsewhere(monkeypatch):
    monkeypatch.setenv("HTTP_PROXY", "http://127.0.0.1:1")
    monkeypatch.setenv("ALL_PROXY", "http://127.0.0.1:1")
    assert "pointed" in ask(servers.behaves)[0]


def test_the_key_is_in_no_log(caplog):
    caplog.set_level(logging.DEBUG)
    ask(servers.behaves)
    assert SECRET not in caplog.text


def test_the_file_is_for_its_owner_alone_and_comes_back_as_it_was(tmp_path):
    chosen = Chosen("http://localhost:11434/v1", "m", SECRET, on=True)
    keep_chosen(tmp_path / "ny", chosen)
    keep_chosen(tmp_path / "ny", chosen)
    (file,) = (tmp_path / "ny").iterdir()
    assert stat.S_IMODE(file.stat().st_mode) == 0o600
    assert kept_chosen(tmp_path / "ny") == chosen
    assert SECRET not in repr(chosen)
    forget_chosen(tmp_path / "ny")
    assert kept_chosen(tmp_path / "ny") is None


@pytest.mark.parametrize("raw", [b"", b"{", b"[]", b'{"address": 1}', b"\xff", b"[" * 20_000])
def test_a_damaged_file_is_no_model(tmp_path, raw: bytes):
    (tmp_path / "model.json").write_bytes(raw)
    assert kept_chosen(tmp_path) is None
