import _mod
mine = _mod.R("global of main")
print("end")
