import sys
from _mod import R
main = sys.modules["__main__"]
r = R("r")
sys.keep = R("kept by sys")
print(main.r is r)
