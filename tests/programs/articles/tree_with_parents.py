"""A document tree: strong children, weak parents, no work for the collector."""
import gc
import weakref


class Element:
    def __init__(self, tag, *children, **attributes):
        self.tag = tag
        self.attributes = attributes
        self._parent = None
        self.children = []
        for child in children:
            self.append(child)

    @property
    def parent(self):
        if self._parent is None:
            return None
        return self._parent()

    def append(self, child):
        if child.parent is not None:
            child.parent.remove(child)
        child._parent = weakref.ref(self)
        self.children.append(child)
        return child

    def remove(self, child):
        self.children.remove(child)
        child._parent = None

    def walk(self, depth=0):
        yield depth, self
        for child in self.children:
            yield from child.walk(depth + 1)

    def ancestors(self):
        node = self.parent
        while node is not None:
            yield node
            node = node.parent

    @property
    def path(self):
        return "/".join([a.tag for a in reversed(list(self.ancestors()))] + [self.tag])

    def find(self, tag):
        return next((e for _, e in self.walk() if e.tag == tag), None)

    def __del__(self):
        print("  freed", self.tag)

    def __repr__(self):
        attrs = "".join(f" {k}={v!r}" for k, v in self.attributes.items())
        return f"<{self.tag}{attrs}>"


def show(root):
    for depth, element in root.walk():
        print("  " * depth + repr(element))


gc.collect()
gc.disable()
page = Element(
    "html",
    Element("head", Element("title", lang="en")),
    Element("body", Element("h1", id=1), Element("p", Element("em"), Element("a", href="#"))),
)
show(page)
link = page.find("a")
print(link.path, [a.tag for a in link.ancestors()])
paragraph = link.parent
page.find("h1").append(paragraph)
print(link.path)
show(page)
print("dropping the page, keeping", link)
del paragraph
page = None
print("parent is now", link.parent, "path", link.path)
print("garbage for the collector:", gc.collect())
del link
print("end")
