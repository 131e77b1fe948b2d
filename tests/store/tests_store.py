"""The time all tests of the store live at."""

import datetime as dt
from zoneinfo import ZoneInfo

NOW = dt.datetime(2026, 11, 24, 9, 30, tzinfo=ZoneInfo("Europe/Oslo"))
