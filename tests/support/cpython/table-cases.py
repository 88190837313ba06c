"""Records what CPython's set and dict do under random operations, for tests/unit/tables.

Run by record-text.ts: `python3 table-cases.py FOLDER [COUNT]` writes set-order.jsonl and dict-probes.jsonl.
"""
import json
import random
import sys

folder = sys.argv[1]
count = int(sys.argv[2]) if len(sys.argv) > 2 else 24
random.seed(20240613)


def some_value(spread):
    kind = random.randrange(8)
    if kind < 5:
        return random.randrange(-spread, spread)
    if kind == 5:
        return random.randrange(spread) + random.choice([0.5, 0.25, 0.1])
    if kind == 6:
        return random.randrange(4) << random.randrange(80)
    return (random.randrange(6), random.randrange(spread))


def some_values(spread, most):
    return [some_value(spread) for _ in range(random.randrange(most + 1))]


def set_sequence():
    spread = random.choice([4, 20, 100, 1000])
    most = random.choice([3, 10, 40, 300])
    values = some_values(spread, most)
    current = set(values)
    steps = [["new", [repr(v) for v in values], order(current)]]
    for _ in range(25):
        operation = random.choice(
            "add discard pop update merge copy and or sub xor iand ior isub ixor clear relative".split()
        )
        if operation == "clear" and random.random() < 0.7:
            operation = "add"
        if operation in ("add", "discard"):
            argument = some_value(spread)
            if operation == "discard" and current and random.random() < 0.7:
                argument = random.choice(list(current))
            getattr(current, operation)(argument)
            argument = repr(argument)
        elif operation == "pop":
            argument = repr(current.pop()) if current else None
        elif operation in ("copy", "clear"):
            argument = None
            if operation == "copy":
                current = current.copy()
            else:
                current.clear()
        else:
            values = some_values(spread, most)
            argument = [repr(v) for v in values]
            other = set(values)
            if operation == "update":
                current.update(values)
            elif operation == "merge":
                current.update(other)
            elif operation == "and":
                current = current & other
            elif operation == "or":
                current = current | other
            elif operation == "sub":
                current = current - other
            elif operation == "xor":
                current = current ^ other
            elif operation == "iand":
                current &= other
            elif operation == "ior":
                current |= other
            elif operation == "isub":
                current -= other
            elif operation == "ixor":
                current ^= other
            elif operation == "relative":
                argument = [current.issubset(other), current.isdisjoint(other), [repr(v) for v in values]]
        steps.append([operation, argument, order(current)])
    return steps


def order(values):
    return [sys.getsizeof(values) - sys.getsizeof(set()), " ".join(map(repr, values)).replace(", ", ",")]


log = []


class Key:
    """A key with a given hash and class of equals, that notes whom it is compared with."""

    def __init__(self, name, value, same):
        self.name, self.value, self.same = name, value, same

    def __hash__(self):
        return self.value

    def __eq__(self, other):
        log.append(f"{self.name}={other.name}")
        return self.same == other.same


def dict_sequence():
    values = [random.choice([0, 1, 8, 16, 1 << 40, -5, 2**62 + 1, 7 << 33]) for _ in range(random.choice([2, 6]))]
    values += [random.randrange(64) for _ in range(4)]
    current = {}
    steps = []
    serial = 0
    for _ in range(80):
        operation = random.choice("set set set set get del popitem copy update clear".split())
        if serial > 50 and random.random() < 0.02:
            operation = "text"
        if operation in ("clear", "update", "copy") and random.random() < 0.6:
            operation = "set"
        key = Key(serial, random.choice(values), random.randrange(5))
        serial += 1
        argument = [key.name, str(key.value), key.same]
        log.clear()
        if operation == "set":
            current[key] = key.name
        elif operation == "get":
            current.get(key)
        elif operation == "del":
            current.pop(key, None)
        elif operation == "popitem":
            if current:
                current.popitem()
        elif operation == "copy":
            current = current.copy()
        elif operation == "clear":
            current.clear()
        elif operation == "text":
            current = {str(i): i for i in range(serial % 12)}
            argument = serial % 12
        elif operation == "update":
            others = [Key(serial + i, random.choice(values), random.randrange(5)) for i in range(random.randrange(14))]
            serial += len(others)
            other = {o: o.name for o in others}
            log.clear()
            argument = [[o.name, str(o.value), o.same] for o in others]
            current.update(other)
        size = sys.getsizeof(current) - sys.getsizeof({})
        items = " ".join(f"{getattr(k, 'name', k)}:{v}" for k, v in current.items())
        # Where str keys stand depends on their randomised hashes, and with them the comparisons.
        mixed = any(isinstance(k, str) for k in current) or "text" in (operation, *(s[0] for s in steps))
        steps.append([operation, argument, None if mixed else " ".join(log), size, items])
    return steps


def write(name, sequences):
    with open(f"{folder}/{name}", "w") as file:
        file.writelines(json.dumps(s, separators=(",", ":")) + "\n" for s in sequences)


write("set-order.jsonl", [set_sequence() for _ in range(count)])
write("dict-probes.jsonl", [dict_sequence() for _ in range(count)])
