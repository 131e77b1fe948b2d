"""Reading a job ad: every task, demand, wish, quality and offer as an item of its own, quoted."""

from andregang.domain.job_ad.model import AdContact, AdItem, ItemKind, JobAd, LineClassifier
from andregang.domain.job_ad.parse import parse_job_ad

__all__ = ["AdContact", "AdItem", "ItemKind", "JobAd", "LineClassifier", "parse_job_ad"]
