# An exhausted iterator lets its list go; a reversed one does not, if it had something to give.
import sys

numbers = [1, 2, 3]
forward = iter(numbers)
print(sys.getrefcount(numbers))
list(forward)
print(sys.getrefcount(numbers), forward.__length_hint__())

backward = reversed(numbers)
print(sys.getrefcount(numbers))
list(backward)
print(sys.getrefcount(numbers), backward.__length_hint__(), backward.__reduce__())
backward.__setstate__(1)
print(next(backward), backward.__length_hint__())
numbers.clear()
print(next(backward, "end"), sys.getrefcount(numbers))


# The function that is asked for items may exhaust the iterator itself.
def items():
    if items.is_inner:
        return 2
    items.is_inner = True
    list(items.iterator)
    return 1


items.is_inner = False
items.iterator = iter(items, 2)
print(next(items.iterator, "end"))
