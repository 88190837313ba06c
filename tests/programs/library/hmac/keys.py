import hashlib
import hmac

for name in ("md5", "sha1", "sha256", "sha512"):
    h = hmac.new(b"key", b"The quick brown fox", name)
    print(h.name, h.hexdigest(), h.digest_size, h.block_size)
h = hmac.new(b"k" * 200, digestmod=hashlib.sha256)
h.update(b"a")
other = h.copy()
h.update(b"b")
print(h.hexdigest(), other.hexdigest(), hmac.digest(b"k", b"m", "sha256").hex())
print(hmac.compare_digest("a", "a"), hmac.compare_digest(b"a", bytearray(b"b")))
for wrong in (lambda: hmac.new("k", b"", "md5"), lambda: hmac.new(b"k"), lambda: hmac.compare_digest("é", "é"), lambda: hmac.compare_digest(1, b"")):
    try:
        wrong()
    except TypeError as error:
        print(error)
