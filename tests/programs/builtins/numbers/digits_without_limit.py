import sys
sys.set_int_max_str_digits(0)
n=1<<100000
for f in (lambda: str(n), lambda: '%d' % n, lambda: f'{n}', lambda: format(n,'d'), lambda: repr(n), lambda: format(n, ','), lambda: '%x' % n, lambda: '{}'.format(n), lambda: '%s' % n):
    try: print(len(f()))
    except Exception as e: print(type(e).__name__, e)
class Number(int):
    pass


for value in (Number(3), True):
    try:
        format(value, 's')
    except ValueError as exc:
        print(exc)
