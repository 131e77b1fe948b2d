"""What stands before a task and is no part of it: "Du vil få ansvar for …", "Stillingen innebærer …", "You will …"."""

import re

_NORWEGIAN = (
    r"""(?:som\ [\w\-]+\ )?
        (?:du|dere|vi|man|ein|kandidaten|den\ ansatte|medarbeideren|vedkommende|stillingen|stillinga|rollen|rolla)[ ]
        (?:vil\ kunne|vil|skal|må|bør|kan|kommer\ til\ å|kjem\ til\ å)\ """,
    r"""(?:som\ [\w\-]+\ )?(?:vil|skal|må|bør|kan)\ (?:du|dere|man|ein|vi)\ (?:kunne\ )?""",
    r"""(?:vil|skal|må|bør|kan)\ (?=[\w\-]+[ea]\ )""",
    r"""vi\ (?:trenger|søker|ønsker|treng|søkjer|ønskjer)\ (?:deg|en|noen|ein|nokon)[ ]
        (?:til\ å|som\ (?:kan|vil|skal))\ """,
    r"""(?:dine\ |de\ viktigste\ |dei\ viktigaste\ |viktige\ |sentrale\ )?
        (?:(?:arbeids|hoved|hovud)?oppg[aå]ve(?:ne|r)?|arbeidet|arbeidsdagen|hverdagen|kvardagen|stillingen|stillinga|
           jobben|rollen|rolla|ansvaret)
        (?:\ din|\ ditt|\ dine)?[ ]
        (?:vil\ (?:hovedsakelig\ |i\ hovedsak\ |blant\ annet\ |også\ )?(?:bestå|innebære|omfatte|være|vere|handle)|
           består|innebærer|inneber|omfatter|omfattar|inkluderer|er|handler|dreier\ seg)
        (?:\ også|\ i\ hovedsak|\ hovedsakelig|\ blant\ annet|\ mellom\ anna|\ primært)?(?:\ i|\ av|\ om)?(?:\ å)?\ """,
    r"""i\ (?:stillingen|stillinga|rollen|rolla|jobben)\ (?:inngår|ligger|ligg)(?:\ også|\ det)?\ """,
    r"""(?:du\ )?(?:få|får|ha|har|ta|tar|tek|inneha)\ (?:(?:et|eit|en|ei|det)\ )?
        (?=(?:(?!og\ )[\wæøå]+\ ){0,2}(?:hoved|hovud|med|del|total)?ansvar)""",
    r"""(?:(?:du|dere)\ )?(?:er|blir|være|vere|bli)\ (?=(?:[\wæøå]+\ )?(?:hoved|hovud|med)?ansvarl)""",
    r"""(?:(?!og\ |for\ )[\wæøå]+\ ){0,2}(?:hoved|hovud|med|del|total)?ansvar(?:et|lig|leg)?[ ]
        (?:for|knyttet\ til|knytt\ til|innen|innenfor)\ (?:å\ )?(?!at\ )""",
    r"""(?:å\ )?(?:bidra|bidrar|bidreg|medvirke|medvirker|medverke|medverkar|være\ (?:en\ )?pådriver)
        (?:\ aktivt|\ positivt|\ sterkt)?\ (?:til|for)(?:\ å)?\ (?!at\ )""",
    r"""(?:å\ )?(?:være|er|vere|bli|få\ være)\ med\ (?:på\ )?å\ """,
    r"""(?:å\ )?(?:jobbe|arbeide|jobber|arbeider|arbeidar|jobbar|arbeid|jobbing)\ (?:aktivt\ )?med\ (?:å\ )?""",
    r"""(?:å\ )?(?:stå|står)\ for\ """,
    r"""du\ """,
    r"""å\ """,
    r"""(?:også|i\ tillegg|blant\ annet|blant\ anna|mellom\ anna|hovedsakelig|hovudsakleg|primært|aktivt|alltid|
        i\ hovedsak|i\ hovudsak|normalt|gjerne|særlig|særleg|først\ og\ fremst|kontinuerlig|kontinuerleg|derfor|jevnlig|
        jamleg|regelmessig|ellers|elles)\ """,
)
_ENGLISH = (
    r"""(?:as\ an?\ [\w\-\ ]{3,40}?,?\ )?
        (?:you|we|the\ (?:successful\ )?candidate|the\ employee|this\ person)
        (?:'ll|\ will|\ shall|\ must|\ should|\ can|\ are\ expected\ to)
        (?:\ also|\ mainly|\ primarily|\ actively|\ get\ to|\ be\ able\ to|\ have\ the\ opportunity\ to)?\ """,
    r"""(?:your\ |the\ |main\ |key\ )*(?:tasks|duties|responsibilities|role|position|job|work)(?:\ will)?[ ]
        (?:include|includes|be|consists?\ of|involves?|entails?)(?:\ to)?\ """,
    r"""(?:be\ |you\ are\ |being\ |taking\ |take\ |have\ |having\ |hold\ |with\ )?(?:the\ )?
        (?:overall\ |main\ |mainly\ |full\ |shared\ |daily\ |technical\ |primary\ )*
        responsib(?:le|ility)\ (?:for|of)\ """,
    r"""(?:contribute|contributing|contributes)(?:\ actively)?\ to\ (?:the\ )?
        (?=\w+(?:ment|tion|ing|ance|al|sis)\b)""",
    r"""(?:work|working|works)(?:\ closely)?\ (?:on|with)\ (?=\w+(?:ment|tion|ing|ance|sis)\b)""",
    r"""you\ """,
    r"""be\ involved\ in\ (?:the\ )?""",
    r"""to\ """,
    r"""(?:also|actively|continuously|regularly|independently|daily|effectively|proactively|successfully)[ ]
        (?!\w+\ of\b)""",
)
_MOST = 4
_LEAST_LEFT = 3


def _compiled(patterns: tuple[str, ...]) -> tuple[re.Pattern[str], ...]:
    return tuple(re.compile(pattern, re.I | re.X) for pattern in patterns)


NORWEGIAN = _compiled(_NORWEGIAN)
ENGLISH = _compiled(_ENGLISH)


def without_lead_in(line: str, lead_ins: tuple[re.Pattern[str], ...]) -> tuple[str, str]:
    """The line's own part, and the last lead-in taken off it, in lower case ("" when there was none)."""
    last = ""
    for _ in range(_MOST):
        found = next((m for pattern in lead_ins if (m := pattern.match(line)) and m.end()), None)
        if found is None or len(line) - found.end() < _LEAST_LEFT:
            break
        if _decides(found[0]) or not last:
            last = found[0].lower()
        line = line[found.end() :]
    return line, last


def _decides(words: str) -> bool:
    """Whether a lead-in is more than an adverb, so that it decides the form of what follows."""
    return words.lower().endswith(("å ", " for ", " med ", " til ", " av ", " i ", " om ", "du ", " of ", " to "))
