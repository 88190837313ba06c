# Unlike CPython: what is built in has docstrings of its own, which say the same in other words.
import gc

print([len(each.__doc__) for each in (len, list.append, gc.collect)])
