/** `graphlib`: an order in which everything comes after what it depends on; as `Lib/graphlib.py`. */
export const graphlibSource = String.raw`
from types import GenericAlias

__all__ = ["TopologicalSorter", "CycleError"]


class CycleError(ValueError):
    """Raised where nodes depend on each other in a circle: the second argument is that circle."""


class _Entry:
    # How many predecessors are not done yet; who waits for this node; whether it was handed out, and is done.
    __slots__ = 'waits_for', 'successors', 'is_out', 'is_done'

    def __init__(self):
        self.waits_for = 0
        self.successors = []
        self.is_out = self.is_done = False


class TopologicalSorter:
    """Sorts hashable nodes by their predecessors."""

    def __init__(self, graph=None):
        self._entries = {}
        # None until the graph is complete, then the nodes to be handed out next.
        self._ready = None
        self._out = self._done = 0
        if graph is not None:
            for node, predecessors in graph.items():
                self.add(node, *predecessors)

    def _entry(self, node):
        entry = self._entries.get(node)
        if entry is None:
            entry = self._entries[node] = _Entry()
        return entry

    def add(self, node, *predecessors):
        if self._ready is not None:
            raise ValueError("Nodes cannot be added after a call to prepare()")
        self._entry(node).waits_for += len(predecessors)
        for each in predecessors:
            self._entry(each).successors.append(node)

    def prepare(self):
        if self._ready is not None:
            raise ValueError("cannot prepare() more than once")
        self._ready = [node for node, entry in self._entries.items() if entry.waits_for == 0]
        cycle = self._find_cycle()
        if cycle:
            raise CycleError("nodes are in a cycle", cycle)

    def _check_prepared(self):
        if self._ready is None:
            raise ValueError("prepare() must be called first")

    def get_ready(self):
        self._check_prepared()
        nodes = tuple(self._ready)
        for node in nodes:
            self._entries[node].is_out = True
        self._ready.clear()
        self._out += len(nodes)
        return nodes

    def is_active(self):
        self._check_prepared()
        return self._done < self._out or bool(self._ready)

    def __bool__(self):
        return self.is_active()

    def done(self, *nodes):
        self._check_prepared()
        for node in nodes:
            entry = self._entries.get(node)
            if entry is None:
                raise ValueError(f"node {node!r} was not added using add()")
            if entry.is_done:
                raise ValueError(f"node {node!r} was already marked done")
            if not entry.is_out:
                raise ValueError(f"node {node!r} was not passed out (still not ready)")
            entry.is_done = True
            for each in entry.successors:
                successor = self._entries[each]
                successor.waits_for -= 1
                if successor.waits_for == 0:
                    self._ready.append(each)
            self._done += 1

    def _find_cycle(self):
        seen = set()
        for start in self._entries:
            # The path to the node that is looked at, with the successors that are left at each step.
            path, places, left = [], {}, []
            node, is_new = start, True
            while True:
                if is_new and node not in seen:
                    seen.add(node)
                    places[node] = len(path)
                    path.append(node)
                    left.append(iter(self._entries[node].successors))
                elif is_new and node in places:
                    return path[places[node]:] + [node]
                if not path:
                    break
                for node in left[-1]:
                    is_new = True
                    break
                else:
                    del places[path.pop()]
                    left.pop()
                    is_new = False
        return None

    def static_order(self):
        self.prepare()
        while self.is_active():
            nodes = self.get_ready()
            yield from nodes
            self.done(*nodes)

    __class_getitem__ = classmethod(GenericAlias)
`
