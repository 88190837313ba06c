import locale

print(locale.setlocale(locale.LC_ALL, "C"), locale.getlocale(), locale.getencoding(), locale.getpreferredencoding())
print(locale.localeconv()["decimal_point"], locale.localeconv()["grouping"])
print(locale.format_string("%d items, %.2f%% of %s", (1234567, 99.5, "all"), grouping=True), locale.str(1.5), locale.atof("2.5") + locale.atoi("3"))
print(locale.format_string("%(a)5.1f|%*d", {"a": 1.25}) if False else locale.format_string("%(a)5.1f|%(b)s", {"a": 1.25, "b": "x"}), locale.format_string("%*d", (6, 42)))
print(locale.strcoll("a", "b"), sorted(["b", "a", "C"], key=locale.strxfrm))
for wrong in (lambda: locale.setlocale(locale.LC_ALL, "xx_YY"), lambda: locale.currency(1)):
    try:
        wrong()
    except (locale.Error, ValueError) as error:
        print(type(error).__name__, error)
