# Digests of bytes, and bytes as text.
import base64
import binascii
import hashlib
import secrets

for name in sorted(hashlib.algorithms_guaranteed - {"blake2b", "blake2s", "shake_128", "shake_256"}):
    h = hashlib.new(name)
    print(name, h.name, h.digest_size, h.block_size, h.hexdigest())
    h.update(b"The quick brown fox ")
    copy = h.copy()
    h.update(b"jumps over the lazy dog")
    print(h.hexdigest(), h.digest() == hashlib.new(name, b"The quick brown fox jumps over the lazy dog").digest())
    print(copy.hexdigest()[:16], getattr(hashlib, name)(bytes(range(256)) * 5).hexdigest()[-16:])
print(hashlib.shake_128(b"x").hexdigest(8), hashlib.shake_256(bytes(500)).hexdigest(200)[-20:])
print([hashlib.sha256(b"a" * n).hexdigest()[:6] for n in (55, 56, 63, 64, 65, 119, 120)])
print(hashlib.pbkdf2_hmac("sha256", b"password", b"salt", 3).hex())
for wrong in (lambda: hashlib.md5("text"), lambda: hashlib.new("none"), lambda: hashlib.sha1(5)):
    try:
        wrong()
    except Exception as error:
        print(type(error).__name__, error)

for data in (b"", b"a", b"ab", b"abc", bytes(range(250, 256)), b"hello world"):
    print(base64.b64encode(data), base64.b32encode(data), base64.b16encode(data), base64.b85encode(data))
    assert base64.b64decode(base64.b64encode(data)) == base64.b32decode(base64.b32encode(data)) == data
    assert base64.b85decode(base64.b85encode(data)) == base64.b16decode(base64.b16encode(data)) == data
print(base64.urlsafe_b64encode(b"\xfb\xff\xfe"), base64.urlsafe_b64decode("-__-"), base64.b64encode(b"\xfb\xff", b"*!"))
print(base64.encodebytes(b"x" * 60), base64.decodebytes(b"eHh4\neHg=\n"), base64.b32hexencode(b"abc"))
for wrong in (
    lambda: base64.b64decode("abc"),
    lambda: base64.b64decode("a"),
    lambda: base64.b64decode("ab!c", validate=True),
    lambda: base64.b32decode("abc"),
    lambda: base64.b16decode("0g"),
    lambda: base64.b64encode("text"),
    lambda: binascii.unhexlify("abc"),
    lambda: binascii.unhexlify("xy"),
):
    try:
        print(wrong())
    except Exception as error:
        print(type(error).__name__, error)
print(base64.b64decode("YW!Jj"), binascii.hexlify(b"\x00\xff"), binascii.hexlify(b"abcd", "-", 2), binascii.unhexlify("00Ff"))
print(binascii.crc32(b"hello"), binascii.crc32(b"lo", binascii.crc32(b"hel")), binascii.crc_hqx(b"hello", 0))
print(binascii.b2a_base64(b"hi"), binascii.a2b_base64(b"aGk=\n"), issubclass(binascii.Error, ValueError))
print(len(secrets.token_bytes()), len(secrets.token_hex(8)), secrets.randbelow(1), secrets.choice("x"), secrets.compare_digest("a", "a"))
print(len(base64.urlsafe_b64decode(secrets.token_urlsafe(6))))
import uuid
print(uuid.uuid3(uuid.NAMESPACE_DNS, "python.org"), uuid.uuid5(uuid.NAMESPACE_DNS, "python.org"))
