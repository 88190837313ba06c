def say(x):
    print("eval", x)
    return x
class Box:
    def __setitem__(self, key, value):
        print("set", key, value)
    def __getitem__(self, key):
        print("get", key)
        return 10
box = Box()
def get():
    print("box")
    return box
get()[say("k")] = say("v")
get()[say("k")] += say(1)
get()[say(1):say(2)] = say("slice")
print(say(1) + say(2) * say(3))
print({say("a"): say("b"), say("c"): say("d")})
f = lambda *a, **k: (a, k)
print(f(say(1), *[say(2)], key=say(3), **{"z": say(4)}))
print(say(1) < say(2) < say(0) < say(5))
print(say(0) or say("") or say("last"))
print(say(0) and say(1))
print(say("then") if say(True) else say("else"))
