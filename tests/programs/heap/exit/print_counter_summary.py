import atexit
class Counter:
    alive = 0
    def __init__(self): Counter.alive += 1
    def __del__(self): Counter.alive -= 1
@atexit.register
def report(): print("alive at exit:", Counter.alive)
items = [Counter() for _ in range(5)]
items.pop()
print("now", Counter.alive)
