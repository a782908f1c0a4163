for i in range(3):
    if i == 0: print("zero")
    elif i == 1: print("one")
    else: print("many")
else:
    print("loop done")
i = 0
while True:
    i += 1
    if i % 2: continue
    if i > 6: break
    print(i, end=" ")
print()
while i: i -= 1
else: print("ran out", i)
for i in []: pass
else: print("empty")
for i in range(5):
    for j in range(5):
        if j == 3: break
        if i == 2: continue
        print(i, j, end="; ")
    else:
        print("never")
    if i == 3: break
print()
print(1 < 2 < 3, 1 < 2 > 1, 3 > 2 > 2, 1 == 1.0 == True, not 1 == 2, 1 in [1] in [[1]], None is None is not 5)
print(0 or "a", 1 and "b", 0 and "c", "" or [] or {}, not [], 1 if [] else 2, (0 or 1) and (2 or 3))
def side(x): print("side", x); return x
print(side(1) and side(0) or side(2), side(3) < side(2) < side(9), [side(4), side(5)][side(0)])
if (m := len("abc")) > 2: print("walrus", m)
print([y := 1, y**2], [last := x for x in range(3)], last, any((hit := x) > 1 for x in [1, 2, 3]), hit)
x = y = z = []; x.append(1); print(y, z, x is z)
a, (b, [c, *d]), e = 1, (2, [3, 4, 5]), 6; print(a, b, c, d, e)
lst = [0, 1]; i = 0; i, lst[i] = 1, "set"; print(lst)
assert True, "fine"
pass; ...; None
del x; print("x" in globals(), __name__)
try: x
except NameError as error: print(error)
global_value = 1
def change():
    global global_value, made
    global_value += 1; made = "here"
change(); print(global_value, made)
while 1:
    try: break
    finally: print("finally on break")
for q in range(2):
    try: continue
    finally: print("finally on continue", q)
