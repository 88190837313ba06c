import sys, gc, weakref, copy
class Slotted:
    __slots__ = ('left', '__weakref__')
class Meta(type): pass
class Tree(dict, metaclass=Meta):
    def __init__(self, *children):
        self.children = list(children)
    def __del__(self): print('gone', len(self.children))
class Err(Exception):
    def __getstate__(self): return {'kept': 1}
s = Slotted(); s.left = s
print(copy.copy(s).left is s, copy.deepcopy(s).left is s)
t = Tree(Tree(), Tree()); t['up'] = t
u = copy.deepcopy(t)
print(u['up'] is u, sys.getrefcount(u), sys.getrefcount('children'), sys.getrefcount('unseen_word') < 99)
for bad in (gc, (x for x in ()), weakref.ref(s), memoryview(b'')):
    try: copy.copy(bad); print(type(bad).__name__, 'copied')
    except TypeError as error: print(error)
print(copy.copy(Err(1)).__dict__, object().__reduce_ex__(2)[1:])
def produce():
    try:
        box = [(yield)]
        while True: box.append((yield len(box)))
    finally: print('closing', len(box), sys.getrefcount(box))
g = produce(); next(g); g.send(1); g.send(2)
keep = weakref.finalize(t, print, 'final')
