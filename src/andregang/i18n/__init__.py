"""Everything that is said to a person: sentences in bokmål, nynorsk and English, dates, and the words for each value.

Reading this package costs little: the catalogue is opened by `use`, and the calendar's names when a date is said.
"""

from andregang.i18n.words import CATALOGUES, Words, use

__all__ = ["CATALOGUES", "Words", "use"]
