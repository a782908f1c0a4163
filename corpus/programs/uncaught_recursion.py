import sys
sys.setrecursionlimit(120)

def down(n):
    return down(n + 1)

def entry():
    down(0)

entry()
