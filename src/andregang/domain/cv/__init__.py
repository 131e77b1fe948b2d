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

__all__ = ["Cv", "CvLine", "CvSection", "Education", "LanguageSkill", "NamedReferee", "Role", "SkillGroup"]
