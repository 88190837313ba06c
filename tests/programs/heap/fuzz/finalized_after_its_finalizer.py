import gc, weakref
class Tracked:
    def __del__(self):
        print(gc.is_finalized(self), gc.is_tracked(self))
Tracked()
[Tracked()]
one = Tracked()
one.me = one
del one
gc.collect()
