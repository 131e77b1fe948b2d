"""Values to files: the printed sheet, the phone sheet, calendar, cards, letters and JSON.

Nothing here decides anything; `domain.brief` chose what to show and `i18n` has the words. Every module is imported by
name where it is used: `pdf`, `phone`, `calendar`, `cards`, `letters`, `export_json`, `reading_json`.
"""
