"""An undo stack that must not keep deleted things for ever."""
import weakref


class Shape:
    def __init__(self, name):
        self.name = name

    def __repr__(self):
        return self.name

    def __del__(self):
        print(f"    {self.name} freed")


class Command:
    def do(self):
        raise NotImplementedError

    def undo(self):
        raise NotImplementedError


class Add(Command):
    def __init__(self, canvas, shape):
        self.canvas, self.shape = canvas, shape

    def do(self):
        self.canvas.shapes.append(self.shape)

    def undo(self):
        self.canvas.shapes.remove(self.shape)

    def __str__(self):
        return f"add {self.shape}"


class Remove(Add):
    do, undo = Add.undo, Add.do

    def __str__(self):
        return f"remove {self.shape}"


class Canvas:
    def __init__(self):
        self.shapes = []


class History:
    def __init__(self, limit=3):
        self.done, self.undone, self.limit = [], [], limit

    def run(self, command):
        command.do()
        self.undone.clear()
        self.done.append(command)
        while len(self.done) > self.limit:
            oldest = self.done.pop(0)
            print(f"  forgetting {oldest}")
            del oldest

    def undo(self):
        if not self.done:
            print("  nothing to undo")
            return
        command = self.done.pop()
        command.undo()
        self.undone.append(command)
        print(f"  undid {command}")

    def redo(self):
        if not self.undone:
            print("  nothing to redo")
            return
        command = self.undone.pop()
        command.do()
        self.done.append(command)
        print(f"  redid {command}")


canvas, history = Canvas(), History()
for name in ("circle", "square"):
    history.run(Add(canvas, Shape(name)))
print(canvas.shapes)
history.undo()
print(canvas.shapes)
history.redo()
history.redo()
print(canvas.shapes)
history.undo()
print("a new command drops what could be redone")
history.run(Add(canvas, Shape("star")))
print(canvas.shapes)
history.run(Remove(canvas, canvas.shapes[0]))
print(canvas.shapes)
history.run(Add(canvas, Shape("line")))
history.run(Add(canvas, Shape("dot")))
print(canvas.shapes)
for _ in range(4):
    history.undo()
print(canvas.shapes)
watch = weakref.ref(history.undone[0].shape)
print("kept for redo:", watch())
history.undone.clear()
print("end", watch(), canvas.shapes)
