"""What can go wrong in the domain, as values with fields and no prose; `i18n` owns the words."""

from dataclasses import dataclass


@dataclass(unsafe_hash=True)
class DomainError(Exception):
    """Parent of every error the domain raises; never raised itself."""


@dataclass(unsafe_hash=True)
class InvalidInput(DomainError):
    """A value a person gave breaks a rule.

    `field` names the value, `rule` the rule broken (a stable key, e.g. "date_without_year").
    """

    field: str
    rule: str


@dataclass(unsafe_hash=True)
class NotFound(DomainError):
    """Nothing of this kind has that name or id, or it is another owner's."""

    kind: str
    name: str


@dataclass(unsafe_hash=True)
class ChangedMeanwhile(DomainError):
    """The thing was written by someone else since it was read; both texts are kept."""

    kind: str
    name: str
