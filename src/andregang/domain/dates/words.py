"""The closed classes of date words in bokmål, nynorsk and English."""


def _numbered(first: int, *rows: str) -> dict[str, int]:
    return {word: first + number for number, row in enumerate(rows) for word in row.split()}


MONTHS = _numbered(
    1,
    "januar january jan",
    "februar february feb",
    "mars march mar",
    "april apr",
    "mai may",
    "juni june jun",
    "juli july jul",
    "august aug",
    "september sept sep",
    "oktober october okt oct",
    "november nov",
    "desember december des dec",
)
WEEKDAYS = _numbered(
    0,
    "mandag måndag monday",
    "tirsdag tysdag tuesday",
    "onsdag wednesday",
    "torsdag thursday",
    "fredag friday",
    "lørdag laurdag saturday",
    "søndag sundag sunday",
)
# Short weekdays are words of their own ("man", "fri", "sun"): they count only right before a date.
SHORT_WEEKDAYS = _numbered(
    0, "man mån mon", "tir tirs tys tue tues", "ons wed", "tor tors thu thur thurs", "fre fri", "lør lau sat", "søn sun"
)
NUMBERS = {
    **_numbered(
        1,
        "en ett ein eitt én éin éi ei et one",
        "to two",
        "tre three",
        "fire four",
        "fem five",
        "seks six",
        "sju syv seven",
        "åtte eight",
        "ni nine",
        "ti ten",
        "elleve eleven",
        "tolv twelve",
    ),
    "a": 1,
    "an": 1,
    "femten": 15,
    "fifteen": 15,
    "tjue": 20,
    "twenty": 20,
    "tjuefem": 25,
    "tretti": 30,
    "thirty": 30,
    "førti": 40,
    "forty": 40,
    "førtifem": 45,
    "forty-five": 45,
    "femti": 50,
    "fifty": 50,
    "seksti": 60,
    "sixty": 60,
    "sytti": 70,
    "søtti": 70,
    "sytti-fem": 75,
    "syttifem": 75,
    "nitti": 90,
    "ninety": 90,
}


def alternatives(*tables: dict[str, int]) -> str:
    """The words of the tables as one regular expression, the longest first."""
    return "|".join(sorted({word for table in tables for word in table}, key=len, reverse=True))
