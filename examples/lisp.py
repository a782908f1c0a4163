"""A small Lisp: reader, evaluator with tail calls, closures, macros, and a prelude written in itself."""

import operator
import sys
from collections import deque
from functools import reduce


class LispError(Exception):
    pass


class Symbol(str):
    __slots__ = ()

    def __repr__(self):
        return str(self)


class Pairs(list):
    """A list as Lisp prints it."""

    def __repr__(self):
        return "(" + " ".join(show(item) for item in self) + ")"


def show(value):
    if value is True:
        return "#t"
    if value is False:
        return "#f"
    if value is None:
        return "nil"
    if isinstance(value, Symbol):
        return str(value)
    if isinstance(value, str):
        return '"' + value.replace('"', '\\"') + '"'
    if isinstance(value, list):
        return repr(Pairs(value))
    return str(value)


# Reader ----------------------------------------------------------------------


def tokens(text):
    index = 0
    while index < len(text):
        char = text[index]
        if char.isspace():
            index += 1
        elif char == ";":
            while index < len(text) and text[index] != "\n":
                index += 1
        elif char in "()'`,":
            yield char
            index += 1
        elif char == '"':
            end = text.index('"', index + 1)
            yield text[index : end + 1]
            index = end + 1
        else:
            end = index
            while end < len(text) and not text[end].isspace() and text[end] not in "()'`,\"":
                end += 1
            yield text[index:end]
            index = end


QUOTES = {"'": Symbol("quote"), "`": Symbol("quasiquote"), ",": Symbol("unquote")}
CONSTANTS = {"#t": True, "#f": False, "nil": None}


def atom(token):
    if token in CONSTANTS:
        return CONSTANTS[token]
    if token.startswith('"'):
        return token[1:-1]
    for convert in (int, float):
        try:
            return convert(token)
        except ValueError:
            pass
    return Symbol(token)


def read(queue):
    if not queue:
        raise LispError("unexpected end of text")
    token = queue.popleft()
    if token == ")":
        raise LispError("unexpected )")
    if token in QUOTES:
        return Pairs([QUOTES[token], read(queue)])
    if token != "(":
        return atom(token)
    items = Pairs()
    while queue and queue[0] != ")":
        items.append(read(queue))
    if not queue:
        raise LispError("missing )")
    queue.popleft()
    return items


def read_all(text):
    queue = deque(tokens(text))
    while queue:
        yield read(queue)


# Evaluator -------------------------------------------------------------------


class Env(dict):
    def __init__(self, names=(), values=(), outer=None):
        super().__init__()
        self.outer = outer
        names = list(names)
        if Symbol(".") in names:
            split = names.index(".")
            self.update(zip(names[:split], values))
            self[names[split + 1]] = Pairs(values[split:])
        elif len(names) != len(values):
            raise LispError(f"expected {len(names)} arguments, got {len(values)}")
        else:
            self.update(zip(names, values))

    def find(self, name):
        env = self
        while env is not None:
            if name in env:
                return env
            env = env.outer
        raise LispError(f"unbound name {name}")


class Closure:
    def __init__(self, names, body, env, macro=False):
        self.names, self.body, self.env, self.macro = names, body, env, macro

    def __str__(self):
        return f"<{'macro' if self.macro else 'lambda'} {show(self.names)}>"

    def __call__(self, *arguments):
        return evaluate(self.body, Env(self.names, arguments, self.env))


def quasi(form, env):
    if not isinstance(form, list):
        return form
    if form and form[0] == "unquote":
        return evaluate(form[1], env)
    return Pairs(quasi(item, env) for item in form)


def evaluate(form, env):
    while True:
        if isinstance(form, Symbol):
            return env.find(form)[form]
        if not isinstance(form, list) or not form:
            return form
        match form:
            case ["quote", value]:
                return value
            case ["quasiquote", template]:
                return quasi(template, env)
            case ["if", test, then, *otherwise]:
                value = evaluate(test, env)
                form = then if value is not False and value is not None else (otherwise or [None])[0]
            case ["define", [name, *names], *body]:
                env[name] = Closure(names, Pairs([Symbol("begin"), *body]), env)
                return None
            case ["define", name, value]:
                env[name] = evaluate(value, env)
                return None
            case ["define-macro", [name, *names], body]:
                env[name] = Closure(names, body, env, macro=True)
                return None
            case ["set!", name, value]:
                env.find(name)[name] = evaluate(value, env)
                return None
            case ["lambda", names, *body]:
                return Closure(names, Pairs([Symbol("begin"), *body]), env)
            case ["begin", *body]:
                for part in body[:-1]:
                    evaluate(part, env)
                form = body[-1]
            case [head, *rest]:
                function = evaluate(head, env)
                if isinstance(function, Closure) and function.macro:
                    form = function(*rest)
                    continue
                values = [evaluate(item, env) for item in rest]
                if isinstance(function, Closure):
                    env = Env(function.names, values, function.env)
                    form = function.body
                elif callable(function):
                    return function(*values)
                else:
                    raise LispError(f"{show(function)} is not a function")


def chain(compare):
    return lambda *values: all(compare(a, b) for a, b in zip(values, values[1:]))


GLOBALS = Env()
GLOBALS.update(
    {Symbol(name): function for name, function in {
        "+": lambda *v: sum(v), "*": lambda *v: reduce(operator.mul, v, 1),
        "-": lambda a, *v: a - sum(v) if v else -a, "/": operator.truediv, "mod": operator.mod,
        "=": chain(operator.eq), "<": chain(operator.lt), ">": chain(operator.gt),
        "car": lambda p: p[0], "cdr": lambda p: Pairs(p[1:]), "cons": lambda a, p: Pairs([a, *p]),
        "list": lambda *v: Pairs(v), "null?": lambda p: p == [], "length": len,
        "append": lambda *v: Pairs(sum(map(list, v), [])),
        "print": lambda *v: print(*(x if isinstance(x, str) else show(x) for x in v)),
        "apply": lambda f, v: f(*v), "not": lambda v: v is False or v is None,
    }.items()}
)

PRELUDE = """
(define (map f xs) (if (null? xs) '() (cons (f (car xs)) (map f (cdr xs)))))
(define (filter p xs)
  (if (null? xs) '() (if (p (car xs)) (cons (car xs) (filter p (cdr xs))) (filter p (cdr xs)))))
(define (fold f start xs) (if (null? xs) start (fold f (f start (car xs)) (cdr xs))))
(define (range a b) (if (< a b) (cons a (range (+ a 1) b)) '()))
(define (compose f g) (lambda (x) (f (g x))))
(define-macro (unless test . body) `(if ,test nil ,(cons 'begin body)))
(define-macro (let1 name value body) `((lambda (,name) ,body) ,value))
"""

PROGRAM = """
(print "sum" (fold + 0 (range 1 101)))
(define (fact n) (if (= n 0) 1 (* n (fact (- n 1)))))
(print "fact" (fact 25))
(define (loop n acc) (if (= n 0) acc (loop (- n 1) (+ acc n))))
(print "tail calls" (loop 20000 0))
(print (map (lambda (x) (* x x)) (range 0 8)) (filter (lambda (x) (= 0 (mod x 3))) (range 0 20)))
(define (make-counter) (let1 n 0 (lambda () (begin (set! n (+ n 1)) n))))
(define tick (make-counter)) (tick) (tick)
(print "counter" (tick) ((compose fact length) '(a b c d)))
(unless (> 1 2) (print "unless") (print `(1 ,(+ 1 1) (nested ,(car '(x y))))))
(print (apply max-of '(1 2)))
"""


def run(text):
    for form in read_all(text):
        try:
            evaluate(form, GLOBALS)
        except LispError as error:
            print("error:", error, file=sys.stdout)


run(PRELUDE)
run(PROGRAM)
for broken in ("(car", ")", "(1 2)", "(fact)"):
    try:
        run(broken)
    except LispError as error:
        print("cannot read:", error)
