/**
 * `unittest.util`: what messages are made of: a repr that never fails, two reprs shortened so that their first
 * difference stays in sight, and differences between collections. As `Lib/unittest/util.py`.
 */
export const utilSource = String.raw`
__unittest = True

# A message's reprs are cut to this length; what is left out is counted in brackets.
_MAX_LENGTH = 80
_MARK = 12
_EDGE = 5
_DIFFERENCE = _MAX_LENGTH - (_EDGE + _MARK + _EDGE + _MARK + _EDGE)


def safe_repr(obj, short=False):
    """repr(obj), or object's own where that raises; cut to 80 characters if 'short'."""
    try:
        text = repr(obj)
    except Exception:
        text = object.__repr__(obj)
    if short and len(text) >= _MAX_LENGTH:
        return text[:_MAX_LENGTH] + ' [truncated]...'
    return text


def strclass(cls):
    return f'{cls.__module__}.{cls.__qualname__}'


def _shorten(text, head, tail):
    left_out = len(text) - head - tail
    if left_out <= _MARK:
        return text
    return f'{text[:head]}[{left_out} chars]{text[len(text) - tail:]}'


def _common_prefix(texts):
    first, last = min(texts), max(texts)
    for i, char in enumerate(first):
        if char != last[i]:
            return first[:i]
    return first


def _common_shorten_repr(*objects):
    """The reprs; long ones lose the middle of what they share, and then of what they do not."""
    texts = tuple(map(safe_repr, objects))
    longest = max(map(len, texts))
    if longest <= _MAX_LENGTH:
        return texts
    prefix = _common_prefix(texts)
    own = longest - len(prefix)
    room = _MAX_LENGTH - (own + _EDGE + _MARK)
    if room > _EDGE:
        shown = _shorten(prefix, _EDGE, room)
        return tuple(shown + text[len(prefix):] for text in texts)
    shown = _shorten(prefix, _EDGE, _EDGE)
    return tuple(shown + _shorten(text[len(prefix):], _DIFFERENCE, _EDGE) for text in texts)


def sorted_list_difference(expected, actual):
    """What only the first and what only the second of two sorted lists has."""
    missing, unexpected = [], []
    i = j = 0
    while i < len(expected) and j < len(actual):
        e, a = expected[i], actual[j]
        if e < a:
            missing.append(e)
        elif e > a:
            unexpected.append(a)
        if not e > a:
            while i < len(expected) and expected[i] == e:
                i += 1
        if not e < a:
            while j < len(actual) and actual[j] == a:
                j += 1
    return missing + expected[i:], unexpected + actual[j:]


def unorderable_list_difference(expected, actual):
    """The same for items without an order; empties 'expected', and takes from 'actual' what both have."""
    missing = []
    while expected:
        item = expected.pop()
        if item in actual:
            actual.remove(item)
        else:
            missing.append(item)
    return missing, actual


def three_way_cmp(x, y):
    return (x > y) - (x < y)


def _count_differences(actual, expected):
    """Triples (count in actual, count in expected, item) where the counts differ. Items need only be comparable."""
    left, right = list(actual), list(expected)
    differences = []
    while left:
        item = left[0]
        counts = []
        for items in (left, right):
            others = [each for each in items if not (each is item or each == item)]
            counts.append(len(items) - len(others))
            items[:] = others
        if counts[0] != counts[1]:
            differences.append((counts[0], counts[1], item))
    while right:
        item = right[0]
        others = [each for each in right if not (each is item or each == item)]
        differences.append((0, len(right) - len(others), item))
        right = others
    return differences


def _count_differences_hashable(actual, expected):
    def count(items):
        counts = {}
        for item in items:
            counts[item] = counts.get(item, 0) + 1
        return counts
    left, right = count(actual), count(expected)
    differences = [(n, right.get(item, 0), item) for item, n in left.items() if n != right.get(item, 0)]
    differences.extend((0, n, item) for item, n in right.items() if item not in left)
    return differences
`
