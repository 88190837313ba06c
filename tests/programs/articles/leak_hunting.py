"""Finding a leak with gc.get_objects and gc.get_referrers."""
import gc
import sys
import types


class Document:
    def __init__(self, title):
        self.title = title
        self.pages = []

    def __repr__(self):
        return f"Document({self.title!r})"


class Page:
    def __init__(self, document, number):
        self.document = document
        self.number = number
        document.pages.append(self)


_recent = []
_hooks = {}


def open_document(title):
    document = Document(title)
    for n in range(2):
        Page(document, n)
    _recent.append(document)
    _hooks[title] = lambda: document.title
    return document


def close_document(document):
    _recent.remove(document)


def living(kind):
    return [o for o in gc.get_objects() if type(o) is kind]


def describe(referrer):
    if isinstance(referrer, types.CellType):
        return "a closure's cell"
    if isinstance(referrer, types.FrameType):
        return "a frame"
    if isinstance(referrer, dict):
        return f"a dict with {len(referrer)} keys"
    if isinstance(referrer, list):
        return f"a list of {len(referrer)}"
    return f"{type(referrer).__name__} {getattr(referrer, 'number', '')}".strip()


def who_keeps(target, ignore):
    found = []
    for referrer in gc.get_referrers(target):
        if any(referrer is other for other in ignore):
            continue
        found.append(describe(referrer))
    return sorted(found)


gc.collect()
first = open_document("first")
second = open_document("second")
print("documents:", len(living(Document)), "pages:", len(living(Page)))
close_document(first)
close_document(second)
del first, second
print("closed, collect:", gc.collect())
leaked = living(Document)
print("leaked:", sorted(leaked, key=lambda d: d.title))
for document in leaked:
    print(document, "count", sys.getrefcount(document), "kept by", who_keeps(document, [leaked, globals()]))
del document
cell = next(r for r in gc.get_referrers(leaked[0]) if isinstance(r, types.CellType))
closures = [r for r in gc.get_referrers(cell) if isinstance(r, tuple)]
functions = [f for c in closures for f in gc.get_referrers(c) if isinstance(f, types.FunctionType)]
print("the cell belongs to", [f.__qualname__ for f in functions])
del cell, closures, functions
print("the function is in _hooks:", sorted(_hooks))
_hooks.clear()
leaked.clear()
print("hooks cleared; collect:", gc.collect())
print("documents:", len(living(Document)), "pages:", len(living(Page)))
