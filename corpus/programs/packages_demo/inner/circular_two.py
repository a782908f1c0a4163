from .circular_one import one
two = 2
