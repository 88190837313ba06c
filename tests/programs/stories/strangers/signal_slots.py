import weakref


class Signal:
    def __init__(self, name):
        self.name = name
        self._slots = []

    def connect(self, slot):
        if hasattr(slot, "__self__"):
            ref = weakref.WeakMethod(slot, self._slots.remove)
        else:
            ref = weakref.ref(slot, self._slots.remove)
        self._slots.append(ref)
        return slot

    def emit(self, *args, **kwargs):
        for ref in list(self._slots):
            slot = ref()
            if slot is not None:
                slot(*args, **kwargs)

    def __len__(self):
        return len(self._slots)

    def __repr__(self):
        return f"Signal({self.name!r}, {len(self)} slots)"


class Button:
    def __init__(self, label):
        self.label = label
        self.clicked = Signal("clicked")

    def click(self):
        print(f"[{self.label}]")
        self.clicked.emit(self)


class Counter:
    def __init__(self):
        self.count = 0

    def on_click(self, button):
        self.count += 1
        print("  counter:", button.label, self.count)


button = Button("OK")
counter = Counter()
button.clicked.connect(counter.on_click)


@button.clicked.connect
def log(button):
    print("  log:", button.label)


button.clicked.connect(lambda b: print("  never seen"))
print(button.clicked)
button.click()
button.click()
del counter
print(button.clicked)
button.click()
del log
button.click()
print(button.clicked, bool(button.clicked))
