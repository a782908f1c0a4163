# Surrogates in JSON: an escaped pair is one character, and nothing else that stands side by side is.
import json
from json.decoder import scanstring

for text in (
    r'"z\ud834\udd20x"', r'"z\ud834\ud834\udd20x"', r'"z\ud834x"', r'"z\udd20x"', r'"\udd20\ud834"', '"z\\ud834\udd20x"',
    '"z\ud834\udd20x"', '"z\ud834\\udd20x"', '"\U0001d120 \\ud834\\udd20 \ud834\udd20"', '["\U0001f600", "\ud83d", 1, "\\n\U0001f600"]',
    '{"\U0001f600\\t": "\ud83d\ude00", "\ud83d\ude00": 1.5}', r'"\ud834\u12"', r'"\ud834\u', '"\uffff\U0010ffff\\"\uffff"',
):
    try:
        value = json.loads(text)
        print(ascii(value), ascii(json.dumps(value)), ascii(json.dumps(value, ensure_ascii=False)))
    except ValueError as error:
        print(type(error).__name__, error)
print(ascii(scanstring('\U0001f600 "\U0001f600\ud83d\ude00" \U0001f600', 3)))
for text in ('["\U0001f600" x]', '["\ud83d\ude00" x]', '\U0001f600', '{"\U0001f600": "\U0001f600" "'):
    try:
        json.loads(text)
    except ValueError as error:
        print(ascii(str(error)), error.pos, error.colno)
