# Functions of complex numbers, and their errors.
import cmath
zs=[1+2j,-1.5+0.3j,3j,-2,0.5,1e-3+1e-4j,25-7j,-0.0+1j,1e300j,1e-310+1e-311j,2.5,-3-4j,0.9999+1e-5j]
for n in 'sqrt exp log log10 sin cos tan sinh cosh tanh asin acos atan asinh acosh atanh phase polar'.split():
    for z in zs:
        try: print(n,z,getattr(cmath,n)(z))
        except Exception as e: print(n,z,type(e).__name__,e)
print(cmath.rect(2,1), cmath.log(8,2), cmath.isclose(1,1+1e-10j))
for w in ('a',None,[]):
    try: cmath.sqrt(w)
    except TypeError as e: print(e)
for f in (lambda: cmath.log(0), lambda: cmath.log(2,1), lambda: cmath.atanh(1), lambda: cmath.exp(1000), lambda: cmath.log(1,0)):
    try: print(f())
    except Exception as e: print(type(e).__name__,e)
