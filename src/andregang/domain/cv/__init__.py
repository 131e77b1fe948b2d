"""Reading a CV: roles with dates and bullets, education, languages, certificates and referees, quoted."""

from andregang.domain.cv.model import (
    Cv,
    CvLine,
    CvSection,
    Education,
    LanguageSkill,
    NamedReferee,
    Role,
    SkillGroup,
)
from andregang.domain.cv.reading import parse_cv

__all__ = ["Cv", "CvLine", "CvSection", "Education", "LanguageSkill", "NamedReferee", "Role", "SkillGroup", "parse_cv"]
