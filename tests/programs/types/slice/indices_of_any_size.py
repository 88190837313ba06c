for s in (slice(None), slice(1, 2**70), slice(-2**70, None, 2**80), slice(None, None, -2**70), slice(5, 1, -1)):
    for n in (0, 3, 10**30):
        print(s.indices(n))
for bad in (lambda: slice(None).indices(-1), lambda: slice('a').indices(3), lambda: slice(None,None,0).indices(3), lambda: slice(None).indices('a')):
    try: bad()
    except Exception as e: print(type(e).__name__, e)
