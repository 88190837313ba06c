import copy
import uuid

u = uuid.UUID("12345678-1234-5678-1234-567812345678")
print(u, repr(u), u.hex, u.int, u.urn, u.version, u.variant)
print(u.bytes, u.bytes_le, u.fields)
print(u == uuid.UUID("{12345678123456781234567812345678}"), u == uuid.UUID(bytes=u.bytes), u == uuid.UUID(bytes_le=u.bytes_le))
print(u == uuid.UUID(fields=u.fields), u == uuid.UUID(int=u.int), u < uuid.NAMESPACE_DNS, len({u, uuid.UUID(u.hex)}))
print(uuid.UUID(int=0, version=4), uuid.NAMESPACE_URL.node)
a, b = uuid.uuid4(), uuid.uuid4()
print(a != b, a.version, len(str(a)), str(a)[14], a.variant)
print(uuid.uuid1().version, uuid.uuid1(1, 2).node, uuid.uuid1(1, 2).clock_seq)
print(copy.copy(u) == u, u.is_safe)
for wrong in (lambda: uuid.UUID(), lambda: uuid.UUID("12"), lambda: uuid.UUID(int=-1), lambda: setattr(u, "int", 3),
              lambda: uuid.UUID(bytes=b"1"), lambda: uuid.UUID(int=1, version=9)):
    try:
        wrong()
    except (TypeError, ValueError) as error:
        print(type(error).__name__, error)
