# -*- coding: utf-8 -*-
naïve = "ünïcödé ✓ 日本語 🐍"
print(naïve, len(naïve), naïve[::-1], naïve.encode())
print([c for c in "e\u0301é"], "e\u0301" == "é", sorted("zäa"), "日本".center(6, "*"), "🐍" * 2, ord("🐍"), "\ud83d" != "🐍", len("\ud83d"), ascii("\ud83d"))
