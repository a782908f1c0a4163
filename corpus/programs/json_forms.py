"""JSON texts in all their forms: indentation, sorted keys, numbers, strings long and short, faults and their places."""
import json
from json.encoder import JSONEncoder

data = {
    "z": [1, -2, 0, -0.0, 1.5, 1e300, 2**53, -(2**70), True, False, None],
    "a": {"": "", "é": "\u20ac", "quote\"": "back\\slash", "long": "word " * 30 + "\n", "astral": "𝒜" * 3},
    "m": [[], {}, [[]], [{}], {"b": 1, "a": [2, {"d": 3, "c": 4}]}, (5, (6,))],
}
for indent in (None, 0, 1, 3, "\t", "--", -1):
    for sort_keys in (False, True):
        for ensure_ascii in (False, True):
            text = json.dumps(data, indent=indent, sort_keys=sort_keys, ensure_ascii=ensure_ascii)
            print(indent, sort_keys, ensure_ascii, len(text), text if indent in (3, "--") else hash(text) == hash(str(text)))
            assert indent == "--" or json.loads(text) == {**data, "m": [*data["m"][:-1], [5, [6]]]}

print(json.dumps({3: 1, 1.5: 2, True: 3, None: 4, "k": 5}, indent=1))
print(json.dumps({"b": 1, "a\n": 2, "B": 3, "": 4, "ä": 5, "\ue000": 6, "ab": 7}, sort_keys=True, separators=(",", " = ")))
print(json.dumps({"\U0001f600": 1, "\uffff": 2, "a": 3}, sort_keys=True))
for mixed in ({"a": 1, 2: 3}, {None: 1, "a": 2}):
    try:
        print(json.dumps(mixed, sort_keys=True))
    except TypeError as error:
        print(error)


class Names(dict):
    def items(self):
        return [(key.upper(), value) for key, value in super().items()]


print(json.dumps([Names(b=1, a=2)]), json.dumps(Names(b=1, a=2), sort_keys=True), json.dumps({"same": 1}, indent=4), JSONEncoder(indent="").encode([1, {"k": []}]))

numbers = ["0", "-0", "00", "01", "-01", "1", "-1", "10", "999999999999999", "9999999999999999", "123456789012345678901234567890", "1.", "1.5", "-1.5e3",
           "1E400", "1e", "1e5x", "0x10", "0e1", "0.", "-", "+1", ".5", "1 ", " 1", "12a", "[01]", "[1 2]", "[1,]", "1٣"]
for text in numbers:
    try:
        value = json.loads(text)
        print(repr(text), type(value).__name__, value)
    except json.JSONDecodeError as error:
        print(repr(text), error)
print(json.loads("[7, 8.5, -9]", parse_int=lambda digits: f"int {digits}", parse_float=lambda digits: f"float {digits}"))

long = "x" * 39
strings = ['""', '"a', '"' + long + '"', '"' + long + 'yz"', '"' + long * 3 + '\\n"', '"tab\there"', '"' + long + "\x01" + long + '"', '"\\u00e9\\ud83d\\ude00\\ud800"', '"\\x"', '"\\', '"\\u12"', '"\\u12g4"', '"\x7f\x80é𝒜"']
for text in strings:
    for strict in (True, False):
        try:
            print(ascii(json.loads(text, strict=strict)))
        except json.JSONDecodeError as error:
            print(strict, ascii(str(error)))
for text in ("{", '{"a"', '{"a":', '{"a":1', '{"a":1,', '{"a":1,}', "{a:1}", '{"a" 1}', "[", "[1", "[1,", "nul", "", '{"a":1}x', '\ufeff1'):
    try:
        json.loads(text)
    except json.JSONDecodeError as error:
        print(ascii(text), "->", error, error.pos, error.lineno, error.colno)
repeated = json.loads('[{"k": 1, "k": 2}, {"k": 3}]')
print(repeated, [*repeated[0]][0] is [*repeated[1]][0])
