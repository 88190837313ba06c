# Unlike CPython: what is built in has docstrings of its own, which say the same in other words.
import gc

print(len.__doc__)
print(list.append.__doc__)
print(gc.collect.__doc__.splitlines()[0])
