# Searches whose work a naive algorithm squares: each of these would take minutes.
n = 200_000
runs = 'a' * n
halves = 'a' * (n // 2)
print((runs).find(halves + 'b' + halves[1:]), runs.rfind(halves[1:] + 'b' + halves))
print((halves + 'b') in runs, ('b' + halves) in runs, runs.count(halves[:-1] + 'b'), runs.rindex(halves))
print(len((runs + 'c' + runs).replace(halves + 'c', '-')), [len(piece) for piece in (runs + 'c').split(halves + 'c')])
print([len(piece) for piece in (runs + 'c').rsplit(halves + 'c')], [len(piece) for piece in (runs + 'b').partition(halves + 'b')])
for make in (bytes, bytearray):
    data, part = make(runs, 'ascii'), make(halves, 'ascii')
    print(data.find(part + b'b' + part), data.rfind(part + b'b' + part), data.count(part + b'b'), part + b'b' in data)
    print(data.rindex(part), data.index(part), len(data.replace(part, b'-')), len(data.split(part)), len(data.rsplit(part)))
wide = '\U0001f600' * n
print(wide.find(wide[:n // 2] + 'x'), wide.rfind('x' + wide[:n // 2]), wide.count(wide[:n // 2]), ('x' + wide[:n // 2]) in wide)

fibonacci = ['a', 'ab']
while len(fibonacci[-1]) < n:
    fibonacci.append(fibonacci[-1] + fibonacci[-2])
text = fibonacci[-1]
for part in (*fibonacci[-6:-1], fibonacci[-4] + 'b', fibonacci[-4] + 'bb', 'bb' + fibonacci[-4], fibonacci[-3][::-1]):
    print(len(part), text.find(part), text.rfind(part), text.count(part), text.encode().find(part.encode()), text.find(part, 1000, -1000))

# Where a search may end is where it stops reading.
line = 'word ' * 100_000
print(sum(line.find('x', at, at + 8) for at in range(0, len(line), 5)), sum(line.count('x', at, at + 8) for at in range(0, len(line), 5)))
