x = 1_000abc
