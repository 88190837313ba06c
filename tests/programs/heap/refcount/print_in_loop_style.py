import sys
data = [1, 2, 3]
print("Initial reference count:", sys.getrefcount(data))
alias = data
print("After alias:", sys.getrefcount(data))
def process(items):
    print("Inside function:", sys.getrefcount(items))
    return len(items)
process(data)
print("After function:", sys.getrefcount(data))
nested = {"data": data, "list": [data]}
print("In nested structure:", sys.getrefcount(data))
del alias
nested.pop("data")
print("After cleanup:", sys.getrefcount(data))
nested.clear()
print(f"Final: {sys.getrefcount(data)}")
