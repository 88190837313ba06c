from _mod import R
a = R("a")
b = R("b")
_private = R("_private")
c = [R("in list")]
print("end")
