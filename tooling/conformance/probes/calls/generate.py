"""Choose rows, under native CPython: generate.py GROUP SEED > rows.

Arguments are tried at random, those that did something new are changed a little and tried again; what is kept are a few
rows of each kind of answer (its text without numbers and quoted parts). A child of its own tries, so that what hangs or
kills is left out: no row may take CPython longer than a second or two.
"""

import binascii
import os
import re
import resource
import select
import signal
import subprocess
import sys

import evaluate
import families
import subjects
from values import kinds

patience = 2
memory = 1 << 30


class Random:
    """The same numbers wherever it runs."""

    def __init__(self, seed):
        self.state = binascii.crc32(seed.encode())

    def below(self, count):
        self.state = (self.state * 1_664_525 + 1_013_904_223) & 0xFFFFFFFF
        return (self.state >> 8) * count >> 24

    def one(self, items):
        return items[self.below(len(items))]


def tried(rows):
    """Each row with its answer; those that took too long or too much are not among them."""
    done = {}
    at = 0
    while at < len(rows):
        reading, writing = os.pipe()
        child = os.fork()
        if child == 0:
            os.close(reading)
            resource.setrlimit(resource.RLIMIT_AS, (memory, memory))
            for number in range(at, len(rows)):
                os.write(writing, f"{evaluate.answer(rows[number])}\n".encode())
            os._exit(0)
        os.close(writing)
        heard = bytearray()
        while select.select([reading], [], [], patience)[0]:
            more = os.read(reading, 1 << 16)
            if not more:
                break
            heard += more
        else:
            os.kill(child, signal.SIGKILL)
        os.close(reading)
        os.waitpid(child, 0)
        answers = heard.decode().split("\n")[:-1]
        done.update(zip(rows[at:], answers))
        at += len(answers) + 1
    return done


def kind_of(answer):
    """What makes an answer new."""
    if re.match(r"[\w.]+: ", answer):
        return re.sub(r"'[^']*'|\d+", "", answer)
    return re.sub(r"\W.*", "", re.sub(r"\d+", "0", answer))[:30]


likely = "int int float str str bytes iterable iterable mapping callable class other".split()


def argument(random):
    return random.one(kinds[random.one(likely)])


words = "key default start stop step sep maxsplit base encoding errors x value iterable strict reverse initial n r a".split()


def parameters_of(attribute):
    """Names of parameters, and about how many a call may have."""
    text = getattr(attribute, "__text_signature__", None)
    if text is None:
        return words, 3
    found = [name for name in re.findall(r"[($, ]\*?\*?(\w+)(?=[=,)])", text) if name not in ("self", "type", "module", "cls")]
    return found + words[:2], min(len(found) + 1, 6)


def written(form, arguments):
    return form.replace("ARGUMENTS", ", ".join(arguments))


def changed(arguments, random, named):
    """The arguments, one of them another, one more or one less."""
    arguments = list(arguments)
    choice = random.below(8)
    positional = sum("=" not in text.split("(")[0] for text in arguments)
    if choice < 4 and arguments:
        at = random.below(len(arguments))
        word, is_named, _ = arguments[at].partition("=") if at >= positional else ("", "", "")
        arguments[at] = word + is_named + argument(random)
    elif choice == 4 and arguments:
        arguments.pop()
    elif choice == 5:
        arguments.append(f"{random.one(named)}={argument(random)}")
    elif choice == 6 and positional:
        arguments[positional - 1] = f"{random.one(named)}={arguments[positional - 1]}"
    else:
        arguments.insert(positional, argument(random))
    return arguments


def valid(arguments):
    seen = [text.partition("=")[0] for text in arguments if re.match(r"\w+=", text)]
    return len(seen) == len(set(seen))


def explore(forms, attribute, random, wanted):
    """Rows of one callable: all kinds of answers, `wanted` at most. The forms differ in what it is called on."""
    named, most = parameters_of(attribute)
    counts = [turn // 8 % (most + 2) if turn % 8 == 0 else random.below(most + 1) for turn in range(100)]
    pending = [[random.one(forms)], *([random.one(forms), *(argument(random) for _ in range(count))] for count in counts)]
    kept, met = {}, {}
    for _ in range(4):
        fresh = {written(form, arguments): (form, arguments) for form, *arguments in pending if valid(arguments)}
        sources = []
        for row, answer in tried([row for row in fresh if row not in kept]).items():
            if "MemoryError" in answer or "RecursionError" in answer:
                continue
            kind = kind_of(answer)
            seen = met[kind] = met.get(kind, 0) + 1
            failed = re.match(r"[\w.]+: ", answer)
            if seen <= (2 if failed else 6):
                kept[row] = seen
            if not failed or seen < 3:
                sources.append(fresh[row])
        again = [random.one(sources) for _ in range(80)] if sources else []
        pending = [[random.one(forms) if random.below(3) == 0 else form, *changed(arguments, random, named)] for form, arguments in again]
    return sorted(kept, key=lambda row: (kept[row], len(row), row))[:wanted]


def called(found, wanted):
    """`found`: by name the forms of calls, whose attribute it is, and rows that are asked as they are."""
    limits = {}
    for name, forms, attribute, plain in found:
        if attribute is not None:
            yield from explore(forms, attribute, Random(name), wanted)
        short = name.partition(".")[2]
        for row, answer in tried(plain).items():
            # Every method says the same when it is read, assigned or deleted: a few are enough.
            kind = answer.replace(short, "NAME") if short else row
            limits[kind] = limits.get(kind, 0) + 1
            if limits[kind] <= 3:
                yield row


def rows_of(group):
    kind, _, name = group.partition(":")
    if kind == "method":
        return called(subjects.method_subjects(name), 30)
    if kind == "function":
        return called(subjects.function_subjects(name), 60)
    return kept(families.families[name](Random(group)))


def kept(rows):
    rows = list(dict.fromkeys(rows))
    return [row for row, answer in tried(rows).items() if "MemoryError" not in answer]


def steady(rows):
    """Those that answer the same in another process, so without the addresses of anything."""
    text = "\n".join(rows)
    ask = [sys.executable, "-X", "utf8", evaluate.__file__, "0"]
    one, other = (subprocess.run(ask, input=text, text=True, capture_output=True, check=True).stdout.split("\n") for _ in range(2))
    return [row for row, left, right in zip(rows, one, other) if left == right]


def groups():
    named = {"method": subjects.receivers, "function": subjects.modules, "family": families.families}
    return [f"{kind}:{name}" for kind, names in named.items() for name in names]


if __name__ == "__main__":
    if len(sys.argv) == 1:
        print("\n".join(groups()))
    else:
        sys.stdout.write("".join(f"{row}\n" for row in steady(list(rows_of(sys.argv[1])))))
