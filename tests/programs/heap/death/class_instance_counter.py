class Widget:
    count = 0
    def __init__(self):
        type(self).count += 1
        self.id = Widget.count
        print("create", self.id, "total", Widget.count)
    def __del__(self):
        Widget.count -= 1
        print("delete", self.id, "total", Widget.count)
a = Widget()
b = Widget()
c = [Widget(), Widget()]
del a
c.pop()
b = c
print("rebound b")
del c
print("c deleted")
b = None
print(Widget.count)
