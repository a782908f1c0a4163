def life(cells, steps):
    for _ in range(steps):
        around = {}
        for x, y in cells:
            for dx in (-1, 0, 1):
                for dy in (-1, 0, 1):
                    if dx or dy: around[x + dx, y + dy] = around.get((x + dx, y + dy), 0) + 1
        cells = {c for c, n in around.items() if n == 3 or n == 2 and c in cells}
    return cells
print(sorted(life({(1, 0), (2, 1), (0, 2), (1, 2), (2, 2)}, 12)))
def queens(n, row=0, cols=(), d1=(), d2=()):
    if row == n: yield cols; return
    for c in range(n):
        if c not in cols and row + c not in d1 and row - c not in d2: yield from queens(n, row + 1, cols + (c,), d1 + (row + c,), d2 + (row - c,))
print(len(list(queens(6))), next(queens(8)))
def hanoi(n, a="A", b="B", c="C"): return [] if n == 0 else hanoi(n - 1, a, c, b) + [a + c] + hanoi(n - 1, b, a, c)
print(hanoi(3), len(hanoi(8)))
roman = lambda n: "".join(s * (n // v) for v, s, n in ((v, s, n % p) for (v, s), p in zip([(1000, "M"), (900, "CM"), (500, "D"), (400, "CD"), (100, "C"), (90, "XC"), (50, "L"), (40, "XL"), (10, "X"), (9, "IX"), (5, "V"), (4, "IV"), (1, "I")], [10**9, 1000, 900, 500, 400, 100, 90, 50, 40, 10, 9, 5, 4])))
print(roman(1994), roman(2024), roman(49))
def rle(s):
    out, i = [], 0
    while i < len(s):
        j = i
        while j < len(s) and s[j] == s[i]: j += 1
        out.append(f"{j - i}{s[i]}"); i = j
    return "".join(out)
print(rle("aaabccddddd"), "".join(chr((ord(c) - 97 + 13) % 26 + 97) if c.isalpha() else c for c in "hello, world"))
def edit(a, b):
    row = list(range(len(b) + 1))
    for i, x in enumerate(a, 1):
        prev, row[0] = row[0], i
        for j, y in enumerate(b, 1): prev, row[j] = row[j], min(row[j] + 1, row[j - 1] + 1, prev + (x != y))
    return row[-1]
print(edit("kitten", "sitting"), edit("", "abc"), edit("flaw", "lawn"))
def brackets(s):
    st = []
    for c in s:
        if c in "([{": st.append(c)
        elif c in ")]}" and (not st or st.pop() + c not in ("()", "[]", "{}")): return False
    return not st
print([brackets(s) for s in ("([]{})", "([)]", "((", "")], [s for s in ("level", "hello", "noon") if s == s[::-1]], sorted(["eat", "tea", "tan", "ate", "nat"], key=sorted))
for i in range(1, 16): print("FizzBuzz" if i % 15 == 0 else "Fizz" if i % 3 == 0 else "Buzz" if i % 5 == 0 else i, end=" ")
print()
def bf(src, inp=""):
    tape, p, i, out, stack, jump = [0] * 100, 0, 0, [], [], {}
    for k, c in enumerate(src):
        if c == "[": stack.append(k)
        elif c == "]": j = stack.pop(); jump[k], jump[j] = j, k
    while i < len(src):
        match src[i]:
            case ">": p += 1
            case "<": p -= 1
            case "+": tape[p] = (tape[p] + 1) % 256
            case "-": tape[p] = (tape[p] - 1) % 256
            case ".": out.append(chr(tape[p]))
            case "[" if not tape[p]: i = jump[i]
            case "]" if tape[p]: i = jump[i]
        i += 1
    return "".join(out)
print(bf("++++++++[>++++[>++>+++>+++>+<<<<-]>+>+>->>+[<]<-]>>.>---.+++++++..+++.>>.<-.<.+++.------.--------.>>+."))
