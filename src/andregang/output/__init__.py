"""Values to files: the printed sheet, the phone sheet, calendar, cards, letters and JSON.

Nothing here decides anything; `domain.brief` chose what to show and `i18n` has the words.
"""
