"""What an exception keeps alive, and for how long."""
import gc
import sys
import traceback
import weakref


class Payload:
    def __init__(self, label):
        self.label = label

    def __del__(self):
        print(f"  [{self.label} released]")


class AppError(Exception):
    def __init__(self, message, payload=None):
        super().__init__(message)
        self.payload = payload


def level3():
    local = Payload("level 3 local")
    raise AppError("deep problem", Payload("carried"))


def level2():
    local = Payload("level 2 local")
    level3()


def level1():
    local = Payload("level 1 local")
    try:
        level2()
    except AppError as error:
        raise RuntimeError("wrapped") from error


print("1. handled at once")
try:
    level2()
except AppError as error:
    print("  caught:", error, error.payload.label)
print("  after the handler")

print("2. stored")
stored = None
try:
    level2()
except AppError as error:
    stored = error
print("  stored:", stored)
names = [frame.name for frame in traceback.extract_tb(stored.__traceback__)]
print("  frames:", names)
stored.__traceback__ = None
print("  traceback cleared")
stored = None

print("3. chained")
try:
    level1()
except RuntimeError as error:
    print("  caught:", error, "<-", error.__cause__)
    print("  same as context:", error.__cause__ is error.__context__)
print("  after the handler")

print("4. the name is deleted")
error = "outer"
try:
    raise ValueError("x")
except ValueError as error:
    pass
print("  error" + (" exists" if "error" in globals() else " is gone"))

print("5. clear_frames")
try:
    level2()
except AppError as e:
    stored = e
traceback.clear_frames(stored.__traceback__)
print("  frames cleared")
print("  still has", stored.payload.label)
del stored

print("6. a cycle through a frame")
gc.collect()
gc.disable()


def keeps_itself():
    local = Payload("in the cycle")
    try:
        1 / 0
    except ZeroDivisionError as e:
        mine = e
    return "returned"


print(" ", keeps_itself())
print("  collected:", gc.collect() > 0)


def breaks_the_cycle():
    local = Payload("not in a cycle")
    mine = None
    try:
        1 / 0
    except ZeroDivisionError as e:
        mine = e
    try:
        return f"returned {mine}"
    finally:
        del mine


print(" ", breaks_the_cycle())
print("  collected:", gc.collect())
gc.enable()

print("7. finally and return")


def messy():
    p = Payload("messy")
    try:
        raise KeyError("lost")
    finally:
        return "value wins"


print(" ", messy())
print(sys.exc_info())
