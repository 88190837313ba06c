"""Observers: strong lists leak, weak sets do not."""
import gc
import weakref


class StrongSubject:
    def __init__(self):
        self.observers = []

    def attach(self, observer):
        self.observers.append(observer)

    def notify(self, message):
        for observer in self.observers:
            observer.update(message)


class WeakSubject:
    def __init__(self):
        self.observers = weakref.WeakSet()

    def attach(self, observer):
        self.observers.add(observer)

    def notify(self, message):
        for observer in sorted(self.observers, key=lambda o: o.name):
            observer.update(message)


class Screen:
    alive = 0

    def __init__(self, name):
        self.name = name
        Screen.alive += 1

    def update(self, message):
        print(f"  {self.name} shows {message!r}")

    def __del__(self):
        Screen.alive -= 1
        print(f"  {self.name} destroyed")


def exercise(subject):
    print(type(subject).__name__)
    main_window = Screen("main")
    popup = Screen("popup")
    subject.attach(main_window)
    subject.attach(popup)
    subject.notify("theme: dark")
    print("closing the popup")
    del popup
    subject.notify("theme: light")
    print("alive:", Screen.alive)
    return main_window


window = exercise(StrongSubject())
print("after strong:", Screen.alive)
del window
window = exercise(WeakSubject())
print("after weak:", Screen.alive)
subject = WeakSubject()
subject.attach(window)
subject.attach(window)
print("registered once:", len(subject.observers))
window = None
subject.notify("nobody hears this")
print("left:", len(subject.observers), Screen.alive)


class Counter:
    def __init__(self, start):
        self.value = start
        self._watchers = []

    def watch(self, method):
        self._watchers.append(weakref.WeakMethod(method, self._forget))

    def _forget(self, ref):
        print("  watcher forgotten")
        self._watchers.remove(ref)

    def increment(self):
        self.value += 1
        for ref in list(self._watchers):
            watcher = ref()
            if watcher is not None:
                watcher(self.value)


class Label:
    def __init__(self, text):
        self.text = text

    def refresh(self, value):
        print(f"  {self.text}: {value}")


counter = Counter(0)
first, second = Label("first"), Label("second")
counter.watch(first.refresh)
counter.watch(second.refresh)
counter.increment()
del first
counter.increment()
print(len(counter._watchers))
