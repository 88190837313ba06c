# What changes while it is read, white space of bytes, names given twice.


def attempt(action):
    try:
        print(action())
    except Exception as error:
        print(type(error).__name__, error)


class Clearing:
    def __index__(self):
        items.clear()
        return 42


items = [Clearing(), Clearing()]
attempt(lambda: bytes(items))

array = bytearray(b'Now you see me')


class Boom:
    def __index__(self):
        array.clear()
        return 0


def put():
    array[0] = Boom()


attempt(put)
joined = bytearray(b',')


def parts():
    joined.clear()
    yield b'a'


attempt(lambda: joined.join(parts()))
print(b'a\x1cb c\x85d\xa0e'.split(), b'\x1c\x1d '.rsplit(), 'a\x1cb c\x85d\xa0e'.split())
attempt(lambda: bytes.fromhex('\x1c'))
attempt(lambda: b'ab'.hex('\xff'))
attempt(lambda: memoryview(b'\x1a\x2b').hex(':'))
attempt(lambda: b'%(foo)b!' % {b'foo': b'abc'})
attempt(lambda: bytes(b'x', source=b'y'))
attempt(lambda: str(b'x', 'utf-8', encoding='ascii'))
attempt(lambda: '{}'.format_map({'a': 1}))
attempt(lambda: 'a'.translate({97: 0x110000}))
attempt(lambda: bytes('x'))
attempt(lambda: bytearray('x'))
attempt(lambda: b'ab' * 10 ** 15)
whole = b'ab'
print(whole * 1 is whole, 'ab'.expandtabs() == 'ab')


class Text(str):
    pass


class Shown:
    def __repr__(self):
        return Text('<abc>')


print(type(ascii(Shown())), type(repr(Shown())))
view = memoryview(array)
iterator = iter(bytearray(b'abc'))
print(iterator.__length_hint__())
