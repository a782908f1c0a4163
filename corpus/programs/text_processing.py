import re, string, textwrap, difflib, shlex
text = "The rain in Spain: 2024-01-15, 2023-12-31; mail bob@example.com or eve@test.org."
print(re.findall(r"\d{4}-\d\d-\d\d", text), re.search(r"(\w+)@(\w+)\.(?P<tld>\w+)", text).groups(), re.search(r"(?P<u>\w+)@", text)["u"], re.sub(r"(\w+)@(\w+)", r"\2 at \1", text), re.split(r"[;,:]\s*", text))
print(re.match(r"a|ab", "abc").group(), re.fullmatch(r"a+b?", "aab"), re.sub("a*", "-", "baac"), re.findall(r"(a)(b)?", "abaa"), [m.span() for m in re.finditer(r"\b\w", "hi there you")], re.subn("x", "y", "xxx", count=2), re.escape("a.b*c"), re.compile("(?i)HELLO").match("hello world").end())
print(re.search(r"(?<=a)b(?!c)", "abc abd").start(), re.findall(r"(?m)^\w+$", "one\ntwo three\nfour"), re.findall(r"(.)\1", "aabbcd"), re.sub(r"\b(\w)", lambda m: m[1].upper(), "hello big world"), re.match(r"(?:(a)|b)*", "ab").groups(), re.findall(r"[^\W\d_]+", "abc123_déf"), re.search(r"a.c", "a\nc", re.S) is not None, re.search("(?x) a  b # comment\n c", "abc").group(), re.match(r"(a+)+$", "a" * 20 + "b"), re.match(r"(?>a+)b", "aab"), re.match(r"a++b", "aaab"), re.findall(r"a{2,3}?", "aaaaa"))
for bad in ("(", "[a", "*a", "a{2,1}", r"\1", "(?P<1>a)", "(?<=a+)b", "(?z)"):
    try: re.compile(bad)
    except re.error as e: print(bad, e)
print(re.compile(r"x(\d)", re.I | re.M), repr(re.match("b", "b")), re.compile("a").flags, re.compile("(?P<n>a)(b)").groupindex)
print(textwrap.fill("The quick brown fox jumps over the lazy dog " * 3, 40), textwrap.dedent("  a\n    b\n  c"), textwrap.indent("a\nb", "> "), textwrap.shorten("hello wide world", 12), sep="\n")
print(string.Template("$a and ${b} $$").substitute(a=1, b=2), string.capwords("hello big world"), string.Formatter().format("{0!r:>5}", "x"), string.punctuation)
print(list(difflib.unified_diff(["a", "b", "c"], ["a", "x", "c"], lineterm="")), difflib.get_close_matches("appel", ["ape", "apple", "peach"]), round(difflib.SequenceMatcher(None, "abcd", "bcde").ratio(), 3))
print(shlex.split("a 'b c' \"d\\\"e\" f\\ g"), shlex.quote("it's"), shlex.join(["a b", "c"]))
words = re.findall(r"\w+", text.lower()); freq = {}
for w in words: freq[w] = freq.get(w, 0) + 1
print(sorted(freq.items(), key=lambda p: (-p[1], p[0]))[:5])
