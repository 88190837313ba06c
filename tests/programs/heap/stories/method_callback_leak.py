import weakref, gc
class Button:
    def __init__(self): self.handlers = []
    def on_click(self, handler): self.handlers.append(handler)
    def click(self):
        for handler in self.handlers: handler()
class Dialog:
    def __init__(self, title, button):
        self.title = title
        button.on_click(self.clicked)
    def clicked(self): print("clicked in", self.title)
    def __del__(self): print("dialog", self.title, "freed")
button = Button()
dialog = Dialog("first", button)
probe = weakref.ref(dialog)
del dialog
gc.collect()
print("leaked:", probe() is not None)
button.click()
button.handlers.clear()
print("leaked:", probe() is not None)
