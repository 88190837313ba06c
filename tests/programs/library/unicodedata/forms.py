import unicodedata as u

for text in ("e\u0301", "\xe9", "\ufb01", "\uac00", "\u212b", "ABC", "\u1e9b\u0323", "²"):
    print(ascii(text), [ascii(u.normalize(form, text)) for form in ("NFC", "NFD", "NFKC", "NFKD")], u.is_normalized("NFC", text))
print([u.category(c) for c in "Aaǅʰª\u0301\u0903\u20dd1Ⅷ²_-()«».+$^©  \u2028\u2029\n\xad\ud800\ue000\u0378\U0001f600"])
print(u.decimal("7"), u.decimal("٣"), u.decimal("x", None), u.unidata_version)
for wrong in (lambda: u.category("ab"), lambda: u.category(1), lambda: u.decimal("x"), lambda: u.normalize("X", "a")):
    try:
        wrong()
    except (TypeError, ValueError) as error:
        print(type(error).__name__, error)
