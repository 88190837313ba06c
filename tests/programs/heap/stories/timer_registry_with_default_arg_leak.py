import weakref
callbacks = []
class Job:
    def __init__(self, n): self.n = n
    def run(self): return f"job {self.n}"
    def __del__(self): print("job freed", self.n)
def schedule_strong(job): callbacks.append(lambda j=job: j.run())
def schedule_weak(job):
    ref = weakref.ref(job)
    def call():
        j = ref()
        return j.run() if j is not None else "skipped"
    callbacks.append(call)
a, b = Job(1), Job(2)
schedule_strong(a)
schedule_weak(b)
del a, b
print([c() for c in callbacks])
callbacks.clear()
print("cleared")
