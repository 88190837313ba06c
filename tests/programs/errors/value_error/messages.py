cases = ["int('abc')", "int('1.5')", "int('')", "int('0x', 16)", "float('a b')", "[1].remove(5)", "[].index(1)", "(1,).index(2)", "'a'.index('b')", "x, y = 1, 2, 3", "x, y, z = [1, 2]", "x, *y = []", "x, y = {}", "x, = 1, 2", "(x, y), z = [1], 2", "for x, y in [(1, 2, 3)]: pass", "range(1, 2, 0)", "[1][::0]", "chr(-1)", "chr(0x110000)", "math.sqrt(-1)", "math.log(0)", "math.factorial(-1)", "'a'.split('')", "'{'.format()", "'abc'.center(5, 'ab')", "max([])", "min(())", "max([], default=3)", "round(float('nan'))", "int(float('inf'))", "bytes([300])", "bytes(-1)", "dict([(1,)])", "dict([1])", "zip([1], [], strict=True)", "list(zip([1], [], strict=True))", "complex('x')", "slice(1).indices(-1)", "pow(2, -1, 4)", "pow(1, 2, 0)", "1 << -1", "compile('1', 'x', 'bad')", "int('1', 99)", "'x'.encode('nope')", "b'\\xff'.decode('ascii')", "format(1, 'zz')", "'%z' % 1", "[1, 2, 3].index(3, 0, 1)", "bytearray(b'a').remove(98)", "'\\ud800'.encode()", "memoryview(b'').cast('q', [1])", "next(iter([]))", "eval('')", "[].pop()", "{}.popitem()", "set().pop()", "'a'.rindex('z')", "b''.index(b'a')", "str(b'a', 5)", "'a b'.split(None, 'x')"]
import math
for case in cases:
    try:
        exec(case)
        print("fine:", case)
    except Exception as error:
        print(f"{case}: {type(error).__name__}: {error}")
