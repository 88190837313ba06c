import _first
print("in second:", hasattr(_first, "name"))
