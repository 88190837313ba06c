import collections
import collections.abc


def kind(subject):
    match subject:
        case [*items]:
            return 'sequence', len(items)
        case {}:
            return 'mapping'
    return None


class Seq(collections.abc.Sequence):
    def __getitem__(self, index):
        return [7][index]

    def __len__(self):
        return 1


class Map(collections.abc.Mapping):
    def __getitem__(self, key):
        return 1

    def __iter__(self):
        return iter(())

    def __len__(self):
        return 0


class Plain:
    def __len__(self):
        return 0

    def __getitem__(self, index):
        raise IndexError


class Sub(Plain):
    pass


for each in (Seq(), Map(), Plain(), Sub(), collections.UserList([1]), collections.UserDict(), collections.deque(),
             range(2), 'text', b'bytes', bytearray(), {1}):
    print(type(each).__name__, kind(each))
collections.abc.Sequence.register(Plain)
print(kind(Plain()), kind(Sub()))
try:
    class Both(collections.abc.Collection):
        __abc_tpflags__ = collections.abc.Sequence.__flags__ | collections.abc.Mapping.__flags__
except TypeError as exc:
    print(exc)
