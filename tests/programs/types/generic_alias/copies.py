import copy
import pickle
import queue

star = next(iter(tuple[int, ...]))
print(star, copy.copy(star) == star, pickle.loads(pickle.dumps(star)), copy.deepcopy(list[star]))
print(type[int], type[int].__origin__ is type, queue.SimpleQueue[int])
