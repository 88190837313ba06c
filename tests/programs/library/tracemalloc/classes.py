import tracemalloc
from tracemalloc import Filter, Snapshot, Statistic, StatisticDiff, Traceback

frames = (("b.py", 4), ("a.py", 9))
traces = [(0, 100, frames, 2), (0, 50, frames, 2), (0, 3_000_000, (("b.py", 7), ("a.py", 2)), 2), (1, 10, (("c.py", 1),), 1)]
snapshot = Snapshot(traces, 2)
for key in ("traceback", "filename", "lineno"):
    for stat in snapshot.statistics(key):
        print(key, stat, repr(stat))
for key in ("filename", "lineno"):
    for stat in snapshot.statistics(key, cumulative=True):
        print("cumulative", key, stat)
old = Snapshot(traces[:1] + [(0, 7, (("gone.py", 3),), 1)], 2)
for diff in snapshot.compare_to(old, "lineno"):
    print(diff, repr(diff))
print(len(snapshot.traces), snapshot.traces[0], repr(snapshot.traces[0]), snapshot.traces[3].domain)
print(snapshot.traces, snapshot.traces[0] in snapshot.traces)
for filters in ([Filter(True, "b.py")], [Filter(False, "b.py")], [Filter(True, "a.py", all_frames=True)],
                [Filter(True, "b.py", 7)], [tracemalloc.DomainFilter(True, 1)], [Filter(True, "?.py", domain=0)],
                [Filter(True, "[bc].py"), Filter(False, "c*")], []):
    print([trace.size for trace in snapshot.filter_traces(filters).traces])
tb = Traceback(frames, 2)
print(tb, repr(tb), len(tb), tb[0], tb[-1].filename, tb.total_nframe, tb == Traceback(frames))
print(tb.format(), tb.format(1), tb.format(most_recent_first=True), tb[0] in tb, tb < Traceback((("c.py", 1),)))
print(Statistic(tb, 10, 2) == Statistic(tb, 10, 2), StatisticDiff(tb, 1, 2, 3, 4) == 3, hash(tb) == hash(Traceback(frames)))
