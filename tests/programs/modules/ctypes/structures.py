import ctypes, sys
a = []
print(ctypes.c_long.from_address(id(a)).value)
b = a
print(ctypes.c_long.from_address(id(a)).value)
class PyObject(ctypes.Structure):
    _fields_ = [("refcnt", ctypes.c_long)]
print(PyObject.from_address(id(a)).refcnt)
c = ctypes.cast(id(a), ctypes.py_object)
print(c.value is a, sys.getrefcount(a)); del c; print(sys.getrefcount(a))
class V(ctypes.Structure):
    _fields_ = [('ob_refcnt', ctypes.c_ssize_t), ('ob_type', ctypes.c_void_p), ('ob_size', ctypes.c_ssize_t)]
t = (1, 2, 3); l = [0] * 7
for o in (t, l, {'a': 1}, b'abcd', 'héé'):
    v = V.from_address(id(o)); print(v.ob_refcnt > 0, v.ob_type == id(type(o)), v.ob_size)
print(ctypes.sizeof(V), V.ob_type.offset, V.ob_size.size, ctypes.sizeof(ctypes.c_int))
class Pt(ctypes.Structure):
    _fields_ = [('x', ctypes.c_int), ('y', ctypes.c_int)]
p = Pt(1, y=2); p.x += 5; print(p.x, p.y, ctypes.sizeof(Pt), Pt().x)
class T(ctypes.Structure):
    _fields_ = [('n', ctypes.c_ssize_t), ('type', ctypes.py_object)]
class My: pass
m = My(); print(T.from_address(id(m)).type is My)
addr = id(m)
def count(address): return ctypes.c_long.from_address(address).value
print(count(addr)); n = m; print(count(addr)); n.me = n; del n, m; print(count(addr))
import gc; gc.collect()
print(ctypes.cast(id(a), ctypes.POINTER(ctypes.c_ssize_t)).contents.value if hasattr(ctypes, 'POINTER') else 0)
try: ctypes.c_long('x')
except TypeError as e: print(e)
print(ctypes.c_int(2**31), ctypes.c_ubyte(300).value, ctypes.c_long(5))
