import re
from itertools import groupby, islice, chain, takewhile

TEXT = """\
2024-01-01 INFO  start service=web
2024-01-01 ERROR failed service=db code=7
2024-01-02 INFO  retry service=db
2024-01-02 ERROR failed service=web code=3
malformed line
2024-01-03 INFO  stop service=web
"""
LINE = re.compile(r"(?P<date>\d{4}-\d\d-\d\d)\s+(?P<level>[A-Z]+)\s+(?P<message>\w+)(?P<rest>.*)")


def lines(text):
    try:
        for line in text.splitlines():
            yield line
    finally:
        print("(source closed)")


def parse(source):
    for line in source:
        match = LINE.match(line)
        if match is None:
            print("skipping", repr(line))
            continue
        record = match.groupdict()
        record.update(re.findall(r"(\w+)=(\w+)", record.pop("rest")))
        yield record


def only(source, **wanted):
    return (r for r in source if all(r.get(k) == v for k, v in wanted.items()))


def running_total():
    total = 0
    while True:
        value = yield total
        total += value


for record in only(parse(lines(TEXT)), level="ERROR"):
    print(record)
for date, group in groupby(parse(lines(TEXT)), key=lambda r: r["date"]):
    print(date, [r["message"] for r in group])
print(list(islice(parse(lines(TEXT)), 2)))
adder = running_total()
next(adder)
print([adder.send(n) for n in (1, 2, 3)])
adder.close()
print(list(takewhile(lambda n: n < 20, (n * n for n in range(100)))), list(chain("ab", range(2))))


def delegate():
    result = yield from inner()
    print("inner returned", result)


def inner():
    yield 1
    yield 2
    return "done"


print(list(delegate()))
