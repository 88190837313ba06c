"""Generators own what their frames hold."""
import gc


class Lines:
    opened = []

    def __init__(self, name, lines):
        self.name = name
        self.lines = lines
        Lines.opened.append(name)

    def __iter__(self):
        return iter(self.lines)

    def close(self):
        print(f"  close {self.name}")
        Lines.opened.remove(self.name)


def read(name, lines):
    source = Lines(name, lines)
    try:
        for line in source:
            yield line.strip()
    finally:
        source.close()


def grep(pattern, lines):
    for line in lines:
        if pattern in line:
            yield line


def head(n, lines):
    for i, line in enumerate(lines):
        if i >= n:
            return
        yield line


def numbered(lines):
    yield from ((i, line) for i, line in enumerate(lines, 1))


TEXT = ["alpha one\n", "beta two\n", "gamma one\n", "delta one\n"]

print("read to the end")
print(list(read("full", TEXT)))
print("stop early")
for line in read("partial", TEXT):
    print("  got", line)
    break
print("opened:", Lines.opened)

print("pipeline")
pipeline = numbered(head(2, grep("one", read("piped", TEXT))))
print(next(pipeline))
print("opened:", Lines.opened)
pipeline.close()
print("opened:", Lines.opened)

print("never started")
unstarted = read("unstarted", TEXT)
del unstarted
print("opened:", Lines.opened)

print("kept in a cycle")
gc.collect()
gc.disable()


class Job:
    def __init__(self):
        self.gen = self.work()
        next(self.gen)

    def work(self):
        yield from read("in cycle", TEXT)


job = Job()
print(next(job.gen))
del job
print("opened:", Lines.opened)
gc.collect()
print("opened:", Lines.opened)

print("exception inside")


def explode(lines):
    for n, line in enumerate(lines):
        if n == 1:
            raise RuntimeError(f"bad line {line!r}")
        yield line


try:
    for line in explode(read("failing", TEXT)):
        print("  got", line)
except RuntimeError as error:
    print("  caught", error)
print("opened:", Lines.opened)
