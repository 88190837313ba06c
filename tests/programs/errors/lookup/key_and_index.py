d = {"a": 1, 2: "b", (1, 2): "t"}
for key in ("b", 3, (1, 3), None, "", "with 'quote'", 1.5, frozenset()):
    try:
        d[key]
    except KeyError as error:
        print(repr(error), str(error), error.args)
for action in ("[][0]", "[1][-2]", "()[0]", "''[0]", "'abc'[3]", "range(3)[3]", "b''[0]", "x = []; x[0] = 1", "x = []; del x[0]", "[].pop()", "[1].pop(1)", "bytearray()[0]", "d.pop('zz')", "del d['zz']", "{}.popitem()", "set().remove(1)", "{1}.remove((2,))", "import collections; collections.deque().pop()", "import collections; collections.deque([1])[5]", "d[[]]", "[1, 2][10 ** 30]", "'%(x)s' % {}", "'{x}'.format()", "'{0}'.format()", "import collections; collections.OrderedDict().popitem()", "import collections; collections.ChainMap()['k']", "import collections; collections.Counter()['x']; raise KeyError", "class K(dict): pass\nK()['m']"):
    try:
        exec(action)
        print("fine", action)
    except Exception as error:
        print(type(error).__name__, error)
raise KeyError("multi\nline")
