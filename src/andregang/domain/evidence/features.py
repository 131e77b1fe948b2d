"""What can be said of a pair of lines without a model: the features a learned ranker is given beside meaning."""

import re
from collections.abc import Sequence

from andregang.domain.cv import CvSection
from andregang.domain.evidence.candidates import Candidate
from andregang.domain.evidence.concepts import concept_likeness
from andregang.domain.evidence.lexicon import finder
from andregang.domain.evidence.words import cosine, fragments, terms, word_likeness
from andregang.domain.job_ad import AdItem, ItemKind
from andregang.domain.vocabulary import Vocabulary

# Kinds of line a ranker is told of; jobs, posts, profile and the rest are what is left.
_SECTIONS = (CvSection.EDUCATION, CvSection.CERTIFICATES, CvSection.SKILLS, CvSection.LANGUAGES)
FEATURES: tuple[str, ...] = (
    "overlap",
    "context_overlap",
    "fragments",
    "shared_terms",
    "concepts",
    "concept_focus",
    "concept_fields",
    "context_concepts",
    *(f"in_{section.value}" for section in _SECTIONS),
    "heads_a_job",
    "asks_task",
    "asks_experience",
    "asks_interest",
    "experience_and_head",
    "asks_concepts",
)
_EXPERIENCE = re.compile(r"erfaring|røynsle|praksis|experience|bakgrunn|background", re.IGNORECASE)
_INTEREST = re.compile(r"interess|motivasjon|lyst|motivat|keen", re.IGNORECASE)


def plain_features(
    items: Sequence[AdItem], candidates: Sequence[Candidate], vocabulary: Vocabulary
) -> tuple[tuple[tuple[float, ...], ...], ...]:
    """For each item and candidate the values of `FEATURES`, each about 0 to 1."""
    likeness = word_likeness(finder(vocabulary, "evidence.generic"), [i.quote.words for i in items])
    about = concept_likeness(vocabulary, [i.quote.words for i in items])
    own = [_of_line(candidate) for candidate in candidates]
    rows = []
    for item in items:
        asked = item.quote.words
        experience = float(bool(_EXPERIENCE.search(asked)))
        of_item = (float(item.kind is ItemKind.TASK), experience, float(bool(_INTEREST.search(asked))))
        row = []
        for candidate, of_line in zip(candidates, own, strict=True):
            pair = (
                likeness.overlap(asked, candidate.said),
                likeness.overlap(asked, candidate.above) if candidate.above else 0.0,
                cosine(fragments(asked), fragments(candidate.said)),
                min(2, len(terms(asked) & terms(candidate.text))) / 2,
                about.shared(asked, candidate.said),
                about.focus(asked, candidate.said),
                about.fields(asked, candidate.said),
                about.shared(asked, candidate.above) if candidate.above else 0.0,
            )
            row.append((*pair, *of_line, *of_item, experience * of_line[-1], float(bool(about.of(asked)))))
        rows.append(tuple(row))
    return tuple(rows)


def _of_line(candidate: Candidate) -> tuple[float, ...]:
    return (
        *(float(candidate.section is section) for section in _SECTIONS),
        float(candidate.heads),
    )
