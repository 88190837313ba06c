name, n, pi = "Ann", 42, 3.14159265
print(f"{name} {n} {pi:.2f} {n:5d}| {n:<5}| {n:^5}| {n:>5}| {n:05}| {n:+d}")
print(f"{n:x} {n:X} {n:#x} {n:b} {n:#o} {n:e} {n:,} {1234567:,} {1234567:_} {n:c}")
print(f"{pi:10.3f}| {pi:<10.1f}| {pi:e} {pi:g} {pi:.0f} {0.25:%} {0.256:.1%} {1e10:g} {1e-7:g}")
print(f"{name!r} {name!s:>6} {name:*^9} {name:.2} {name!a}")
print(f"{n=} {name=} {n + 1 = } {pi=:.1f} {name = !s}")
w, p = 8, 3
print(f"{pi:{w}.{p}}| {name:>{w}}| {n:{'0'}{w}}|")
print(f"{{}} {{{n}}} {'nested ' + f'{n}'} {[x for x in range(3)]} { {'a': 1}['a'] }")
print(f"{'yes' if n > 40 else 'no'} {n!r:>4} {None} {True:d} {True}")
print(f'{"a" "b"} {(lambda x: x * 2)(4)} {n:>{w}d}' f" joined" " plain {n}")
print(f"""multi
{n}
line""")
print(rf"\n{n}\t", f"\x41{n}\u00e9\N{BULLET}")
print(f"{'outer "inner" quotes'} {'\n'.join(['a', 'b'])}")
print("%s %r %d %5.2f %x %o %e %c %% %5s|%-5s|%05d" % ("s", "r", 3, 2.5, 255, 8, 1234.5, "c", "a", "b", 42))
print("%(a)s %(b)d" % {"a": 1, "b": 2}, "%s" % (1,), "%s" % [1], "%-10s|" % "x", "%+d % d" % (3, 4), "%*d" % (5, 42))
print("{} {0}".format(1) if False else "{0} {1} {0}".format("a", "b"), "{:>5}".format(3), "{x} {y.real}".format(x=1, y=2), "{0[1]} {a[k]}".format([1, 2], a={"k": "v"}))
print("{!r:>5} {:{}}".format("a", "b", 4), "{:%Y}".format.__name__, "{{}}".format())
