"""json.dumps and json.loads of records."""
import json
def run():
    records = [
        {"id": i, "name": f"user {i}", "email": f"u{i}@example.org", "score": i / 8, "tags": ["a", "b\n", "é"], "active": i % 3 == 0, "parent": None}
        for i in range(2_000)
    ]
    size = 0
    for indent in (None, None, 2):
        text = json.dumps(records, indent=indent, sort_keys=indent is not None)
        back = json.loads(text)
        size += len(text) + sum(record["id"] for record in back)
    return size, back == records
