class C:
    def __del__(self): print("del", C if "C" in globals() else "class name gone", type(self).__name__)
c = C()
before = C()
print("end")
