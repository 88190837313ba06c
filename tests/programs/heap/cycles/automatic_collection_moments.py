"""A collection that is due takes place at the end of a call, at the end of a loop's round, or before a text is made; a
call of len, isinstance, type or append that has adapted lets it wait."""
import gc

print()
print()
kept = []
counts = []
gc.collect()
gc.set_threshold(5, 2)
for i in range(12):
    kept.append([])
    counts.append(gc.get_count()[0])
print(counts)


def appending():
    for i in range(14):
        kept.append([])
        counts.append(gc.get_count()[0])


def measuring():
    for i in range(14):
        [kept]
        kept.append([])
        len(kept), isinstance(kept, list), type(kept)
        counts.append(gc.get_count()[0])


def asking():
    for i in range(14):
        kept.append([])
        kept.count(kept)
        counts.append(gc.get_count()[0])


def showing():
    for i in range(14):
        kept[i:] = [[], []]
        repr(kept[0])
        counts.append(gc.get_count()[0])


for each in appending, measuring, asking, showing:
    counts.clear()
    each()
    print(each.__name__, counts)
for i in range(12):
    kept.append([])
    print(gc.get_count())
