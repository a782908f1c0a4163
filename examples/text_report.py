"""Parses a log with regular expressions and prints a table."""

import json
import re
from collections import defaultdict
from datetime import datetime, timedelta

LOG = """\
2024-03-01 09:15:02 INFO  auth: user=ada logged in
2024-03-01 09:15:09 WARN  disk: usage=91% volume=/var
2024-03-01 09:17:44 ERROR auth: user=bob failed login attempts=3
garbage line
2024-03-01 10:02:00 INFO  disk: usage=40% volume=/home
2024-03-01 11:30:31 ERROR net: host=db1 timeout=30
"""

LINE = re.compile(r"(?P<when>\S+ \S+) (?P<level>[A-Z]+)\s+(?P<source>\w+): (?P<text>.*)")
PAIR = re.compile(r"(\w+)=(\S+)")

records, rejected = [], []
for number, line in enumerate(LOG.splitlines(), start=1):
    if match := LINE.fullmatch(line):
        record = match.groupdict()
        record["when"] = datetime.fromisoformat(record["when"])
        record["facts"] = dict(PAIR.findall(record["text"]))
        records.append(record)
    else:
        rejected.append((number, line))

by_level = defaultdict(list)
for record in records:
    by_level[record["level"]].append(record)

for level in sorted(by_level, key=lambda name: -len(by_level[name])):
    print(f"{level:<6} {len(by_level[level])}")
print("rejected", rejected)
print("span", max(r["when"] for r in records) - min(r["when"] for r in records))
busy = [r for r in records if r["when"] - records[0]["when"] < timedelta(minutes=5)]
print("first five minutes:", [r["source"] for r in busy])
print(json.dumps([{**r, "when": r["when"].isoformat()} for r in records[:2]], indent=2))
