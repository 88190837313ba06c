"""An LRU cache from a dict and a doubly linked list; who frees the links?"""
import gc
import weakref


class Link:
    __slots__ = ("key", "value", "_prev", "next", "__weakref__")

    def __init__(self, key, value):
        self.key = key
        self.value = value
        self._prev = None
        self.next = None

    @property
    def prev(self):
        return None if self._prev is None else self._prev()

    @prev.setter
    def prev(self, link):
        self._prev = None if link is None else weakref.ref(link)

    def __repr__(self):
        return f"{self.key}={self.value}"

    def __del__(self):
        print("    link freed:", self.key)


class LRU:
    def __init__(self, capacity):
        self.capacity = capacity
        self.links = {}
        self.head = self.tail = None
        self.hits = self.misses = 0

    def _unlink(self, link):
        before, after = link.prev, link.next
        if before is None:
            self.head = after
        else:
            before.next = after
        if after is None:
            self.tail = before
        else:
            after.prev = before
        link.prev = link.next = None

    def _push_front(self, link):
        link.next = self.head
        if self.head is not None:
            self.head.prev = link
        self.head = link
        if self.tail is None:
            self.tail = link

    def get(self, key, default=None):
        link = self.links.get(key)
        if link is None:
            self.misses += 1
            return default
        self.hits += 1
        self._unlink(link)
        self._push_front(link)
        return link.value

    def put(self, key, value):
        if key in self.links:
            self._unlink(self.links.pop(key))
        elif len(self.links) >= self.capacity:
            oldest = self.tail
            print("  evict", oldest)
            self._unlink(oldest)
            del self.links[oldest.key]
        link = self.links[key] = Link(key, value)
        self._push_front(link)

    def __iter__(self):
        link = self.head
        while link is not None:
            yield link.key
            link = link.next


def main():
    gc.disable()
    cache = LRU(3)
    for n, word in enumerate(["ant", "bee", "cat"]):
        cache.put(word, n)
    print("order:", list(cache))
    print("get ant:", cache.get("ant"))
    print("get zoo:", cache.get("zoo", "absent"))
    print("order:", list(cache))
    cache.put("dog", 3)
    print("order:", list(cache))
    cache.put("ant", 100)
    print("order:", list(cache))
    print("hits", cache.hits, "misses", cache.misses)
    del cache
    print("garbage left:", len([o for o in gc.get_objects() if isinstance(o, Link)]))


if __name__ == "__main__":
    main()
