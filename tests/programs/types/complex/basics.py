z = 3 + 4j
print(z, z.real, z.imag, abs(z), z.conjugate(), -z, z * 2, z + 1, z / 2, z ** 2, z == 3 + 4j, z * 1j)
print(complex(1), complex("1+2j"), complex(1, 2), 1j, -1j, 0j, complex(0, -0.0), complex(-0.0, 1), 1e20j, complex(1.5, float("inf")), complex("nan"))
print(f"{z:.2f}", repr(z), hash(1 + 0j) == hash(1), bool(0j), complex() == 0, 1 + 0j == 1)
for action in ('z < 1', 'int(z)', 'float(z)', 'z // 1', 'z % 2', 'complex("a")', '1j / 0', 'complex("1 + 2j")', 'complex([], 1)'):
    try:
        print(eval(action))
    except Exception as error:
        print(type(error).__name__, error)
