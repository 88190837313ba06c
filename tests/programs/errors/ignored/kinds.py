class A:
    def __del__(self):
        x = [1]
        return (x[0] + x[1]
           + 3)
def f(n):
    if n: f(n-1)
    else:
        raise ValueError("a\nb")
class B:
    def __del__(self):
        f(10)
class C:
    def __del__(self):
        try: f(0)
        except ValueError as e:
            raise KeyError(1) from e
class D:
    def __del__(self):
        e=ValueError(3); e.add_note('hello')
        raise ExceptionGroup('x',[e])
class E(Exception):
    def __str__(self): raise 1
class F:
    def __del__(self):
        raise E
    def __repr__(self): 1/0
class G:
    def __del__(self):
        undefinedd
class H:
    def __del__(self):
        compile('a b','q','exec')
class I:
    def __del__(self): raise ValueError
class J:
    def __del__(self): raise SystemExit(3)
A();B();C();D();F();G();H();I();J()
import weakref
class K: pass
k=K(); r=weakref.ref(k,lambda r: 1/0); del k
