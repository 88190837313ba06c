import gc
import tracemalloc


def make(n):
    return [bytes(1000) for _ in range(n)]


def short(text):
    return str(text).rsplit("/", 1)[-1]


print(tracemalloc.is_tracing(), tracemalloc.get_traced_memory(), tracemalloc.get_traceback_limit())
try:
    tracemalloc.take_snapshot()
except RuntimeError as error:
    print(error)

tracemalloc.start(5)
print(tracemalloc.is_tracing(), tracemalloc.get_traceback_limit())
first = tracemalloc.take_snapshot()
kept = make(200)
current, peak = tracemalloc.get_traced_memory()
print(200_000 < current < 260_000, peak >= current)
second = tracemalloc.take_snapshot()

mine = [tracemalloc.Filter(True, __file__)]
top = second.filter_traces(mine).statistics("lineno")[0]
print(short(top.traceback), 200_000 < top.size < 220_000, 199 <= top.count <= 203)
top = second.filter_traces(mine).statistics("traceback")[0]
print([short(frame) for frame in top.traceback], len(top.traceback))
print([line.strip() for line in top.traceback.format()[1::2]])
top = second.compare_to(first, "lineno")[0]
print(short(top.traceback), top.size_diff == top.size, top.count_diff > 190)
by_file = second.filter_traces(mine).statistics("filename")[0]
print(short(by_file.traceback), by_file.size > 200_000)
without = second.filter_traces([tracemalloc.Filter(False, "*snapshots.py")])
print(any("snapshots" in str(stat) for stat in without.statistics("filename")))

where = tracemalloc.get_object_traceback(kept[0])
print(short(where[-1]), where[-1].lineno, len(where))
print(tracemalloc.get_object_traceback(None), tracemalloc.get_object_traceback(make))

del kept
gc.collect()
after, peak = tracemalloc.get_traced_memory()
print(after < current - 190_000, peak >= current)
tracemalloc.reset_peak()
print(tracemalloc.get_traced_memory()[1] < peak)
tracemalloc.clear_traces()
print(tracemalloc.get_traced_memory()[0] < 2000)
tracemalloc.stop()
print(tracemalloc.is_tracing(), tracemalloc.get_traced_memory())
for wrong in (lambda: tracemalloc.start(0), lambda: second.statistics("color"),
              lambda: second.statistics("traceback", True), lambda: second.filter_traces(3)):
    try:
        wrong()
    except (ValueError, TypeError) as error:
        print(type(error).__name__, error)
