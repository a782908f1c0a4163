"""The pattern machine: repeats, branches, groups, anchors and look-arounds, by match, search and fullmatch."""

import re

cases = [
    (r"(a+)(b*)c", "aaabbc xabc"), (r"(?:(a)|b)*", "abab"), (r"(a|ab)(c|bcd)(d*)", "abcd"),
    (r"(\w+) (\w+)", "hello world foo"), (r"(?P<x>\d+)-(?P=x)", "12-12 3-4"), (r"a{2,3}?", "aaaa"), (r"(a*?)b", "aab"),
    (r"(?m)^a|b$", "ab\n"), (r"\bfoo\b", "a foo b"), (r"(?i)ÉCOLE|naïve", "école NAÏVE"), (r"(?<=a)b(?!c)", "abc abd"),
    (r"(?>a+)ab", "aaab"), (r"a++b", "aaab"), (r"(?:ab)++", "ababab"), (r"[^\W\d_]+", "abc1_é"),
    (r"(x)?(?(1)y|z)", "xy z"), (r"(a(b)?)+", "aba"), (r"(?s).*?x", "a\nbx"), (r"\d+(?:\.\d+)?", "3.14 2"),
    (r"((a)|(b))+", "ab"), (r"", "abc"), (r"\s*", "  a"), (r"(?:a|b|cd|ef)+x", "abcdefx"),
    (rb"[a-c]+\xff", b"abc\xffabc"), (rb"foo", b"xxfoofoo"), ("\U0001f600+", "a\U0001f600\U0001f600b"),
    ("[\U0001f600-\U0001f610x]+y", "\U0001f601xy"), (r"a\d+b", "a123b a1b"), (r'"(?:[^"\\]|\\.)*"', 'say "hi \\"x\\"" ok'),
    (r"(\d+)(?:px|em)", "12em 3px 4"), (r".{4294967294}", "ab"), (r"(?:a{0,4294967294})b", "aab"),
    (r"(?:ab){1,3}?c", "ababc"), (r"(?i)\ufb05", "\ufb06"), (r"(?i)[\ufb04-\ufb05]", "\ufb06"),
]
for pattern, subject in cases:
    print(pattern)
    for find in (re.match, re.search, re.fullmatch):
        found = find(pattern, subject)
        print("  ", find.__name__, found and (found.regs, found.groups(), found.lastindex))
    print("  ", re.findall(pattern, subject), re.split(pattern, subject, maxsplit=2))

print(re.sub(r"(\w)(\w)", r"\2\1", "abcd"), re.sub("x*", "-", "abxd"))
print(re.subn("(a)|b", lambda found: found[1] or "_", "abab"), re.split(r"(,)|;", "a,b;c"))
print([found.group() for found in re.finditer(r"(?m)^\w+$", "a\nbc\nd e\nf")], re.findall("(?x) a b #c\n", "ab"))

b = re.compile("b")
print(b.match("abc", 1), b.search("abc", 2), b.match("abc", 1, 1), b.search("abcb", -5, 100))
print(re.compile("^b").search("ab", 1), re.compile("b$").search("abc", 0, 2))

subject = bytearray(b"abcdefgh")
whole, tail = re.search(b"[a-h]+", subject), re.search(b"[e-h]+", subject)
subject[:] = b"xyz"
print(whole.group(), tail.group())
for make in (re.Match, re.Pattern, lambda: re.sub("a", b"b", "a"), lambda: re.compile("(a)").sub(r"\9", "a")):
    try:
        make()
    except (TypeError, re.error) as error:
        print(type(error).__name__, error)
