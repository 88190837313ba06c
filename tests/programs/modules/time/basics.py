import time
a = time.time(); b = time.monotonic(); c = time.perf_counter()
time.sleep(0.01)
print(time.time() >= a, time.monotonic() > b, time.perf_counter() > c, isinstance(time.time_ns(), int), type(time.time()).__name__, isinstance(time.perf_counter_ns(), int), time.process_time() >= 0)
try: time.sleep(-1)
except ValueError as error: print(error)
try: time.sleep("x")
except TypeError as error: print(error)
start = time.perf_counter()
total = sum(range(1000))
elapsed = time.perf_counter() - start
print(total, elapsed >= 0, f"{elapsed:.0f}")
