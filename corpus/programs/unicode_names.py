print("\N{SNOWMAN}", "\N{LATIN SMALL LETTER E WITH ACUTE}", "ÀÉ".lower(), "straße".upper(), "ŉ".upper(), "ǰ".title(), "Ω".casefold(), "ﬀ".casefold())
for ch in "aA1 _é²½Ⅷ٣ǅ\u2028\u00ad\u3000€\u0301中🐍": print(ascii(ch), ch.isalpha(), ch.isdigit(), ch.isdecimal(), ch.isnumeric(), ch.isupper(), ch.islower(), ch.istitle(), ch.isspace(), ch.isidentifier(), ch.isprintable(), ch.isalnum())
print("a\u2028b\x1cc\x85d".splitlines(), "\u3000x\u2003".strip(), "a\u00a0b".split(), int("٣٤"), float("٣.٤"), "ΌΣΟΣ".lower(), "iİıI".upper(), "iİıI".lower(), "ὈΔΥΣΣΕΎΣ".lower(), "ﬃ".title())
