"""Flipping prefixes of permutations."""
def run(n=8):
    perm, count, most, check, r, sign = list(range(n)), [0] * n, 0, 0, n, 1
    while True:
        while r != 1:
            count[r - 1] = r
            r -= 1
        p, flips = perm[:], 0
        while (k := p[0]) != 0:
            p[: k + 1] = p[k::-1]
            flips += 1
        most = max(most, flips)
        check += sign * flips
        sign = -sign
        while True:
            if r == n:
                return check, most
            first = perm[0]
            perm[:r] = perm[1 : r + 1]
            perm[r] = first
            count[r] -= 1
            if count[r] > 0:
                break
            r += 1
