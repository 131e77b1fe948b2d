"""A `DocumentText` or a refusal as bytes, for the pipe between parent and child. Plain JSON: no code travels."""

import json
from types import MappingProxyType

from andregang.domain.text import Block, BlockKind, DocumentText
from andregang.readers.refusal import Reason, RefusedError

_KINDS = tuple(BlockKind)


def encode(result: DocumentText | Reason) -> bytes:
    """What the child found, as bytes."""
    if isinstance(result, Reason):
        return json.dumps({"refused": result.value}).encode("ascii")
    blocks = [[_KINDS.index(b.kind), b.start, b.end, b.level, b.path] for b in result.blocks]
    body = {"text": result.text, "blocks": blocks, "format": result.format, "properties": dict(result.properties)}
    return json.dumps(body, ensure_ascii=False).encode("utf-8")


def decode(data: bytes) -> DocumentText:
    """What `encode` wrote. Raises `RefusedError` with the reason the child gave, or ValueError for anything odd."""
    body = json.loads(data)
    if "refused" in body:
        raise RefusedError(Reason(body["refused"]))
    text = str(body["text"])
    blocks = []
    for kind, start, end, level, path in body["blocks"]:
        if not 0 <= start <= end <= len(text):
            raise ValueError(f"block outside the text: {start}..{end}")
        blocks.append(Block(_KINDS[kind], start, end, level, path))
    properties = {str(key): str(value) for key, value in body["properties"].items()}
    return DocumentText(text, tuple(blocks), str(body["format"]), MappingProxyType(properties))
