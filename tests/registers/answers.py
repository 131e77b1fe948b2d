"""Answers as the registers shape them, about firms we invented."""

import json
from typing import Any

NUMBER = "914778271"
OTHER = "937884117"


def unit(**changed: Any) -> dict[str, Any]:
    """One unit of Enhetsregisteret."""
    return {
        "organisasjonsnummer": NUMBER,
        "navn": "FJORDLYS VERFT AS",
        "organisasjonsform": {"kode": "AS", "beskrivelse": "Aksjeselskap", "_links": {"self": {"href": "http://x"}}},
        "registreringsdatoEnhetsregisteret": "1998-03-02",
        "naeringskode1": {"kode": "30.113", "beskrivelse": "Bygging av skip og skrog over 100 br.tonn"},
        "antallAnsatte": 84,
        "harRegistrertAntallAnsatte": True,
        "forretningsadresse": {"poststed": "ULVSUND", "adresse": ["Kaiveien 2", None, ""], "kommune": "ULVSUND"},
        "stiftelsesdato": "1997-11-20",
        "hjemmeside": "www.fjordlys.example",
        "konkurs": False,
        "underAvvikling": False,
        "underTvangsavviklingEllerTvangsopplosning": False,
        "vedtektsfestetFormaal": ["Bygging og reparasjon av fartøyer,", "og det som hører til."],
        "_links": {"self": {"href": "http://x"}},
        **changed,
    }


def page(*units: dict[str, Any], total: int | None = None, name: str = "enheter") -> dict[str, Any]:
    """A page of a search."""
    found: dict[str, Any] = {
        "_links": {},
        "page": {"size": 20, "totalElements": len(units) if total is None else total},
    }
    return {**found, "_embedded": {name: list(units)}} if units else found


def role(code: str, words: str, *names: str, **changed: Any) -> dict[str, Any]:
    """Somebody with a role."""
    first, *middle, last = names
    name = {"fornavn": first, "etternavn": last, **({"mellomnavn": " ".join(middle)} if middle else {})}
    person = {"fodselsdato": "1970-01-01", "navn": name, "erDoed": False}
    return {"type": {"kode": code, "beskrivelse": words}, "person": person, "fratraadt": False, **changed}


ROLES = {
    "rollegrupper": [
        {
            "type": {"kode": "DAGL", "beskrivelse": "Daglig leder"},
            "sistEndret": "2021-05-04",
            "roller": [role("DAGL", "Daglig leder", "Signe", "Hauge")],
        },
        {
            "type": {"kode": "STYR", "beskrivelse": "Styre"},
            "sistEndret": "2024-06-11",
            "roller": [
                role("LEDE", "Styrets leder", "Arve", "Mikal", "Tangen"),
                role("MEDL", "Styremedlem", "Oda", "Vik", fratraadt=True),
                role("MEDL", "Styremedlem", "Per", "Moe"),
            ],
        },
        {
            "type": {"kode": "REVI", "beskrivelse": "Revisor"},
            "roller": [{"type": {"kode": "REVI", "beskrivelse": "Revisor"}, "enhet": {"navn": ["TALL OG ORD AS"]}}],
        },
    ]
}


def year(year: int = 2025, **changed: Any) -> dict[str, Any]:
    """One year of Regnskapsregisteret."""
    return {
        "id": 7,
        "regnskapstype": "SELSKAP",
        "virksomhet": {"organisasjonsnummer": NUMBER},
        "regnskapsperiode": {"fraDato": f"{year}-01-01", "tilDato": f"{year}-12-31"},
        "valuta": "NOK",
        "avviklingsregnskap": False,
        "revisjon": {"ikkeRevidertAarsregnskap": False},
        "egenkapitalGjeld": {
            "sumEgenkapitalGjeld": 120_000_000,
            "egenkapital": {"sumEgenkapital": 18_000_000},
            "gjeldOversikt": {"sumGjeld": 102_000_000},
        },
        "eiendeler": {"sumEiendeler": 120_000_000},
        "resultatregnskapResultat": {
            "aarsresultat": 4_100_000,
            "driftsresultat": {"driftsresultat": 6_300_000, "driftsinntekter": {"sumDriftsinntekter": 210_000_000}},
        },
        **changed,
    }


def sent(value: object) -> bytes:
    """A value as it goes over the wire."""
    return json.dumps(value, ensure_ascii=False).encode()
