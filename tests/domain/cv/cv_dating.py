"""Dates of jobs in the ways people write them."""

MONTHS = {
    "nb": [
        "januar",
        "februar",
        "mars",
        "april",
        "mai",
        "juni",
        "juli",
        "august",
        "september",
        "oktober",
        "november",
        "desember",
    ],
    "nn": [
        "januar",
        "februar",
        "mars",
        "april",
        "mai",
        "juni",
        "juli",
        "august",
        "september",
        "oktober",
        "november",
        "desember",
    ],
    "en": [
        "January",
        "February",
        "March",
        "April",
        "May",
        "June",
        "July",
        "August",
        "September",
        "October",
        "November",
        "December",
    ],
}
NOW = {
    "nb": ("d.d.", "nå", "i dag", "nåværende"),
    "nn": ("d.d.", "no", "i dag", "noverande"),
    "en": ("Present", "now", "today", "Current"),
}


def point(date: str, lang: str, style: str) -> str:
    year, _, month = date.partition("-")
    if not month or style == "year":
        return year
    name = MONTHS[lang][int(month) - 1]
    short = name if len(name) <= 4 else name[:3] + ("" if lang == "en" else ".")
    return {
        "full": f"{name} {year}",
        "short": f"{short} {year}",
        "dotted": f"{month}.{year}",
        "slash": f"{month}/{year}",
        "iso": f"{year}-{month}",
        "day": f"01.{month}.{year}",
    }[style]


def period(start: str, end: str | None, lang: str, style: str = "short", dash: str = " – ", now: int = 0) -> str:
    """A period in one style; `now` −1 leaves an open end ('2018–'). Start and end in the same year of years are one."""
    first = point(start, lang, style)
    if end is None:
        return first + dash.rstrip() if now < 0 else first + dash + NOW[lang][now]
    last = point(end, lang, style)
    return first if first == last else first + dash + last


def expected(date: str | None, style: str) -> str | None:
    return date[:4] if date and style == "year" else date
