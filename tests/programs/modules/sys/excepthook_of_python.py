import sys
def excepthook(t, v, tb): print('excepthook', t.__name__, v)
sys.excepthook = excepthook
raise SystemError('final')
