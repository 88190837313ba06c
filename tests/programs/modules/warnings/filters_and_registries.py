import sys

def f():
    return ~True
for i in range(2):
    print(f())
import warnings
warnings.warn('hello')

def g():
    warnings.warn('deep', DeprecationWarning, stacklevel=2)
g()
for i in range(3):
    warnings.warn('loop')
warnings.simplefilter('always')
for i in range(2):
    warnings.warn('loop2')
warnings.simplefilter('error')
try:
    warnings.warn('x', RuntimeWarning)
except RuntimeWarning as e:
    print('caught', e)
try:
    warnings.warn('x', 5)
except TypeError as e:
    print(e)
warnings.resetwarnings()
with warnings.catch_warnings(record=True) as w:
    warnings.simplefilter('always')
    warnings.warn('rec', UserWarning)
    print(len(w), w[0].message, w[0].category, w[0].lineno)
    print(w[0])

def sw(message, category, filename, lineno, file=None, line=None):
    print('SW', message, category.__name__, lineno)
warnings.showwarning = sw
warnings.warn('custom')
warnings.filterwarnings('ignore', 'zz', UserWarning)
warnings.warn('zz top')
warnings.warn('yy')
print(warnings.formatwarning('m', UserWarning, 'f.py', 3, 'abc'))

async def co():
    pass
co()
print('x' is 'x')

@warnings.deprecated('old')
def old():
    return 5
print(old())
print(sorted((k for k in globals() if 'warn' in k)))
