import gc, sys
print()
print()
gc.collect()
def made(cls, name):
    pass
pair1 = ((None,),)
print(len(pair1), gc.is_tracked(pair1))
