"""Which msgid says which value on the sheets."""

from typing import Final

from andregang.domain.brief import Pack, Telling
from andregang.domain.job_ad import ItemKind
from andregang.domain.meeting import AssessmentTime, Gap, Side
from andregang.domain.readiness import Standing
from andregang.i18n.terms import N_

GAP_QUESTION: Final = {
    Gap.WHO: N_("Whom will I meet, and what are their roles?"),
    Gap.AGENDA: N_("What is the agenda for the meeting?"),
    Gap.DURATION: N_("How much time is set aside?"),
    Gap.PLACE: N_("Where do we meet, or do I get a link?"),
    Gap.PREPARATION: N_("Is there anything I should prepare, such as a case, a presentation, a test or documents?"),
    Gap.NEXT_STEPS: N_("What is the next step after the meeting, and when do you expect to decide?"),
}

PACK: Final = {
    Pack.SHEET: N_("This sheet, paper and a pen"),
    Pack.CERTIFICATES: N_("Diplomas and certificates"),
    Pack.CASE: N_("The case, also on paper"),
    Pack.TEST_RESULTS: N_("Test results, read through"),
    Pack.REFEREES: N_("Names and numbers of referees who know"),
    Pack.TERMS: N_("Notice period, start date and pay in your head"),
    Pack.ROUTE: N_("Travel time with a margin"),
    Pack.LINK: N_("Sound, picture and link tried"),
    Pack.SILENCE: N_("Phone on silent"),
}

TELLING: Final = {
    Telling.ANEW: N_("Two to three minutes, from the beginning: nobody in the room has heard it."),
    Telling.MIXED: N_("Two to three minutes, from the beginning. New to you: {people}."),
    Telling.BRIEFLY: N_("They have heard it: half a minute, and what is new since last time."),
    Telling.UNKNOWN: N_("Two to three minutes. Those who meet you for the first time need all of it."),
}

OPENERS: Final = (
    N_("I am … and have …"),
    N_("One time I …"),
    N_("It led to …"),
    N_("What I took with me is …"),
    N_("Now I want to … here, because …"),
)

STANDING_COUNT: Final = {
    Standing.WELL: N_("{count} well supported"),
    Standing.THIN: N_("{count} thinly supported"),
    Standing.NOT_FOUND: N_("{count} not found in the CV"),
    Standing.NOT_ASSESSED: N_("{count} not assessed"),
}

KIND: Final = {
    ItemKind.TASK: N_("Tasks (ad)"),
    ItemKind.MUST: N_("Must (ad)"),
    ItemKind.SHOULD: N_("Should (ad)"),
    ItemKind.QUALITY: N_("Personal qualities (ad)"),
}

SIDE: Final = {Side.EMPLOYER: N_("employer (side)"), Side.AGENCY: N_("agency (side)")}

ASSESSMENT: Final = {
    AssessmentTime.BEFORE: N_("Test, before the meeting"),
    AssessmentTime.READ_BACK: N_("Test, read back in the meeting"),
    AssessmentTime.IN_MEETING: N_("Test, in the meeting"),
}

ROLE: Final = {
    "ROLE_RK": N_("the recruiter"),
    "ROLE_LE": N_("the hiring manager"),
    "ROLE_HR": N_("HR"),
    "ROLE_KO": N_("a future colleague"),
    "ROLE_TL": N_("the top manager"),
    "ROLE_TV": N_("the union representative"),
}

ROUND: Final = {1: N_("First interview"), 2: N_("Second interview"), 3: N_("Third interview")}

ANYONE: Final = N_("those you meet")

LABELS: Final = {
    "people": N_("You meet"),
    "nobody": N_("Nobody is named yet."),
    "no_agenda": N_("No agenda is given."),
    "pack": N_("Bring"),
    "asked": N_("Asked for"),
    "unknown": N_("Not settled yet"),
    "tasks": N_("Case and tests"),
    "story": N_("The story about me"),
    "contribution": N_("My main contribution"),
    "contribution_hint": N_("One sentence for each: what is different after half a year because you came?"),
    "asking": N_("My questions"),
    "ad": N_("The ad says"),
    "standing": N_("Standing"),
    "cv": N_("Your CV says"),
    "questions": N_("Questions most worth preparing"),
    "measures": N_("What it measures"),
    "plan": N_("The plan"),
    "notes": N_("Notes"),
    "draft": N_("A message ready to send"),
    "open_draft": N_("Open in the mail program"),
    "contents": N_("On this page"),
}
