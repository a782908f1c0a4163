from .circular_two import two
one = 1
