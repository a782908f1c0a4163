"""Answers one request with one dict: the value, or the error; and the warnings either way."""

import base64
import gc
import hashlib
import json
import sys
import warnings

import ast_helpers
import stages

STAGES = {**stages.STAGES, **ast_helpers.STAGES}

# Answers are short-lived trees: collecting them over and over only costs time.
gc.disable()

FIELDS = ("msg", "filename", "lineno", "offset", "end_lineno", "end_offset", "text")


def describe(error):
    facts = {"type": type(error).__name__, "message": str(error)}
    if isinstance(error, SyntaxError):
        facts.update((name, getattr(error, name)) for name in FIELDS)
        if not isinstance(facts["text"], (str, type(None))):
            facts["text"] = str(facts["text"])
    return facts


def answer(request):
    reply = {}
    with warnings.catch_warnings(record=True) as caught:
        warnings.simplefilter("always")
        try:
            value = STAGES[request["stage"]](request)
        except BaseException as error:
            reply["error"] = describe(error)
        else:
            data = value if isinstance(value, bytes) else value.encode("utf-8", "surrogatepass")
            if request.get("digest"):
                reply["digest"] = hashlib.sha256(data).hexdigest()
            elif isinstance(value, bytes):
                reply["bytes"] = base64.b64encode(value).decode()
            else:
                reply["text"] = value
    if caught:
        reply["warnings"] = [
            {"category": w.category.__name__, "message": str(w.message), "lineno": w.lineno} for w in caught
        ]
    return reply


def answer_json(text):
    return json.dumps(answer(json.loads(text)))


def serve():
    """One request a line on stdin, one answer a line on the real stdout."""
    replies = sys.stdout
    sys.stdout = sys.stderr
    sys.setrecursionlimit(1000)
    for line in sys.stdin:
        replies.write(answer_json(line) + "\n")
        replies.flush()
        if gc.get_count()[0] > 200_000:
            gc.collect()


if __name__ == "__main__":
    serve()
