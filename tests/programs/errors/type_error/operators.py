class A: pass
a = A()
cases = ["1 + 'a'", "'a' + 1", "[] + ()", "[1] - [1]", "{} + {}", "None + 1", "1 - None", "'a' * 'b'", "'a' * 1.5", "[1] * 'a'", "1 / 'a'", "1 // None", "1 % 'a'", "2 ** 'a'", "1 << 1.5", "1 & 1.5", "'a' & 'b'", "~1.5", "-'a'", "+[]", "not a", "a + a", "a < a", "a > 1", "1 < a", "a == a", "a <= 'x'", "1 in 5", "1 in a", "a in [a]", "'x' in 5", "5 in 'abc'", "a[0]", "a[0] = 1", "del a[0]", "a()", "a @ a", "1 @ 2", "len(a)", "iter(a)", "for i in a: pass", "with a: pass", "x, y = a", "[*a]", "{**a}", "print(*a)", "print(**a)", "a.x += 1", "a += 1", "(1, 2) < [1]", "{1} < 1", "1j < 2j", "{1: 2} < {}", "[1] < 'a'", "None < None", "int < str", "[1, 'a'] < [1, 2]", "sorted([1, 'a'])", "max([1, None])", "'%d' % 'a'", "b'a' + 'a'", "'a' in b'a'", "divmod(1, 'a')", "pow('a', 2)", "abs('a')", "round(a)", "int(a)", "float(a)", "hash({})", "{[]}", "{{}: 1}", "f = lambda: 0; f[0]", "x = 5; x[0]", "x = 5; x()", "x = 'abc'; x()", "x = 'abc'; x[0] = 'z'", "x = (1,); x[0] = 2", "x = 5; x.append(1)", "x = None; x[0]", "x = None; x()", "raise a", "raise 5", "assert a; raise A", "range('a')", "x = [1, 2]; x['a']", "x = [1]; x[1.0]", "x = 'a'; x['b']", "x = {1}; x[0]", "del (lambda: 0)[0]" if False else "1 > 'a'"]
for case in cases:
    try:
        exec(case)
        print("fine:", case)
    except Exception as error:
        print(f"{case}: {type(error).__name__}: {error}")
