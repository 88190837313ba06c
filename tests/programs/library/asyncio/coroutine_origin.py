# Where coroutines are made, when that is recorded.
import sys
async def f(): pass
print(f.__code__.co_firstlineno, sys.get_coroutine_origin_tracking_depth())
def g(): return f()
def h(): return g()
c=h(); print(c.cr_origin); c.close()
for d in (1,2,5):
    sys.set_coroutine_origin_tracking_depth(d); c=h(); print(c.cr_origin, sys.get_coroutine_origin_tracking_depth()); c.close()
c=h(); del c
def l(): return (x async for x in y)
y=None
for w in (-1,'a'):
    try: sys.set_coroutine_origin_tracking_depth(w)
    except Exception as e: print(type(e).__name__, e)
