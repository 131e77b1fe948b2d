"""Reading a job ad: every task, demand, wish, quality and offer as an item of its own, quoted."""

from andregang.domain.job_ad.model import AdContact, AdItem, ItemKind, JobAd

__all__ = ["AdContact", "AdItem", "ItemKind", "JobAd"]
