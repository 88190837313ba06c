# Decimal numbers: exact where they can be, rounded to the context where not.
from decimal import (
    ROUND_CEILING, ROUND_DOWN, ROUND_FLOOR, ROUND_HALF_DOWN, ROUND_HALF_EVEN, ROUND_HALF_UP, ROUND_UP, Context, Decimal,
    DivisionByZero, Inexact, InvalidOperation, getcontext, localcontext, setcontext)
from fractions import Fraction

print(0.1 + 0.2, Decimal("0.1") + Decimal("0.2"), Decimal(0.1))
a, b = Decimal("10"), Decimal("3")
print(a + b, a - b, a * b, a / b, a // b, a % b, a**b, divmod(a, b), -a, +a, abs(-a))
print(Decimal("-7") // 2, Decimal("-7") % 2, 7 - Decimal("1.50"), 2 / Decimal(8), Decimal("1.20") * Decimal("1.30"))
print([Decimal(text) for text in ("1.0", "-0", "1e5", "1E-7", ".5", "5.", "Infinity", "-inf", "NaN", "sNaN123", " 12 ", "1_000")])
print(Decimal((0, (3, 1, 4), -2)), Decimal("3.140").as_tuple(), Decimal("0.25").as_integer_ratio())
for places in ("1", "0.1", "0.01", "1E+1"):
    print(Decimal("12.345").quantize(Decimal(places)), end=" ")
print()
for rounding in (ROUND_CEILING, ROUND_DOWN, ROUND_FLOOR, ROUND_HALF_DOWN, ROUND_HALF_EVEN, ROUND_HALF_UP, ROUND_UP):
    print(rounding, [str(Decimal(x).quantize(Decimal("1"), rounding=rounding)) for x in ("2.5", "-2.5", "2.51", "-2.4")])
print(round(Decimal("2.675"), 2), round(Decimal("2.5")), int(Decimal("-3.9")), float(Decimal("0.5")), bool(Decimal("0.0")))
print(Decimal("100").normalize(), Decimal("1.500").normalize(), Decimal("123E+3"), Decimal("0E-8"), Decimal("12300").to_eng_string())
print(Decimal(2).sqrt(), Decimal("0.25").sqrt(), Decimal(1).exp(), Decimal(10).ln(), Decimal(2).log10(), Decimal(1000).log10())
print(Decimal(2) ** Decimal("0.5"), Decimal("1.1") ** 10, Decimal(2) ** -2, pow(Decimal(3), 4, 5))
print(Decimal("1.0") == 1, Decimal("0.5") == 0.5, Decimal("0.1") == 0.1, Decimal(1) < 1.5, Decimal("0.5") == Fraction(1, 2))
print(hash(Decimal("1.0")) == hash(1), hash(Decimal("0.5")) == hash(0.5), {Decimal(1): "one"}[1])
print(max(Decimal(1), Decimal(2)), Decimal("NaN").max(3), sorted(map(Decimal, ("2", "-1", "1.5"))), sum(map(Decimal, "123")))
print(Decimal("1.23").compare(Decimal("1.230")), Decimal("1.23").same_quantum(Decimal("4.56")), Decimal("-5").copy_abs())
print(Decimal("3.7").to_integral_value(), Decimal("123.45").adjusted(), Decimal("1e3").scaleb(-2), Decimal("Infinity").is_infinite())

with localcontext() as context:
    context.prec = 5
    print(Decimal(1) / 3, Decimal("123456") + 0, getcontext().prec)
with localcontext(prec=3, rounding=ROUND_UP):
    print(Decimal(1) / 3)
print(getcontext(), Decimal(1) / 7)
context = getcontext()
context.clear_flags()
Decimal(1) / 3
print(context.flags[Inexact], context)
context.traps[Inexact] = True
try:
    Decimal(1) / 3
except Inexact as error:
    print(type(error).__name__, error)
context.traps[Inexact] = False
for action in (
    lambda: Decimal("x"),
    lambda: Decimal(1) / 0,
    lambda: Decimal(0) / 0,
    lambda: Decimal("inf") - Decimal("inf"),
    lambda: Decimal(-1).sqrt(),
    lambda: Decimal("1e999999") * 10,
    lambda: Decimal(1) + 1.5,
    lambda: "1" + Decimal(1),
    lambda: Decimal(1) < "2",
    lambda: Decimal([1]),
    lambda: Decimal(None),
    lambda: int(Decimal("NaN")),
    lambda: Decimal("1e30").quantize(Decimal("0.01")),
    lambda: Decimal("NaN") < 1,
):
    try:
        print(action())
    except Exception as error:
        print(type(error).__name__, error)
context.traps[DivisionByZero] = context.traps[InvalidOperation] = False
print(Decimal(1) / 0, Decimal(-1) / 0, Decimal(0) / 0, Decimal("what"))
setcontext(Context(prec=6))
print(Decimal(22) / 7, Context(prec=4).divide(Decimal(22), Decimal(7)), Context(prec=3).create_decimal("3.14159"))

for spec in (".2f", "10.3f", "<10.1f", ",.2f", "e", ".3e", ".0%", "+.1f", "010.2f", "", "g", ".4g", "^12"):
    print(f"[{Decimal('1234.5678'):{spec}}]", end=" ")
print()
print(f"{Decimal('0.00'):.1f} {Decimal('1E+3')} {Decimal('1E+3'):f} {Decimal('-0.0001'):.2f} {Decimal('NaN'):>6}")
try:
    format(Decimal(1), "k")
except ValueError as error:
    print(error)
