"""Regular expressions over generated text."""
import re
def run():
    text = "\n".join(f"2024-{i % 12 + 1:02}-{i % 28 + 1:02} host{i % 17} GET /path/{i}?q={i * 7} {200 + i % 5}" for i in range(3000))
    line = re.compile(r"(\d{4})-(\d\d)-(\d\d) (\w+) (GET|POST) (\S+) (\d+)")
    total = sum(int(m[7]) for m in line.finditer(text))
    total += len(re.findall(r"host(1[0-6]|\d)\b", text)) + len(re.sub(r"q=(\d+)", r"p=\1", text))
    total += sum(1 for word in re.split(r"[\s/?=]+", text) if re.fullmatch(r"[a-z]+\d*", word))
    return total
