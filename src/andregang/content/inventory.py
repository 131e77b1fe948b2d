"""The items of the practice inventory (IPIP-NEO-120, public domain)."""

from functools import cache
from types import MappingProxyType

from andregang.content.toml_files import BadContent, read_table
from andregang.domain.inventory import ITEMS, Item
from andregang.domain.text import Language


@cache
def load_inventory() -> tuple[Item, ...]:
    """The 120 items in order, in bokmål and English; there are none in nynorsk. Raises BadContent."""
    items = []
    for number, (entry, table) in enumerate(read_table("ipip120.toml").items(), 1):
        if entry != f"IPIP{number:03d}":
            raise BadContent(entry, "out of order")
        words = {language: table[language.value] for language in (Language.NB, Language.EN)}
        item = Item(
            number,
            table["domain"],
            table["facet"],
            table["reversed"],
            MappingProxyType(words),
            table.get("ours", False),
        )
        items.append(item)
    if len(items) != ITEMS:
        raise BadContent("IPIP", f"{len(items)} items")
    return tuple(items)
