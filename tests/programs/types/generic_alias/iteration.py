alias = tuple[int, str]
print(list(alias), [*list[int]])
one, = alias
print(one, one.__unpacked__, alias.__unpacked__, one == alias, one.__typing_unpacked_tuple_args__)
print(type(iter(alias)), iter(alias).__reduce__()[1])
print(tuple[*alias], tuple[*tuple[int, ...]])


class C[*Ts = *alias]:
    pass


print(C.__type_params__[0].__default__)
for index in (0, slice(1)):
    try:
        alias[index]
    except TypeError as exc:
        print(exc)
