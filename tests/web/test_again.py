"""A page is shown again only while nothing was stored and the minute has not passed."""

import datetime as dt

from andregang.bootstrap import OWNER, AppContext

from .conftest import NOW, Site


def made(site: Site, monkeypatch) -> list[str]:
    """Notes each page that is really made."""
    seen: list[str] = []
    real = AppContext.preparation

    def note(self: AppContext, uow, kept):
        seen.append(kept.slug)
        return real(self, uow, kept)

    monkeypatch.setattr(AppContext, "preparation", note)
    return seen


def test_a_page_seen_twice_is_made_once_and_is_the_same(prepared, monkeypatch):
    seen = made(prepared, monkeypatch)
    first, second = (prepared.client.get(prepared.address("motet")) for _ in range(2))
    assert len(seen) == 1
    assert (first.text, first.headers) == (second.text, second.headers)


def test_what_another_window_or_command_stores_is_seen_at_once(prepared, open_site, tmp_path):
    other = open_site()
    before = prepared.client.get(prepared.address("motet")).text
    with other.context.store.unit_of_work(OWNER) as uow:
        uow.choices.choose("language", "en")
        uow.commit()
    after = prepared.client.get(prepared.address("motet")).text
    assert 'lang="nb"' in before
    assert 'lang="en"' in after


def test_what_a_form_stores_is_seen_at_once(prepared):
    assert 'aria-pressed="true"' not in prepared.client.get(prepared.address("")).text
    task = prepared.see("").css_first("input[name=task]").attributes["value"]
    prepared.client.post(prepared.address(""), data={"task": task, "done": "1"})
    assert 'aria-pressed="true"' in prepared.client.get(prepared.address("")).text


def test_when_the_minute_has_passed_the_page_is_made_anew(prepared, monkeypatch):
    seen = made(prepared, monkeypatch)
    prepared.client.get(prepared.address(""))
    monkeypatch.setattr(prepared.context, "clock", lambda: NOW + dt.timedelta(hours=1))
    later = prepared.client.get(prepared.address("")).text
    assert len(seen) == 2
    assert "Intervju" in later


def test_no_error_is_kept(prepared):
    with prepared.context.store.unit_of_work(OWNER) as uow:
        uow.commit()
    for _ in range(2):
        assert prepared.client.get(prepared.address("krav/finnes-ikke")).status_code == 404


def test_a_confirmed_line_is_not_matched_anew(prepared, monkeypatch):
    from dataclasses import replace

    from andregang import bootstrap
    from andregang.domain.preparation import assemble

    prepared.context.__dict__["knowledge"] = replace(prepared.context.knowledge, remember=bootstrap._Memory())
    times: list[int] = []
    real = assemble.match_evidence
    monkeypatch.setattr(assemble, "match_evidence", lambda *given: times.append(1) or real(*given))
    links = [a.attributes["href"] for a in prepared.see("krav").css("main a[href*='/krav/']")]
    link = next(one for one in links if prepared.see(one).css_first("form [name=evidence]"))
    before = prepared.see(link)
    data = {"evidence": before.css_first("[name=evidence]").attributes["value"], "action": "confirm"}
    assert prepared.client.post(link, data=data, follow_redirects=False).status_code == 303
    assert prepared.see(link).html != before.html
    assert len(times) == 1
