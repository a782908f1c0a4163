"""A hand-written JSON writer and reader."""
def write(value):
    if value is None:
        return "null"
    if isinstance(value, bool):
        return "true" if value else "false"
    if isinstance(value, (int, float)):
        return repr(value)
    if isinstance(value, str):
        return '"' + value.replace("\\", "\\\\").replace('"', '\\"') + '"'
    if isinstance(value, list):
        return "[" + ",".join(map(write, value)) + "]"
    return "{" + ",".join(f"{write(k)}:{write(v)}" for k, v in value.items()) + "}"
def read(text, at=0):
    char = text[at]
    if char == "{":
        result, at = {}, at + 1
        while text[at] != "}":
            key, at = read(text, at)
            result[key], at = read(text, at + 1)
            if text[at] == ",":
                at += 1
        return result, at + 1
    if char == "[":
        items, at = [], at + 1
        while text[at] != "]":
            item, at = read(text, at)
            items.append(item)
            if text[at] == ",":
                at += 1
        return items, at + 1
    if char == '"':
        end = at + 1
        while text[end] != '"':
            end += 2 if text[end] == "\\" else 1
        return text[at + 1 : end], end + 1
    end = at
    while end < len(text) and text[end] not in ",]}":
        end += 1
    word = text[at:end]
    return {"null": None, "true": True, "false": False}.get(word, word if word[0] in "ntf" else float(word) if "." in word else None if word == "null" else int(word) if word.lstrip("-").isdigit() else word), end
def run():
    data = {"users": [{"id": i, "name": f"user {i}", "score": i / 4, "tags": ["a", "b"], "ok": i % 2 == 0} for i in range(250)]}
    size = 0
    for _ in range(6):
        text = write(data)
        back, _end = read(text)
        size += len(text) + len(back["users"])
    return size
