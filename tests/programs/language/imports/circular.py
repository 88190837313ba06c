import _first
import _second
print(_first.name, _second._first is _first)
