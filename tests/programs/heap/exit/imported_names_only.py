from _mod import R, inside
mine = R("of main")
alias = inside
print("end")
