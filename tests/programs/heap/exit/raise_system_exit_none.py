class R:
    def __del__(self): print("del")
r = R()
raise SystemExit
