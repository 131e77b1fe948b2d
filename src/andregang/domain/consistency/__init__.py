"""Whether what the person says in one place agrees with what they say in another (substance 7.4, AC12)."""

from andregang.domain.consistency.compare import find_contradictions
from andregang.domain.consistency.model import Contradiction, Held, Said, Statement, Topic

__all__ = ["Contradiction", "Held", "Said", "Statement", "Topic", "find_contradictions"]
