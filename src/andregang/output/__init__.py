"""Values to files: the printed sheet, the phone sheet, calendar, cards, letters and JSON.

Nothing here decides anything; `domain.brief` chose what to show and `i18n` has the words. Modules that load a library
are imported where they are used: `pdf`, `html`, `calendar`.
"""

from andregang.output.export_json import preparation_json

__all__ = ["preparation_json"]
