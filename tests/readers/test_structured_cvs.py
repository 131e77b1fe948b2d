"""CVs that come as data: JSON Resume, LinkedIn's export, Europass."""

import csv
import io
import json
import zipfile

import pytest

from andregang.domain.text import BlockKind
from andregang.readers.refusal import Reason, RefusedError
from readers.reading import field, in_order, read, words

RESUME = {
    "basics": {
        "name": "Jorunn Teig",
        "email": "jorunn.teig@postboks.example",
        "summary": "Ti år på lager.\nTrives med folk.",
    },
    "work": [
        {
            "name": "Havbris Kjølelager AS",
            "position": "Lagerleder",
            "startDate": "2019-03",
            "highlights": ["Leder fjorten medarbeidere", "Forhandler fraktavtaler"],
        }
    ],
    "education": [
        {"institution": "Høgskolen i Vestnes", "studyType": "Bachelor", "area": "Logistikk", "endDate": "2014"}
    ],
    "languages": [{"language": "Norsk", "fluency": "morsmål"}],
    "x_note": {"a": ["b"]},
}


def test_every_value_of_a_resume_has_its_path():
    document = read("cv.json", json.dumps(RESUME))
    assert document.format == "json"
    assert field(document, "basics.name") == "Jorunn Teig"
    assert field(document, "work[0].position") == "Lagerleder"
    assert field(document, "work[0].highlights[1]") == "Forhandler fraktavtaler"
    assert field(document, "education[0].area") == "Logistikk"
    assert field(document, "languages[0].fluency") == "morsmål"
    assert field(document, "x_note.a[0]") == "b"


def test_a_resume_reads_like_a_cv():
    document = read("cv.json", json.dumps(RESUME))
    assert in_order(
        document.text,
        ["Jorunn Teig", "Ti år på lager.", "Arbeidserfaring", "Lagerleder, Havbris", "2019-03 –", "Utdanning", "Språk"],
    )
    assert words(document, BlockKind.BULLET) == RESUME["work"][0]["highlights"]


def test_headings_are_in_the_language_of_the_cv():
    english = {"work": [{"position": "Manager", "summary": "In charge of the budget and the people of the office"}]}
    assert words(read("cv.json", json.dumps(english)), BlockKind.HEADING) == ["Work experience"]


def test_the_older_name_of_an_employer_is_understood():
    assert field(read("cv.json", json.dumps({"work": [{"company": "Havbris AS"}]})), "work[0].name") == "Havbris AS"


@pytest.mark.parametrize(
    "odd",
    [
        {"work": "nei"},
        {"work": [None, 7, "x"]},
        {"basics": {"name": ["a"]}, "work": {}},
        {"basics": {"location": "Ålesund"}},
    ],
)
def test_odd_resumes_are_read_as_far_as_they_go(odd):
    try:
        assert read("cv.json", json.dumps(odd)).text
    except RefusedError as refused:
        assert refused.reason in (Reason.EMPTY, Reason.UNKNOWN_FORMAT)


def linkedin(folder: str = "", notes: str = "", **tables: list[dict[str, str]]) -> bytes:
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w") as archive:
        for name, rows in tables.items():
            out = io.StringIO()
            writer = csv.DictWriter(out, list(rows[0]))
            writer.writeheader()
            writer.writerows(rows)
            archive.writestr(f"{folder}{name.replace('_', ' ')}.csv", notes + out.getvalue())
    return buffer.getvalue()


TABLES = {
    "Profile": [{"First Name": "Jorunn", "Last Name": "Teig", "Headline": "Lagerleder", "Summary": "Ti år på lager."}],
    "Positions": [
        {"Company Name": "Havbris AS", "Title": "Lagerleder", "Description": "• Leder fjorten\n• Forhandler frakt", "Location": "Ålesund", "Started On": "Mar 2019", "Finished On": ""}
    ],
    "Email_Addresses": [{"Email Address": "gammel@x.example", "Primary": "No"}, {"Email Address": "jorunn@x.example", "Primary": "Yes"}],
    "Languages": [{"Name": "Norsk", "Proficiency": "Native or bilingual proficiency"}],
}  # fmt: skip


@pytest.mark.parametrize("folder", ["", "Basic_LinkedInDataExport_01-01-2027/"])
@pytest.mark.parametrize("notes", ["", 'Notes:\n"This is a note, with a comma"\n\n'])
def test_a_linkedin_export_gives_json_resume_paths(folder, notes):
    document = read("export.zip", linkedin(folder, notes, **TABLES))
    assert document.format == "linkedin"
    assert field(document, "basics.name") == "Jorunn Teig"
    assert field(document, "basics.email") == "jorunn@x.example"
    assert field(document, "work[0].name") == "Havbris AS"
    assert field(document, "work[0].startDate") == "Mar 2019"
    assert field(document, "work[0].highlights[1]") == "Forhandler frakt"
    assert field(document, "languages[0].fluency") == "Native or bilingual proficiency"


EUROPASS = """<?xml version="1.0" encoding="UTF-8"?>
<SkillsPassport xmlns="http://europass.cedefop.europa.eu/Europass" locale="nb"><LearnerInfo><Identification>
<PersonName><FirstName>Jorunn</FirstName><Surname>Teig</Surname></PersonName><ContactInfo><Email><Contact>j@x.example</Contact></Email>
<TelephoneList><Telephone><Contact>400 12 345</Contact></Telephone></TelephoneList></ContactInfo></Identification>
<WorkExperienceList><WorkExperience><Period><From year="2019" month="--03"/><Current>true</Current></Period>
<Position><Label>Lagerleder</Label></Position><Activities>&lt;p&gt;Ansvar for laget.&lt;/p&gt;&lt;ul&gt;&lt;li&gt;Leder fjorten&lt;/li&gt;&lt;li&gt;Frakt&lt;/li&gt;&lt;/ul&gt;</Activities>
<Employer><Name>Havbris AS</Name></Employer></WorkExperience></WorkExperienceList>
<EducationList><Education><Period><To year="2014"/></Period><Title>Bachelor i logistikk</Title><Organisation><Name>Høgskolen</Name></Organisation></Education></EducationList>
<Skills><Linguistic><MotherTongueList><MotherTongue><Description><Label>norsk</Label></Description></MotherTongue></MotherTongueList></Linguistic></Skills>
</LearnerInfo></SkillsPassport>"""


def test_a_europass_gives_json_resume_paths():
    document = read("cv.xml", EUROPASS)
    assert document.format == "europass"
    assert field(document, "basics.name") == "Jorunn Teig"
    assert field(document, "basics.phone") == "400 12 345"
    assert field(document, "work[0].position") == "Lagerleder"
    assert field(document, "work[0].startDate") == "2019-03"
    assert field(document, "work[0].summary") == "Ansvar for laget."
    assert field(document, "work[0].highlights[0]") == "Leder fjorten"
    assert field(document, "education[0].studyType") == "Bachelor i logistikk"
    assert field(document, "languages[0].language") == "norsk"


def test_a_europass_with_entities_is_refused():
    bomb = EUROPASS.replace('encoding="UTF-8"?>', 'encoding="UTF-8"?><!DOCTYPE x [<!ENTITY a "aaaa">]>')
    with pytest.raises(RefusedError) as refused:
        read("cv.xml", bomb)
    assert refused.value.reason is Reason.BOMB
