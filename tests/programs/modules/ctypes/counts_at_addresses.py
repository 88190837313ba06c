import ctypes
import gc
import sys


def ref_count(address):
    return ctypes.c_long.from_address(address).value


x = [1, 2, 3]
print(ref_count(id(x)), sys.getrefcount(x) - 1)
y = x
print(ref_count(id(x)))
address = id(x)
del x
print(ref_count(address))
del y
print(ref_count(address))
print(ref_count(id(None)), ref_count(id(1)), ref_count(id(True)))


class Node:
    def __init__(self):
        self.me = self


node = Node()
address = id(node)
print(ref_count(address))
del node
print(ref_count(address))
print(gc.collect(), ref_count(address))
item = [9]
print(ctypes.cast(id(item), ctypes.py_object).value is item)
print(ctypes.py_object(item), ctypes.c_long(5), ctypes.c_uint(-1), ctypes.c_int(2**40))
ctypes.pythonapi.Py_IncRef(ctypes.py_object(item))
print(sys.getrefcount(item))
ctypes.pythonapi.Py_DecRef(ctypes.py_object(item))
print(sys.getrefcount(item), ctypes.sizeof(ctypes.c_long), ctypes.sizeof(ctypes.c_int))
