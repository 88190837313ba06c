x = [1, 2, 3]
print("no functions here")
class_free = {"a": 1}
import weakref
class K: pass
k = K()
weakref.finalize(k, print, "finalized at exit")
