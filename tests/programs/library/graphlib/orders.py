# What comes after what: dependencies in an order that respects them.
from graphlib import CycleError, TopologicalSorter

graph = {"D": {"B", "C"}, "C": {"A"}, "B": {"A"}}
order = list(TopologicalSorter(graph).static_order())
print(order[0], sorted(order[1:3]), order[3])
print(list(TopologicalSorter({}).static_order()), list(TopologicalSorter({1: [], 2: [1, 1], 3: [2]}).static_order()))

sorter = TopologicalSorter()
sorter.add("pack", "cut", "paint")
sorter.add("paint", "cut")
sorter.add("sweep")
sorter.add("cut")
sorter.prepare()
while sorter:
    ready = sorter.get_ready()
    print(ready, sorter.get_ready(), sorter.is_active())
    sorter.done(*ready)
print(bool(sorter), sorter.is_active())

for broken in ({1: [2], 2: [3], 3: [1]}, {"a": ["a"]}, {1: [], 2: [1, 4], 3: [2], 4: [3], 5: [6], 6: [5]}):
    try:
        TopologicalSorter(broken).prepare()
    except CycleError as error:
        print(error.args, isinstance(error, ValueError))

partly = TopologicalSorter({1: [2], 2: [1], 4: [3]})
try:
    partly.prepare()
except CycleError:
    print(partly.get_ready())
fresh = TopologicalSorter({1: [2]})
for wrong in (
    fresh.get_ready,
    fresh.is_active,
    lambda: fresh.done(1),
    fresh.prepare,
    lambda: fresh.add(3),
    lambda: fresh.done(7),
    lambda: fresh.done(1),
    lambda: (fresh.get_ready(), fresh.done(2), fresh.done(2)),
    lambda: TopologicalSorter().add([]),
):
    try:
        print(wrong())
    except (ValueError, TypeError) as error:
        print(type(error).__name__, error)
try:
    fresh.prepare()
except ValueError as error:
    print(error)
print(TopologicalSorter[int])
