class C:
    def __init__(self, a): pass
    def m(self, x, *, key): pass
    @classmethod
    def c(cls): pass
    @staticmethod
    def s(a, b): pass
class NoInit: pass
def f(pos, /, std, *, kw): pass
def g(a, b, c, d): pass
def opt(a, b=1): pass
def va(*args): pass
cases = ["C()", "C(1, 2)", "C(1).m()", "C(1).m(1)", "C(1).m(1, 2, key=3)", "C.m()", "C(1).c(1)", "C.s(1)", "C.s(1, 2, 3)", "NoInit(1)", "f(1, 2)", "f(pos=1, std=2, kw=3)", "f(1, 2, 3, kw=4)", "g()", "g(1)", "g(1, 2)", "g(1, 2, 3)", "g(1, 2, 3, 4, 5)", "g(1, 2, 3, e=4)", "opt(1, 2, 3)", "va(x=1)", "opt(b=2)", "opt(1, a=2)", "len()", "len(1, 2)", "len(x=1)", "abs()", "int(1, 2, 3)", "str(1, 2, 3, 4)", "print(foo=1)", "list(1, 2)", "dict(1, 2)", "isinstance(1)", "isinstance(1, 'x')", "range(1, 2, 3, 4)", "sorted([1], 2)", "max()", "max(1)", "max([])", "min(1, key=5)", "sum(1)", "sum(['a'])", "sum([], 1, 2, 3)", "zip(1)", "map()", "enumerate()", "iter()", "next()", "open()", "ord()", "ord('ab')", "chr('a')", "hash([])", "bool(1, 2)", "float('x')", "float([])", "type()", "type(1, 2)", "object(1)", "getattr(1)", "setattr(1)", "round('a')", "divmod(1)", "pow(1)", "round(1, 'a')", "callable()", "id()", "repr()", "format()", "input(1, 2)", "tuple(1, 2)", "set(1)", "frozenset(1, 2)", "slice()", "super(1)", "vars(1)", "dir(1, 2)", "bytes('a')", "complex('x')", "property(1, 2, 3, 4, 5)", "staticmethod()", "memoryview(1)", "reversed(1)", "filter(1)", "any()", "all(1)", "exec()", "eval(1)", "compile()", "globals(1)", "[].append()", "[].insert(1)", "{}.get()", "''.join()", "''.join(1)", "''.split(1)", "'a'.replace('a')", "(1).bit_length(1)", "[].sort(1)", "[].sort(foo=1)", "{}.update(1)", "{}.setdefault()", "set().add()", "().index()"]
for case in cases:
    try:
        eval(case)
        print("fine:", case)
    except Exception as error:
        print(f"{case}: {type(error).__name__}: {error}")
