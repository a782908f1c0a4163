def outer(n):
    return middle(n) + 1

def middle(n):
    values = [1, 2, 3]
    return inner(values[n],
                 n)

def inner(a, b):
    return (a + b) / (a - a)

print("before")
outer(1)
