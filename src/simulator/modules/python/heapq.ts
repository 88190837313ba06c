/** `heapq`: priority queues; as `Lib/heapq.py`. The heap itself is in `_heapq`. */
export const heapqSource = String.raw`
from _heapq import (
    heappush, heappop, heapify, heapreplace, heappushpop, _heappop_max, _heapreplace_max, _heapify_max,
)

__all__ = ['heappush', 'heappop', 'heapify', 'heapreplace', 'merge', 'nlargest', 'nsmallest', 'heappushpop']


def merge(*iterables, key=None, reverse=False):
    """The items of sorted iterables in order, one after the other."""
    if reverse:
        arrange, take, exchange, direction = _heapify_max, _heappop_max, _heapreplace_max, -1
    else:
        arrange, take, exchange, direction = heapify, heappop, heapreplace, 1
    # [sort key, number of the iterable, item, how to get the next]: the number decides among equals.
    heap = []
    for order, each in enumerate(map(iter, iterables)):
        following = each.__next__
        try:
            item = following()
        except StopIteration:
            continue
        heap.append([item if key is None else key(item), order * direction, item, following])
    arrange(heap)
    while len(heap) > 1:
        try:
            while True:
                entry = heap[0]
                _, _, item, following = entry
                yield item
                item = following()
                entry[2] = item
                entry[0] = item if key is None else key(item)
                exchange(heap, entry)
        except StopIteration:
            take(heap)
    if heap:
        _, _, item, following = heap[0]
        yield item
        yield from following.__self__


def _best(n, iterable, key, direction, arrange, exchange, is_better):
    """The n best items, best first; equal ones in their order."""
    items = iter(iterable)
    heap = [(item if key is None else key(item), i * direction, item) for i, item in zip(range(n), items)]
    if not heap:
        return []
    arrange(heap)
    worst = heap[0][0]
    order = n * direction
    for item in items:
        k = item if key is None else key(item)
        if is_better(k, worst):
            exchange(heap, (k, order, item))
            worst = heap[0][0]
            order += direction
    return heap


def nsmallest(n, iterable, key=None):
    if n == 1:
        nothing = object()
        result = min(iter(iterable), default=nothing, key=key)
        return [] if result is nothing else [result]
    try:
        size = len(iterable)
    except (TypeError, AttributeError):
        pass
    else:
        if n >= size:
            return sorted(iterable, key=key)[:n]
    heap = _best(n, iterable, key, 1, _heapify_max, _heapreplace_max, lambda k, worst: k < worst)
    heap.sort()
    return [item for _, _, item in heap]


def nlargest(n, iterable, key=None):
    if n == 1:
        nothing = object()
        result = max(iter(iterable), default=nothing, key=key)
        return [] if result is nothing else [result]
    try:
        size = len(iterable)
    except (TypeError, AttributeError):
        pass
    else:
        if n >= size:
            return sorted(iterable, key=key, reverse=True)[:n]
    heap = _best(n, iterable, key, -1, heapify, heapreplace, lambda k, worst: worst < k)
    heap.sort(reverse=True)
    return [item for _, _, item in heap]
`
