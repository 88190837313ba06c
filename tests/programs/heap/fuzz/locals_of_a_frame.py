"""What asking for the variables of a frame takes for a moment."""
import gc


def generate():
    x = 1
    yield


def measure(name, function):
    function()
    gc.collect()
    before = gc.get_count()[0]
    function()
    print(name, gc.get_count()[0] - before)


running = generate()
next(running)
frame = running.gi_frame
measure("f_locals", lambda: frame.f_locals)
measure("len", lambda: len(frame.f_locals))
measure("sorted", lambda: sorted(frame.f_locals))
measure("item", lambda: frame.f_locals["x"])
measure("items", lambda: frame.f_locals.items())
measure("dict", lambda: dict(frame.f_locals))
measure("locals", lambda: locals())
