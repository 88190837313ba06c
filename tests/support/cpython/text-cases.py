"""Records CPython's answers about text and numbers, for tests/unit/text.

Run by record-text.ts: `python3 text-cases.py FOLDER [FACTOR]` writes one file of JSON lines a topic, a case a line:
[function, arguments, result]. Ints and floats are written as text; an exception as "!Type: message".
"""
import json
import math
import random
import struct
import sys

folder = sys.argv[1]
factor = float(sys.argv[2]) if len(sys.argv) > 2 else 1


def plain(value):
    if isinstance(value, bool) or value is None or isinstance(value, str):
        return value
    if isinstance(value, int):
        return str(value)
    if isinstance(value, float):
        return repr(value)
    if isinstance(value, complex):
        return [repr(value.real), repr(value.imag)]
    if isinstance(value, (bytes, bytearray)):
        return value.hex()
    if isinstance(value, (tuple, list)):
        return [plain(v) for v in value]
    raise TypeError(type(value))


class Topic:
    def __init__(self, name):
        self.name, self.cases, self.seen = name, [], set()
        random.seed(name)

    def ask(self, function, arguments, answer):
        """Records answer() for the case; `arguments` is what the test passes to its function of that name."""
        try:
            result = plain(answer())
        except Exception as error:
            result = f"!{type(error).__name__}: {error}"
        case = json.dumps([function, [plain(a) for a in arguments], result], separators=(",", ":"))
        if case not in self.seen:
            self.seen.add(case)
            self.cases.append(case)

    def times(self, count):
        return range(int(count * factor))

    def __enter__(self):
        return self

    def __exit__(self, *error):
        with open(f"{folder}/{self.name}.jsonl", "w") as file:
            file.writelines(case + "\n" for case in self.cases)


SPECIAL_FLOATS = [
    0.0, -0.0, 1.0, -1.0, 0.1, 0.5, 1.5, 2.5, 1e15, 1e16, 9999999999999998.0, 123456789012345680.0, 1e21, 1e22, 1e23,
    1e-4, 1e-5, 0.00012, 5e-324, 2.2250738585072014e-308, 1.7976931348623157e308, 9.5, 99.5, 0.05, 0.25, 0.15, 2.675,
    1e100, 3.141592653589793, 12345.678, float("inf"), float("-inf"), float("nan"),
]


def some_float():
    kind = random.randrange(7)
    if kind == 0:
        return struct.unpack("d", struct.pack("Q", random.getrandbits(64)))[0]
    if kind == 1:
        return random.randrange(-2000, 2000) / random.choice([1, 2, 4, 8, 16, 32, 64, 1024])
    if kind == 2:
        return float(random.randrange(10 ** random.randrange(1, 25)))
    if kind == 3:
        return round(random.uniform(-100, 100), random.randrange(5))
    if kind == 4:
        return random.choice(SPECIAL_FLOATS)
    return random.uniform(-1, 1) * 10 ** random.randrange(-20, 20)


def some_int(bits=200):
    if random.random() < 0.4:
        return random.randrange(-20, 20)
    return random.getrandbits(random.randrange(1, bits)) * random.choice([1, -1])


def mutated(text, alphabet):
    for _ in range(random.choice([0, 0, 1, 1, 2])):
        at = random.randrange(len(text) + 1)
        text = text[:at] + random.choice(alphabet) + text[at + random.choice([0, 1]):]
    return text


with Topic("float") as topic:
    for value in SPECIAL_FLOATS:
        topic.ask("repr", [value], lambda: repr(value))
        topic.ask("hex", [value], lambda: value.hex())
        topic.ask("ratio", [value], lambda: value.as_integer_ratio())
        topic.ask("int", [value], lambda: int(value))
    for _ in topic.times(60):
        value = some_float()
        topic.ask("repr", [value], lambda: repr(value))
        topic.ask("hex", [value], lambda: value.hex())
        topic.ask("ratio", [value], lambda: value.as_integer_ratio())
        topic.ask("int", [value], lambda: int(value))
        topic.ask("frexp", [value], lambda: list(math.frexp(value)))
    for _ in topic.times(150):
        value = some_float()
        places = random.choice([-400, -308, -100, -20, -3, -2, -1, 0, 1, 2, 3, 4, 5, 10, 15, 17, 25, 100, 323, 400])
        topic.ask("round", [value, places], lambda: round(value, places))
    for value in (0.5, 1.5, 2.5, 3.5, -0.5, -1.5, 2.675, 1e300, 4503599627370497.5):
        topic.ask("round", [value, 0], lambda: round(value, 0))
        topic.ask("roundHalfEven", [value], lambda: float(round(value)))
    for _ in topic.times(60):
        value, power = some_float(), random.choice([0, 1, -1, 10, -1000, -1074, 1000, 2100, -2100, random.randrange(-1100, 1100)])
        if random.random() < 0.5:
            value, power = random.uniform(0.5, 1), random.randrange(-1078, -1018)
        topic.ask("ldexp", [value, power], lambda: math.ldexp(value, power) if abs(math.frexp(value)[1] + power) < 1025 or not value or not math.isfinite(value) or power < 0 else math.copysign(math.inf, value))
    texts = ["1", "1.", ".5", "1e5", "1E+05", "-1.5e-3", " 1.5 ", "1_000.5", "inf", "-Infinity", "+nan", "١٢.٥", "\u3000 1\x85", "", ".", "e5", "1e", "1__0", "_1", "1_", "1e_5", "1_e5", "0x1", "infinit", "--1", "1 2", "1\x00", "\x1c1", "1e400", "1e-400", "1_0e1_0", "१२३", "\ufeff1", "1e5.0", "²"]
    for text in texts + [mutated(random.choice(texts), "0123456789._eE+-inf \u0661") for _ in topic.times(150)]:
        topic.ask("parse", [text], lambda: [float(text)])
        topic.ask("complex", [text], lambda: complex(text))
    texts = ["1+2j", "1-2J", "j", "-j", "+j", "2j", "(1+2j)", " ( 1+2j ) ", "1e5+2e-3j", "nan+infj", "inf-nanj", "1_0+2_0j", "1+j", "1-j", "1 + 2j", "1+2", "(1+2j", "1+-2j", "1j+2", "infj", "1.5.5j", "1e5j", "-0.0-0.0j", "-0-0j", ".5-.5j"]
    for text in texts + [mutated(random.choice(texts), "0123456789._e+-jinf ()") for _ in topic.times(100)]:
        topic.ask("complex", [text], lambda: complex(text))
    texts = ["0x1p0", "1", "0x.8", "0x1.", "-0x1.8p+3", "0x1.fffffffffffff8p1023", "0x1.fffffffffffffp1023", "0x0.8p-1074", "0x0.80000001p-1074", "0x1p-1076", "inf", " nan ", "0x", "p5", "0x1p", "0xg", "1.8p99999", "0x1p-99999999999999", "0x.p1", "", "0x1.00000000000008p0", "0x1.000000000000080001p0", "0x1.00000000000018p0", "-0x0p0", "1_0", "0x1p+5 ", "0X1P5", "+0x1"]
    for text in texts + [mutated(random.choice(texts), "0123456789abfxp.+- ") for _ in topic.times(100)]:
        topic.ask("fromhex", [text], lambda: float.fromhex(text))
    for value in SPECIAL_FLOATS:
        for other in (0.0, -0.0, 1.5, -2.0, math.inf, -math.inf, math.nan):
            topic.ask("complexRepr", [value, other], lambda: repr(complex(value, other)))

with Topic("int") as topic:
    texts = ["0", "12", "-12", "+7", " 42 ", "1_000", "0x1f", "0X_1F", "0b101", "0o17", "010", "00", "0_0", "-0", "zz", "", "-", "+-1", "1__0", "_1", "1_", "0x", "0b2", "12.5", "١٢٣", "\u30005\x85", "\x1c5", "5\x00", "abc\n'\"", "9" * 30, "０", "²", "x" * 300, "\ud800", "0_7", "0x1__0", "_0x1", "0b_1", "1 2"]
    for text in texts + [mutated(random.choice(texts), "0123456789abxo_+- \u0661zZ") for _ in topic.times(100)]:
        for base in (10, 0, 16, 2, 36, random.choice([3, 8, 7, 12, 35])):
            topic.ask("parse", [text, base, repr(text)], lambda: int(text, base))
    for base in (1, 37, -1):
        topic.ask("parse", ["1", base, "'1'"], lambda: int("1", base))
    for count in (4299, 4300, 4301, 5000):
        text = "1" * count
        topic.ask("parse", [text, 10, repr(text)], lambda: int(text) % 10**30 if count > 4300 else int(text))
        power = count - 1
        topic.ask("strPower", [power], lambda: str(10**power)[:3] if True else 0)
        topic.ask("strPower", [-power], lambda: str(1 - 10**power)[:3])
    for count in (100, 5000):
        text = "11" * count
        topic.ask("parseRest", [text, 3, repr(text)], lambda: int(text, 3) % 10**30)
        topic.ask("parseRest", [text, 16, repr(text)], lambda: int(text, 16) % 10**30)
    for _ in topic.times(150):
        a, b = some_int(), some_int()
        topic.ask("divide", [a, b], lambda: a / b)
        if b:
            topic.ask("divmod", [a, b], lambda: list(divmod(a, b)))
            topic.ask("floor", [a, b], lambda: [a // b, a % b])
        topic.ask("gcd", [a, b], lambda: [math.gcd(a, b), math.lcm(a, b)])
        topic.ask("bits", [a], lambda: [a.bit_length(), a.bit_count()])
        topic.ask("isqrt", [abs(a)], lambda: math.isqrt(abs(a)))
        c = random.randrange(-50, 50)
        topic.ask("pow", [a, c, b], lambda: pow(a, c, b))
        places = -random.randrange(0, 70)
        topic.ask("round", [a, places], lambda: round(a, places))
        shift = random.randrange(0, 300)
        topic.ask("shift", [a, shift], lambda: [a << shift, a >> shift])
        value = random.choice([some_float(), float(a % 2**60) + random.choice([0, 0.5])])
        topic.ask("compare", [a, value], lambda: [a < value, a == value, a > value])
        length, order, signed = random.randrange(0, 12), random.choice(["big", "little"]), random.random() < 0.5
        topic.ask("toBytes", [a, length, order, signed], lambda: a.to_bytes(length, order, signed=signed))
        data = random.randbytes(length)
        topic.ask("fromBytes", [data, order, signed], lambda: int.from_bytes(data, order, signed=signed))
    for _ in topic.times(100):
        a = some_int(1100) << random.choice([0, 0, 500, 900])
        b = some_int(1100) << random.choice([0, 0, 500, 900])
        if random.random() < 0.4:
            bits = random.getrandbits(54) | 1 << 53
            b = 1 << random.randrange(1000, 1140)
            a = bits * random.choice([1, 3, 2**10 + 1]) + random.choice([0, 0, 1])
            if random.random() < 0.5:
                b = random.randrange(1, 1000) * (1 << random.randrange(0, 60))
                a *= b
        topic.ask("divide", [a, b], lambda: a / b)
        topic.ask("float", [a], lambda: float(a))
    for power in (1023, 1024):
        for add in (0, 1, 2**969, 2**970, 2**970 - 1, -(2**970), -(2**970) - 1, -(2**969)):
            topic.ask("float", [2**power + add], lambda: float(2**power + add))
    for value in range(2**52 - 2, 2**52 + 3):
        topic.ask("isqrt", [value * value], lambda: math.isqrt(value * value))
        topic.ask("isqrt", [value * value - 1], lambda: math.isqrt(value * value - 1))


def some_spec(types):
    fill = random.choice(["", "", "", "<", ">", "^", "=", "*<", "0>", "é^", "𝄞=", "{<", "<<"])
    return (
        fill
        + random.choice(["", "", "", "+", "-", " "])
        + random.choice(["", "", "", "", "z"])
        + random.choice(["", "", "", "#"])
        + random.choice(["", "", "", "0"])
        + random.choice(["", "", "1", "5", "12", "20", "٣٠"])
        + random.choice(["", "", "", ",", "_", ",_", "_,", ",,"][: random.choice([5, 5, 5, 5, 8])])
        + random.choice(["", "", ".0", ".1", ".3", ".10", ".", ".25"])
        + random.choice(types)
    )


with Topic("format") as topic:
    odd = ["", "y", "xx", "é", "\x05", " ", "𝄞"]
    for _ in topic.times(500):
        value, spec = random.choice([some_int(), some_int(40)]), some_spec(list("bcdnoxXdefgEFG%") + [""] * 3 + odd)
        if random.random() < 0.5 and "." in spec:
            spec = spec.replace(".", "").rstrip("0123456789") + random.choice("dxbo")
        topic.ask("int", [value, spec], lambda: format(value, spec))
    for _ in topic.times(500):
        value, spec = some_float(), some_spec(list("efgEFGn%") + [""] * 3 + random.choice([[], odd + ["d"]]))
        topic.ask("float", [value, spec], lambda: format(value, spec))
    for _ in topic.times(250):
        value, spec = complex(some_float(), some_float()), some_spec(list("efgEFGn") + [""] * 3 + random.choice([[], odd + ["d", "%"]]))
        spec = random.choice([spec, spec.lstrip("0=")])
        topic.ask("complex", [value, spec], lambda: format(value, spec))
    for _ in topic.times(200):
        value = random.choice(["", "a", "abcdef", "é𝄞x", "\ud800"])
        spec = random.choice([some_spec(["s", "", "", "d"]), random.choice(["", "<", "*^", "0"]) + random.choice(["", "7"]) + random.choice(["", ".2"]) + random.choice(["", "s"])])
        topic.ask("str", [value, spec], lambda: format(value, spec))
    topic.ask("bool", [True, "5"], lambda: format(True, "5"))
    topic.ask("bool", [True, "s"], lambda: format(True, "s"))
    for spec in ("99999999999999999999", ".99999999999999999999f", ".9999999999f"):
        topic.ask("float", [1.5, spec], lambda: format(1.5, spec))
    for value in (2**31, -1, 0x110000, 2**70, 97, 0x1D11E):
        topic.ask("int", [value, "c"], lambda: format(value, "c"))
        topic.ask("int", [value, "^5c"], lambda: format(value, "^5c"))
    topic.ask("int", [10**310, "g"], lambda: format(10**310, "g"))
    topic.ask("int", [7, "+c"], lambda: format(7, "+c"))
    topic.ask("int", [7, "#c"], lambda: format(7, "#c"))

with Topic("percent") as topic:
    values = [0, 5, -5, 255, 2**70, 1.5, -2.5e10, "text", "é𝄞", "x", 97, 1e100, "a'b\n", 0.0, 1114112, -1]
    for _ in topic.times(700):
        parts = []
        keys = ["(k)", "(k)", "(a(b)c)", "(k"][: random.choice([3, 3, 3, 4])] if random.random() < 0.3 else [""]
        for _ in range(random.choice([1, 1, 1, 2, 3])):
            code = random.choice("diuoxXeEfFgGcrsa%diuoxXrsay") if random.random() < 0.95 else random.choice(["", "é", "𝄞", "\x03", " "])
            parts.append(
                random.choice(["", "<", "a %% ", "%%"])
                + "%"
                + random.choice(keys)
                + "".join(random.choice("-+ #0") for _ in range(random.choice([0, 0, 1, 2])))
                + random.choice(["", "", "1", "7", "12", "*"])
                + random.choice(["", "", ".", ".0", ".3", ".*", ".12"])
                + random.choice(["", "", "", "l", "h", "hl"][: 5 if random.random() < 0.9 else 6])
                + code
            )
        template = "".join(parts)
        if keys[0]:
            arguments = {"k": random.choice(values), "a(b)c": random.choice(values)}
            written = [["k", arguments["k"]], ["a(b)c", arguments["a(b)c"]]]
        else:
            arguments = tuple(random.choice(values) for _ in range(len(parts) + template.count("*") - template.count("%%") + random.choice([0, 0, 0, 1, -1])))
            written = list(arguments)
        kinds = "m" if keys[0] else "".join("s" if isinstance(v, str) else "f" if isinstance(v, float) else "i" for v in arguments)
        if kinds == "m":
            kinds += "".join("s" if isinstance(v, str) else "f" if isinstance(v, float) else "i" for v in arguments.values())
        topic.ask("percent", [template, kinds, written], lambda: template % arguments)


class Box:
    """What the fields of the templates reach: repr shows the path taken."""

    def __init__(self, path):
        self.path = path

    def __getattr__(self, name):
        if name.startswith("__"):
            raise AttributeError(name)
        return Box(f"{self.path}.{name}")

    def __getitem__(self, key):
        return Box(f"{self.path}[{key!r}]")

    def __str__(self):
        return f"str {self.path}"

    def __repr__(self):
        return f"repr {self.path}"

    def __format__(self, spec):
        return f"<{self.path}|{spec}>"


with Topic("template") as topic:
    texts = ["{}", "{0}", "{a}", "{0.x}", "{0[1]}", "{0[k].y!r:>5}", "{a:{b}}", "{{}}", "{a!s}", "{:{}}", "{:{}{}}", "{1} {0}", "{a[}]}", "{0.x[0][z]}", "x{{y{0}z}}", "{:{:{}}}", "{a:{b:{0}}}", "{!a}", "{0:a!b}", "{a[0]x}", "{a.}", "{a[]}", "{a[1}", "{99999999999999999999}", "{a[99999999999999999999]}", "{a!}", "{a!r", "{a!rx}", "{a!x}", "{a!\x01}", "{a!é}", "{", "}", "{a", "{a:", "{a{", "{a:}}", "{0}{}", "{}{0}", "{٣}", "{ 0}", "{-1}", "{5}", "{zz}", "{0.}", "{.x}", "{[k]}", "{:}}"]
    for template in texts + [mutated(mutated(random.choice(texts), "{}[].:!0a r"), "{}[].:!0a rx") for _ in topic.times(400)]:
        topic.ask("format", [template], lambda: template.format(Box("p0"), Box("p1"), Box("p2"), a=Box("a"), b=Box("b")))


def some_list():
    length = random.choice([0, 1, 2, 5, 20, 63, 64, 65, 130, 300, 700])
    kind = random.randrange(7)
    if kind == 0:
        return [random.randrange(10**6) for _ in range(length)]
    if kind == 1:
        return [random.randrange(3) for _ in range(length)]
    if kind == 2:
        values = list(range(length))
        for _ in range(random.randrange(6)):
            if values:
                values[random.randrange(length)] = random.randrange(length)
        return values
    if kind == 3:
        return [v // 4 for v in range(length, 0, -1)]
    if kind == 4:
        values = []
        while len(values) < length:
            run = sorted(random.randrange(1000) for _ in range(random.randrange(1, 120)))
            values += run[:: random.choice([1, -1])]
        return values[:length]
    if kind == 5:
        return [v % 64 for v in range(length)]
    return [(v * 7919) % 101 for v in range(length)]


class Counted:
    log = []

    def __init__(self, value, place):
        self.value, self.place = value, place

    def __lt__(self, other):
        self.log.append((self.place, other.place))
        if len(self.log) == self.limit:
            raise StopIteration
        return self.value < other.value


def sort_log(values, reverse, limit, keyed):
    items = [Counted(v, i) for i, v in enumerate(values)]
    Counted.log, Counted.limit = [], limit
    try:
        if keyed:
            order = [Counted(0, i) for i in range(len(items))]
            keys, items = items, order
            order.sort(key=lambda c: keys[c.place], reverse=reverse)
        else:
            items.sort(reverse=reverse)
    except StopIteration:
        pass
    mix = 0
    for a, b in Counted.log:
        mix = (mix * 31 + a * 1009 + b) % 1000003
    return [len(Counted.log), mix, " ".join(str(c.place) for c in items)]


with Topic("sort") as topic:
    for _ in topic.times(60):
        values, reverse, keyed = some_list(), random.random() < 0.3, random.random() < 0.4
        limit = random.choice([-1, -1, random.randrange(1, 400)])
        topic.ask("sort", [" ".join(map(str, values)), reverse, limit, keyed], lambda: sort_log(values, reverse, limit, keyed))

with Topic("random") as topic:
    for seed in [0, 1, -1, 42, 2**32 - 1, 2**32, 2**64 + 5, 10**40, 7 << 14000]:
        generator = random.Random(seed)
        topic.ask("random", [seed], lambda: [generator.random() for _ in range(4)] + [generator.getrandbits(k) for k in (1, 5, 32, 33, 64, 100, 0)])
    generator = random.Random(3)
    generator.random()
    before = sum(i * w for i, w in enumerate(generator.getstate()[1])) % 10**9
    topic.ask("state", [3], lambda: [before, generator.random()])
    for text in ["", "a", "seed", "héllo", "x" * 111, "y" * 112, "z" * 300]:
        topic.ask("text", [text], lambda: random.Random(text).random())


def codec_answer(action):
    try:
        return action()
    except UnicodeError as error:
        return f"{type(error).__name__} {error.encoding} {error.start} {error.end} {error.reason} | {error}"


HANDLERS = ["strict"] * 4 + "ignore replace backslashreplace xmlcharrefreplace surrogateescape surrogatepass".split() * 2 + ["nope"]

with Topic("codecs") as topic:
    encodings = "utf-8 ascii latin-1 utf-16 utf-16-le utf-16-be utf-32 utf-32-le utf-32-be utf-8-sig".split()
    for _ in topic.times(400):
        encoding, handler = random.choice(encodings[:3] + encodings), random.choice(HANDLERS)
        kind = random.randrange(3)
        if kind == 0:
            data = bytes(random.choice([65, 0, 0x80, 0xBF, 0xC2, 0xE0, 0xA0, 0xED, 0x9F, 0xF0, 0x90, 0xF4, 0xFF, 0xFE, 0xD8, 0xDC]) for _ in range(random.randrange(10)))
        elif kind == 1:
            data = "aé€𝄞z".encode(encoding, "replace")
            data = data[: random.randrange(len(data) + 1)]
            if random.random() < 0.6 and data:
                at = random.randrange(len(data))
                data = data[:at] + bytes([random.choice([0, 65, 0x80, 0xD8, 0xDC, 0xFF, 0xED])]) + data[at + 1:]
        else:
            data = random.choice(["\ud800", "\udc80x", "a\udfffb\ud800"]).encode(encoding if encoding[:3] == "utf" else "utf-8", "surrogatepass")
        topic.ask("decode", [data, encoding, handler], lambda: codec_answer(lambda: data.decode(encoding, handler)))
        text = "".join(random.choice(["a", "é", "€", "𝄞", "\udc80", "\udcff", "\ud800", "z", "\x80", "ÿ"]) for _ in range(random.randrange(6)))
        # A high surrogate before a low one would be one character here.
        text = text.replace("\ud800\udc80", "a").replace("\ud800\udcff", "a")
        topic.ask("encode", [text, encoding, handler], lambda: codec_answer(lambda: text.encode(encoding, handler)))
    for name in "UTF8 utf_8 Utf-8 latin1 ISO-8859-1 us-ascii U8 l1 utf-16LE UTF32 nope".split():
        topic.ask("name", [name], lambda: "".encode(name) is None)

with Topic("operations") as topic:
    letters = ["a", "b", "ab", " ", "\t", "\n", "\r", "\r\n", "é", "𝄞", "\u2028", "\x1c", "\x85", "x", "+", "-", "\u3000", "'", '"', "\\", "\x00", "\x7f", "\xa0", "\xad", "\u0378", "\ue000", "\ud800", "\U0010ffff", "\u200b"]

    def some_text(most=10):
        return "".join(random.choice(letters[: random.choice([3, 14, len(letters)])]) for _ in range(random.randrange(most)))

    for _ in topic.times(300):
        text, part, count = some_text(14), random.choice(["a", "b", "ab", " ", "", "\n", "𝄞", "é", "aa", "\r"]), random.choice([-1, -1, 0, 1, 2, 5])
        start, stop = random.choice([0, 1, -1, -3, 5, 20, -20]), random.choice([10**6, 10**6, 0, 3, -1, -4, 7, -20])
        topic.ask("search", [text, part, start, stop], lambda: [text.find(part, start, stop), text.rfind(part, start, stop), text.count(part, start, stop), text.startswith(part, start, stop), text.endswith(part, start, stop), part in text])
        topic.ask("replace", [text, part, count], lambda: text.replace(part, "<x>", count))
        if part:
            topic.ask("split", [text, part, count], lambda: [text.split(part, count), text.rsplit(part, count), text.partition(part), text.rpartition(part)])
        topic.ask("space", [text, count], lambda: [text.split(None, count), text.rsplit(None, count)])
        topic.ask("lines", [text], lambda: [text.splitlines(), text.splitlines(True)])
        strip = random.choice([None, "ab", "a𝄞", " \n"])
        topic.ask("strip", [text, strip], lambda: [text.strip(strip), text.lstrip(strip), text.rstrip(strip)])
        width = random.randrange(-1, 16)
        topic.ask("pad", [text, width], lambda: [text.center(width, "*"), text.center(width), text.ljust(width, "𝄞"), text.rjust(width), text.zfill(width), text.expandtabs(width)])
        topic.ask("repr", [text], lambda: [repr(text), ascii(text)])
        step = random.choice([1, 2, 3, -1, -2])
        topic.ask("slice", [text, *slice(start, stop, step).indices(len(text))], lambda: text[start:stop:step])
        topic.ask("length", [text], lambda: [len(text), max(map(ord, text), default=0), text.isascii()])
        other = some_text(4)
        topic.ask("compare", [text[:3], other], lambda: [text[:3] < other, text[:3] == other])
        data = random.randbytes(random.randrange(8)) + random.choice([b"", b"'", b'"', b"'\"", b"\\\n\t\r a~\x7f"])
        topic.ask("bytesRepr", [data], lambda: repr(data))

with Topic("unicode") as topic:
    letters = list("abzABZ Σσς.'-0_ßǆǅſﬁΐİıᾳ\u0301\u00ad\u1fb2ªºʰ𐐀𐐨²½一٣\u0345Ꭰꭰა\u0149\u1fbc") + ["\u2160", "\u24d0", "\t", "\u2028", "\u088f", "\ua7cb", "\u0264", "\ud800", "\U00010d40", "\u0295", "\u1e9e"]
    texts = ["", *letters] + ["".join(random.choice(letters) for _ in range(random.randrange(2, 6))) for _ in topic.times(400)]
    for text in texts:
        topic.ask("kinds", [text], lambda: [text.isalpha(), text.isdecimal(), text.isdigit(), text.isnumeric(), text.isidentifier(), text.isalnum(), text.isprintable(), text.isspace(), text.islower(), text.isupper(), text.istitle()])
        topic.ask("case", [text], lambda: [text.lower(), text.upper(), text.title(), text.casefold(), text.swapcase(), text.capitalize()])


def small_float():
    return random.choice([random.uniform(-10, 10), random.choice([0.0, -0.0, 1.0, -1.0, 0.1, 1e16, -1e16, 1e300, 1e-300, 5e-324, 1e100, 3.0]), some_float()])


with Topic("math") as topic:
    for _ in topic.times(150):
        values = [small_float() for _ in range(random.randrange(6))]
        if random.random() < 0.5:
            values = [v for v in values if abs(v) < 1e18]
        if random.random() < 0.3:
            values += [-v for v in values[:-1]]
            random.shuffle(values)
        others = [small_float() for _ in values]
        topic.ask("fsum", [values], lambda: math.fsum(values))
        topic.ask("sum", [values], lambda: sum(values, 0.0))
        topic.ask("hypot", [values], lambda: math.hypot(*values))
        topic.ask("dist", [values, others], lambda: math.dist(values, others))
        if values and all(1e-100 < abs(v) < 1e100 or v == 0 for v in values + others):
            topic.ask("sumprod", [values, others], lambda: math.sumprod(values, others))
    for _ in topic.times(250):
        x, y, z = small_float(), small_float(), small_float()
        topic.ask("fma", [x, y, z], lambda: math.fma(x, y, z) if math.isfinite(x * y + z) else None)
        topic.ask("modf", [x], lambda: list(math.modf(x)))
        topic.ask("copysign", [x, y], lambda: math.copysign(x, y))
        steps = random.choice([0, 1, 2, 100, 2**62, 2**64])
        topic.ask("nextafter", [x, y, steps], lambda: math.nextafter(x, y, steps=steps))
        topic.ask("ulp", [x], lambda: math.ulp(x))
        if math.isfinite(x) and math.isfinite(y) and y != 0:
            topic.ask("remainder", [x, y], lambda: math.remainder(x, y))
        if y != 0:
            topic.ask("divmod", [x, y], lambda: list(divmod(x, y)))
        close = x * (1 + random.choice([0, 1e-9, 1e-10, -1e-8]))
        topic.ask("isclose", [x, close, 1e-9, random.choice([0.0, 1e-3])], lambda: math.isclose(x, close))
    for x, y in [(5.0, 3.0), (4.5, 3.0), (1.5, 1.0), (2.5, 1.0), (-1.5, 1.0), (0.0, 1.0), (-0.0, 1.0), (1.0, math.inf), (5e-324, 1e300), (7.0, -2.0), (-7.0, 2.0), (-6.0, 2.0)]:
        topic.ask("remainder", [x, y], lambda: math.remainder(x, y))
        topic.ask("divmod", [x, y], lambda: list(divmod(x, y)))
    for n in [*range(25), 50, 170, 1000]:
        topic.ask("factorial", [n], lambda: math.factorial(n))
        for k in [0, 1, 2, 5, n // 2, n, n + 1]:
            topic.ask("binomials", [n, k], lambda: [math.comb(n, k), math.perm(n, k)])
    for x in [0.5, 1.0, 5.0, 23.0, 24.0, 171.0, 172.0, 171.5, -0.5, -1.0, 0.0, -0.0, 1e-310, 1e-21, -1e300, math.inf, -math.inf, math.nan, -170.5, -200.5, 1e308]:
        topic.ask("gamma", [x], lambda: math.gamma(x))
        topic.ask("lgamma", [x], lambda: math.lgamma(x))

with Topic("elementary") as topic:
    one = "exp exp2 expm1 log log2 log10 log1p sin cos tan asin acos atan sinh cosh tanh asinh acosh atanh cbrt erf erfc gamma lgamma".split()
    for name in one:
        function = getattr(math, name)
        for _ in topic.times(60):
            x = random.choice([random.uniform(-1, 1), random.uniform(-20, 20), random.uniform(-1, 1) * 10 ** random.randrange(-20, 5), float(random.randrange(-20, 20)), random.uniform(0, 1) ** 8, some_float()])
            try:
                function(x)
            except (ValueError, OverflowError):
                continue
            topic.ask(name, [x], lambda: function(x))
    for name in ("pow", "atan2"):
        for _ in topic.times(150):
            x, y = random.choice([random.uniform(0, 10), random.uniform(0.9, 1.1), float(random.randrange(1, 50)), some_float()]), random.choice([float(random.randrange(-30, 40)), random.uniform(-30, 30), 0.5, 1 / 3, some_float()])
            try:
                getattr(math, name)(x, y)
            except (ValueError, OverflowError):
                continue
            topic.ask(name, [x, y], lambda: getattr(math, name)(x, y))
    for x in (0.0, -0.0, 1.0, -1.0, 2.0, -2.0, 0.5, math.inf, -math.inf, math.nan):
        for y in (0.0, -0.0, 1.0, 2.0, 3.0, -1.0, -2.0, 0.5, -0.5, math.inf, -math.inf, math.nan):
            if not (x == 0 and y < 0):
                topic.ask("pow", [x, y], lambda: math.pow(x, y) if x >= 0 or x != x or y != 0.5 and y != -0.5 or x == -math.inf else math.nan)
            topic.ask("atan2", [x, y], lambda: math.atan2(x, y))
