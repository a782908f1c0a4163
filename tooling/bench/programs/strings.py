"""Building, splitting, joining and searching text."""
def run():
    total = 0
    for n in range(300):
        text = " ".join(f"word{i}:{i * n}" for i in range(300))
        parts = text.split()
        total += sum(len(part.partition(":")[2]) for part in parts)
        total += text.count("9") + text.find("word299") + len(text.replace("word", "w").upper())
        total += len("".join(reversed(parts)))
    return total
