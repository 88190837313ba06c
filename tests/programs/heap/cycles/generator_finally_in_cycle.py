import gc
gc.collect()
class Task:
    def __init__(self, name):
        self.name = name
        self.gen = self.run()
        next(self.gen)
    def run(self):
        try:
            yield self.name
        finally:
            print("finally", self.name)
    def __del__(self): print("del", self.name)
t = Task("one")
del t
print("collect", gc.collect())
t = Task("two")
t.gen.close()
del t
print("collect", gc.collect())
t = Task("three")
t.gen = None
print("replaced")
del t
print("collect", gc.collect())
