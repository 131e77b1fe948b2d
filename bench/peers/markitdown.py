"""Peer: markitdown, a file to Markdown text. Prints seconds of a warm pass and how many of the words told it found."""

import json
import sys
import time

from markitdown import MarkItDown

given = json.load(sys.stdin)
converter = MarkItDown(enable_plugins=False)
converter.convert(given[0]["path"])
began = time.perf_counter()
texts = [converter.convert(one["path"]).text_content for one in given]
seconds = time.perf_counter() - began
words = [" ".join(text.split()) for text in texts]
found = sum(" ".join(told.split()) in text for one, text in zip(given, words, strict=True) for told in one["told"])
print(json.dumps({"seconds": seconds, "found": found}))
