import sys
qwert = 1
class Zork:
    def meth(self, argum): self.attrib = 1; return argum
def funct(kwargname=2): lokal = 3; return lokal
funct(kwargname=3)
print([ (w, sys.getrefcount(w)) for w in ('qwert', 'Zork', 'meth', 'argum', 'attrib', 'funct', 'kwargname', 'lokal', 'other')])
exec('laterx = 1; print(sys.getrefcount("laterx"))')
print(sys.getrefcount('laterx'), sys.getrefcount('Zork.meth'))
for word in ('name', 'data', 'key', 'spam', 'self', 'append', '__init__', 'path', 'word_of_nobody'):
    print(word, sys.getrefcount(word) == 4294967295)
built = ''.join(['na', 'me'])
print(sys.getrefcount(built), sys.getrefcount(sys.intern(built)), sys.intern(built) is built)
import collections, weakref
print([sys.getrefcount(word) == 4294967295 for word in ('OrderedDict', 'namedtuple', 'WeakMethod', 'finalize', 'gets_no_name')])
