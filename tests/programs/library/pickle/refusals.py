import io
import pickle
import threading
import weakref


class Node:
    pass


def outer():
    def inner():
        pass

    class Local:
        pass

    return inner, Local


node = Node()
for value in (weakref.ref(node), (x for x in "a"), threading.Lock(), pickle, outer()[0], outer()[1](), lambda: 1,
              io.StringIO):
    try:
        print(len(pickle.dumps(value)))
    except Exception as error:
        print(type(error).__name__, str(error).split(" at 0x")[0])

for bad in (b"", b"\x80\x04", pickle.dumps([1, 2])[:-3], b"\x80\x09.", b"?", 3, b"a.", pickle.dumps(Node).replace(b"Node", b"Gone")):
    try:
        print(pickle.loads(bad))
    except Exception as error:
        print(type(error).__name__, str(error).split(" from ")[0])
try:
    pickle.dumps(1, 9)
except ValueError as error:
    print(error)


class Holder:
    """Holds an object weakly, and says how that is stored."""

    def __init__(self, target):
        self.ref = weakref.ref(target)

    def __reduce__(self):
        return Holder, (self.ref(),)


both = pickle.loads(pickle.dumps([node, Holder(node)]))
print(both[1].ref() is both[0])


class Safe(pickle.Unpickler):
    def find_class(self, module, name):
        if module != "builtins":
            raise pickle.UnpicklingError(f"global '{module}.{name}' is forbidden")
        return super().find_class(module, name)


print(Safe(io.BytesIO(pickle.dumps([range(3), {1}]))).load())
try:
    Safe(io.BytesIO(pickle.dumps(Node()))).load()
except pickle.UnpicklingError as error:
    print(error)


class Registry(pickle.Pickler):
    def persistent_id(self, obj):
        return "the node" if obj is node else None


class Lookup(pickle.Unpickler):
    def persistent_load(self, pid):
        return node if pid == "the node" else None


file = io.BytesIO()
Registry(file).dump({"a": node, "b": [node]})
file.seek(0)
back = Lookup(file).load()
print(back["a"] is node, back["b"][0] is node)
file = io.BytesIO()
for each in (1, "two", [3]):
    pickle.dump(each, file)
file.seek(0)
print([pickle.load(file) for _ in range(3)])
