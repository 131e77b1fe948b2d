"""Which msgid says which value of the domain. Found by the name of the kind, so that no column need be imported."""

from enum import Enum
from typing import Final


def N_(msgid: str) -> str:  # noqa: N802 - the name the extractor knows
    """Marks a msgid that is looked up elsewhere."""
    return msgid


TERMS: Final[dict[str, dict[str, str]]] = {
    "Cause": {
        "nothing_found": N_("The ad asks for it, and nothing was found in the CV."),
        "thinly_covered": N_("The CV covers it only in part."),
        "first_in_ad": N_("It stands early in the ad."),
        "still_unknown": N_("Something about the meeting is still unknown."),
        "they_have_not_heard": N_("Someone you meet has not heard it."),
        "case_announced": N_("A case is announced, and the time is given."),
        "test_read_back": N_("A test is read back in the meeting."),
        "forgetting": N_("What is said aloud again is remembered."),
        "both_decide": N_("You decide too, and need to know enough."),
        "soon": N_("The interview is soon."),
    },
    "DocumentKind": {
        "ad": N_("job ad"),
        "cv": N_("CV"),
        "invitation": N_("invitation"),
        "case": N_("case assignment"),
        "deck": N_("presentation"),
        "contract": N_("employment contract"),
        "assessment": N_("test report"),
        "company": N_("about the company"),
    },
    "SlideRole": {
        "title": N_("Title page"),
        "agenda": N_("Overview of the talk"),
        "summary": N_("The answer in short"),
        "content": N_("Answers something"),
        "assumptions": N_("Assumptions"),
        "background": N_("Background"),
        "plan": N_("Time plan"),
        "risk": N_("Risk"),
        "self": N_("About yourself"),
        "praise": N_("About how good they are"),
        "other_topic": N_("Another topic than the one given"),
        "closing": N_("Closing"),
    },
    "CutReason": {
        "off_task": N_("not part of the task"),
        "not_asked": N_("nobody asked for it"),
        "covered_twice": N_("answered on another slide too"),
        "long": N_("can be shorter"),
    },
    "Pressure": {
        "short": N_("The rest is what you say beside it, so try it aloud."),
        "fits": N_("It fits, with room for an interruption."),
        "tight": N_("It just fits. One interruption, and you are over."),
        "over": N_("It is too long."),
        "unknown": N_("The assignment does not say how long."),
    },
    "CaseStep": {
        "question": N_("Read the assignment twice and turn it into one question"),
        "outside": N_("Decide what lies outside"),
        "known": N_("Part what you know from what you assume"),
        "ways": N_("Two or three ways; choose one and say why"),
        "figures": N_("The figures: a rough sum, and what if one is wrong"),
        "who": N_("Who does what the first fortnight"),
        "risk": N_("What can go wrong, and what you would look for"),
        "answer": N_("The answer in one sentence"),
        "aloud": N_("Give the talk aloud, on time"),
        "feared": N_("The three questions you fear, with answers"),
    },
    "Recognised": {
        "yes": N_("I recognise it"),
        "partly": N_("I recognise it in part"),
        "no": N_("I do not recognise it"),
    },
    "DissentStep": {
        "receive": N_("Receive"),
        "limit": N_("Narrow it down"),
        "prove": N_("Show it"),
        "open": N_("Open up"),
    },
    "Known": {
        "well": N_("know"),
        "partly": N_("know a little"),
        "unknown": N_("do not know"),
    },
    "Answer": {
        "yes": N_("Yes"),
        "partly": N_("In part"),
        "no": N_("No"),
        "": N_("Not said"),
    },
    "Relation": {
        "led_me": N_("Has led me"),
        "beside": N_("Worked beside me"),
        "under_me": N_("Worked under me"),
        "customer": N_("Customer or partner"),
        "": N_("Not said"),
    },
    "Grade": {
        "again": N_("Again"),
        "good": N_("Good enough"),
        "sure": N_("It sits"),
    },
    "Settled": {
        "new": N_("Not practised"),
        "again": N_("Once more"),
        "good": N_("Went well"),
        "sits": N_("Sits"),
    },
    "Language": {
        "nb": N_("bokmål"),
        "nn": N_("nynorsk"),
        "en": N_("English"),
        "da": N_("Danish"),
        "sv": N_("Swedish"),
        "other": N_("another language"),
    },
    "ItemKind": {
        "task": N_("Task"),
        "must": N_("Required"),
        "should": N_("Wished for"),
        "quality": N_("Personal quality"),
        "offer": N_("They offer"),
    },
    "CvSection": {
        "profile": N_("Profile"),
        "work": N_("Work experience"),
        "volunteer": N_("Volunteer work"),
        "education": N_("Education"),
        "languages": N_("Languages"),
        "certificates": N_("Courses and certificates"),
        "skills": N_("Skills"),
        "references": N_("References"),
        "other": N_("Other"),
    },
    "MessageKind": {
        "invitation": N_("Invitation"),
        "reschedule": N_("New time"),
        "cancellation": N_("Cancelled"),
        "offer": N_("Job offer"),
        "rejection": N_("Rejection"),
        "other": N_("Message"),
    },
    "Side": {
        "agency": N_("recruitment agency"),
        "employer": N_("employer"),
        "unknown": N_("not stated"),
    },
    "Gap": {
        "who": N_("who you meet, and their roles"),
        "agenda": N_("the agenda"),
        "duration": N_("how long it takes"),
        "place": N_("where it is"),
        "preparation": N_("what to prepare"),
        "next_steps": N_("what happens afterwards, and when they decide"),
    },
    "Fact": {
        "kind": N_("what the message is about"),
        "time": N_("the time"),
        "end": N_("the end"),
        "place": N_("the place"),
        "link": N_("the link"),
        "people": N_("the people"),
        "agenda": N_("the agenda"),
        "case": N_("the case"),
    },
    "AssessmentTime": {
        "before": N_("before the meeting"),
        "read_back": N_("read back in the meeting"),
        "in_meeting": N_("in the meeting"),
    },
    "Doubt": {
        "year_inferred": N_("The year is not stated. Check it."),
        "weekday_differs": N_("The weekday and the date do not agree. Ask which applies."),
        "calendar_differs": N_("The message and its calendar part give different times. Ask which applies."),
        "in_the_past": N_("The time has passed."),
        "several_times": N_("Several times are mentioned. Ask which applies."),
    },
    "Strength": {
        "direct": N_("shown directly"),
        "transferable": N_("can be carried over"),
        "none": N_("not found in the CV"),
    },
    "Basis": {
        "rule": N_("by a rule"),
        "meaning": N_("alike in meaning"),
        "words": N_("the same words"),
        "person": N_("you said so"),
    },
    "Standing": {
        "well": N_("Well supported"),
        "thin": N_("Thinly supported"),
        "not_found": N_("Not found in the CV"),
        "not_assessed": N_("Not assessed"),
    },
    "PlanAction": {
        "ask_unknown": N_("Ask about what is not settled"),
        "story": N_("Say the story about me aloud"),
        "example": N_("Build an example"),
        "contribution": N_("Phrase your main contribution"),
        "recall": N_("Answer aloud, without notes"),
        "read_back": N_("Read the test results"),
        "case_work": N_("Work on the case"),
        "case_run": N_("Run the case on time"),
        "company": N_("Read about the company"),
        "own_questions": N_("Choose your own questions"),
        "referees": N_("Tell the referees"),
        "terms": N_("Decide on pay, notice and start"),
        "full_run": N_("Run the whole interview once"),
        "light_review": N_("Light review"),
        "pack": N_("Pack"),
    },
    "DayKind": {
        "work": N_("A day to prepare"),
        "before": N_("The day before"),
        "interview": N_("The day of the interview"),
    },
    "Reason": {
        "encrypted": N_("protected with a password"),
        "scanned": N_("a picture without text"),
        "too_large": N_("too large"),
        "unknown_format": N_("unknown format"),
        "damaged": N_("damaged"),
        "bomb": N_("unpacks to far more than a document"),
        "empty": N_("empty"),
        "too_slow": N_("took too long to read"),
    },
}

RULES: Final[dict[str, str]] = {
    "age": N_("age"),
    "authorisation": N_("authorisation"),
    "certificate": N_("course or certificate"),
    "degree_field": N_("field of study"),
    "degree_level": N_("level of education"),
    "language": N_("language skill"),
    "licence": N_("driving licence"),
    "paper": N_("certificate or clearance"),
    "years": N_("length of experience"),
}
"""What a rule that decided a match looks at."""


THINGS: Final[dict[str, str]] = {
    "preparations": N_("the preparation"),
    "documents": N_("the document"),
    "examples": N_("the example"),
    "stories": N_("the text"),
    "notes": N_("the note"),
    "drafts": N_("the draft"),
    "people": N_("the person"),
    "plan_marks": N_("the task"),
    "rounds": N_("the round"),
    "events": N_("the entry"),
    "corrections": N_("the correction"),
    "attempts": N_("the answer"),
    "recordings": N_("the recording"),
    "runs": N_("the run-through"),
    "heard": N_("the entry"),
    "results": N_("the result"),
    "facts": N_("the fact"),
    "referees": N_("the referee"),
    "offers": N_("the offer"),
    "standings": N_("the standing"),
}
"""What is deleted and can be brought back (`Removed.kind`)."""


def msgid_of(value: Enum) -> str:
    """The msgid for a value. A kind or value nobody has given words is a fault, and a test finds it."""
    return TERMS[type(value).__name__][str(value.value)]
