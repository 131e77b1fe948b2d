"""A preparation: documents recognised, read and held together.

`assemble` is imported by name, since it brings every reading with it.
"""

from andregang.domain.preparation.model import Knowledge, Notice, NoticeKind, Preparation, Record
from andregang.domain.preparation.recognise import Recognition, recognise

__all__ = ["Knowledge", "Notice", "NoticeKind", "Preparation", "Recognition", "Record", "recognise"]
