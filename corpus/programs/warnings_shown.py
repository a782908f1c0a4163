import warnings
warnings.warn("a user warning")
def old():
    warnings.warn("old() is deprecated", DeprecationWarning, stacklevel=2)
old()
for _ in range(2):
    warnings.warn("once per place", RuntimeWarning)
with warnings.catch_warnings(record=True) as caught:
    warnings.simplefilter("always")
    old()
    print(len(caught), caught[0].category.__name__, caught[0].message)
with warnings.catch_warnings():
    warnings.simplefilter("error")
    try:
        warnings.warn("becomes an error")
    except UserWarning as error:
        print(repr(error))
print("\d", 5 is 5, (1)
      if True else 2)
assert (1, "always true")
