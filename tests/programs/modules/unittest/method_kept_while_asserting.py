# The method that assertEqual calls is alive meanwhile: with it the young generation is full, and is collected there.
import gc
import unittest


class Case(unittest.TestCase):
    def runTest(self):
        gc.collect()
        starts = []
        gc.callbacks.append(lambda phase, info: starts.append(phase))
        junk = []
        while not starts:
            self.assertEqual(len(starts), 0)
            junk.append([])
        gc.callbacks.clear()
        print(starts)


Case().runTest()
