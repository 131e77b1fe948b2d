"""Which msgid says which value on the sheets."""

from typing import Final

from andregang.domain.brief import Pack, Telling
from andregang.domain.job_ad import ItemKind
from andregang.domain.meeting import AssessmentTime, Gap, Side
from andregang.domain.readiness import Standing

GAP_QUESTION: Final = {
    Gap.WHO: "Whom will I meet, and what are their roles?",
    Gap.AGENDA: "What is the agenda for the meeting?",
    Gap.DURATION: "How much time is set aside?",
    Gap.PLACE: "Where do we meet, or do I get a link?",
    Gap.PREPARATION: "Is there anything I should prepare, such as a case, a presentation, a test or documents?",
    Gap.NEXT_STEPS: "What is the next step after the meeting, and when do you expect to decide?",
}

PACK: Final = {
    Pack.SHEET: "This sheet, paper and a pen",
    Pack.CERTIFICATES: "Diplomas and certificates",
    Pack.CASE: "The case, also on paper",
    Pack.TEST_RESULTS: "Test results, read through",
    Pack.REFEREES: "Names and numbers of referees who know",
    Pack.TERMS: "Notice period, start date and pay in your head",
    Pack.ROUTE: "Travel time with a margin",
    Pack.LINK: "Sound, picture and link tried",
    Pack.SILENCE: "Phone on silent",
}

TELLING: Final = {
    Telling.ANEW: "Two to three minutes, from the beginning: nobody in the room has heard it.",
    Telling.MIXED: "Two to three minutes, from the beginning. New to you: {people}.",
    Telling.BRIEFLY: "They have heard it: half a minute, and what is new since last time.",
    Telling.UNKNOWN: "Two to three minutes. Those who meet you for the first time need all of it.",
}

OPENERS: Final = (
    "I am … and have …",
    "One time I …",
    "It led to …",
    "What I took with me is …",
    "Now I want to … here, because …",
)

STANDING_COUNT: Final = {
    Standing.WELL: "{count} well supported",
    Standing.THIN: "{count} thinly supported",
    Standing.NOT_FOUND: "{count} not found in the CV",
    Standing.NOT_ASSESSED: "{count} not assessed",
}

KIND: Final = {
    ItemKind.TASK: "Tasks (ad)",
    ItemKind.MUST: "Must (ad)",
    ItemKind.SHOULD: "Should (ad)",
    ItemKind.QUALITY: "Personal qualities (ad)",
}

SIDE: Final = {Side.EMPLOYER: "employer (side)", Side.AGENCY: "agency (side)"}

ASSESSMENT: Final = {
    AssessmentTime.BEFORE: "Test, before the meeting",
    AssessmentTime.READ_BACK: "Test, read back in the meeting",
    AssessmentTime.IN_MEETING: "Test, in the meeting",
}

ROLE: Final = {
    "ROLE_RK": "the recruiter",
    "ROLE_LE": "the hiring manager",
    "ROLE_HR": "HR",
    "ROLE_KO": "a future colleague",
    "ROLE_TL": "the top manager",
    "ROLE_TV": "the union representative",
}

ROUND: Final = {1: "First interview", 2: "Second interview", 3: "Third interview"}
