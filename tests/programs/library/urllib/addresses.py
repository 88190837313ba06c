from urllib.parse import *

for url in ("http://user:pw@Host.org:80/a/b;p?q=1&r=2#frag", "mailto:x@y.z", "//host/path", "path?x#y", "HTTP://[::1]:8080/", "", "file:///a b", "x:y:z", "http://a:b/", "tel:+1", " http://a\n/b"):
    try:
        parts = urlparse(url)
        print(parts, parts.hostname, parts.username, parts.password, parts.geturl())
        print(urlsplit(url), urldefrag(url), parts.port)
    except ValueError as error:
        print(error)
for base, url in (("http://a/b/c/d;p?q", "../g"), ("http://a/b/c/d;p?q", "?y"), ("http://a/b/c/d;p?q", "//g"), ("http://a/b/c/d;p?q", "./../../../g/."), ("http://a/b", "mailto:x"), ("http://a/b", "#s"), ("", "x"), ("http://a", "b")):
    print(urljoin(base, url), end=" ")
print()
print(quote("a b/é&=~"), quote("a/b", safe=""), quote_plus("a b+c"), unquote("a%20b%C3%A9%zz+"), unquote_plus("a+b"), unquote_to_bytes("%ff%2"), quote(b"\xff "))
print(urlencode({"a": 1, "b c": "d&e", "é": None}), urlencode([("x", [1, 2])], doseq=True), urlencode({"x": [1, 2]}))
print(parse_qs("a=1&b=2&a=3&c=&d"), parse_qsl("a=1&c=&d=%20+", keep_blank_values=True), parse_qs("a;b=1", separator=";"))
print(urlparse(b"http://a/b").geturl(), urlsplit("http://a/b").encode(), urlunsplit(("", "a", "b", "c", "d")), urlparse("http://a")._replace(path="/z").geturl())
for wrong in (lambda: urlparse("http://[::1"), lambda: urlparse("http://a:99999").port, lambda: parse_qs("x", strict_parsing=True), lambda: urlencode("abc"), lambda: quote(1), lambda: urljoin("a", b"b"), lambda: parse_qsl("a&b", max_num_fields=1)):
    try:
        print(wrong())
    except Exception as error:
        print(type(error).__name__, error)
