class Shape:
    def __init__(self):
        self.colour = "red"

def area(width, height):
    return widht * height

import sys, traceback
for attempt in (lambda: Shape().color, lambda: area(1, 2), lambda: "x".uper(), lambda: sys.argvv, lambda: prnit(1), lambda: exec("from itertools import chainn"), lambda: [].appendd, lambda: xyzzy):
    try:
        attempt()
    except Exception as error:
        print("".join(traceback.format_exception_only(error)), end="")

Shape().colur
