class Z:
    __slots__ = ('a',)


class W:
    pass


class G:
    __slots__ = ['a', 'b']


class H:
    __slots__ = ['b', 'a']


class L(H):
    __slots__ = ['e']


class I:
    __slots__ = ['a', 'b']


class M(I):
    __slots__ = ['e']


class N(I):
    pass


class O(G):
    pass


def attempt(obj, cls):
    try:
        obj.__class__ = cls
        print(type(obj))
    except TypeError as exc:
        print(exc)


attempt(Z(), W)
attempt(W(), Z)
attempt(Z(), int)
attempt(L(), M)
attempt(G(), H)
attempt(I(), G)
attempt(N(), O)
attempt(N(), I)
