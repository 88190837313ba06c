import gc
import sched
import weakref

now = 0


def wait(seconds):
    global now
    now += seconds


class Job:
    def run(self, name, *, loud=False):
        print(now, name, loud)


s = sched.scheduler(lambda: now, wait)
job = Job()
held = weakref.ref(job)
s.enter(5, 1, job.run, ("late",))
s.enter(1, 2, job.run, ("second",), {"loud": True})
s.enter(1, 1, job.run, argument=("first",))
gone = s.enter(3, 1, job.run, ("cancelled",))
s.enterabs(2, 0, lambda: s.enter(1, 0, print, ("from within",)))
del job
s.cancel(gone)
del gone
print(len(s.queue), s.queue[0].priority, s.empty(), s.run(blocking=False), held() is not None)
s.run()
print(s.empty(), held())
try:
    s.cancel(1)
except ValueError as error:
    print("ValueError")
