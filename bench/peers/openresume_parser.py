"""Peer: openresume-parser, a CV's PDF to fields. Prints seconds of a warm pass and how many job titles it found."""

import json
import sys
import time

from openresume import parse_resume_from_pdf

given = json.load(sys.stdin)
parse_resume_from_pdf(given[0]["path"])
began = time.perf_counter()
parsed = [parse_resume_from_pdf(one["path"]) for one in given]
seconds = time.perf_counter() - began
found = 0
for one, answer in zip(given, parsed, strict=True):
    jobs = json.dumps(answer.get("resume", {}).get("experience", {}), ensure_ascii=False)
    found += sum(told.split(",")[0] in jobs for told in one["told"])
print(json.dumps({"seconds": seconds, "found": found}))
