"""Referees: who can confirm what, whom it takes, and what each is told."""

from andregang.domain.referees.agreement import Difference, Differs, differences, figures_in
from andregang.domain.referees.brief import RefereeBrief, brief_for
from andregang.domain.referees.choosing import Chosen, smallest_set
from andregang.domain.referees.claims import Named, claims_of, named_in, not_yet
from andregang.domain.referees.model import Claim, Confirmable, Referee, Relation, confirmable, relation_of

__all__ = [
    "Chosen",
    "Claim",
    "Confirmable",
    "Difference",
    "Differs",
    "Named",
    "Referee",
    "RefereeBrief",
    "Relation",
    "brief_for",
    "claims_of",
    "confirmable",
    "differences",
    "figures_in",
    "named_in",
    "not_yet",
    "relation_of",
    "smallest_set",
]
