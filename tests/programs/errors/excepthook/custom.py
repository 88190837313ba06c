import sys
def hook(kind, value, tb):
    print("hook:", kind.__name__, value, tb.tb_lineno)
sys.excepthook = hook
print(sys.__excepthook__ is not hook)
def f(): raise ValueError("handled by hook")
f()
