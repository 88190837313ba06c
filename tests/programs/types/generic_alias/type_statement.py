type A1 = int
type A2 = str
type T1[T, *Ts, **P] = int
print(A1 | A2, A1 | str, str | A1, A1 | None, (A1 | str).__args__)
print(T1.__type_params__, T1.__parameters__)
try:
    A1 | 3
except TypeError as exc:
    print(exc)


def listed():
    class A[T](object):
        pass


try:
    listed()
except TypeError as exc:
    print(exc)
