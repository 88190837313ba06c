# The two functions by which tests look at bytes.


class Error(ValueError):
    pass


def hexlify(data, sep='', bytes_per_sep=1):
    view = bytes(memoryview(data.encode("ascii") if isinstance(data, str) else data))
    return (view.hex(sep, bytes_per_sep) if sep else view.hex()).encode('ascii')


def unhexlify(text):
    return bytes.fromhex(text if isinstance(text, str) else bytes(text).decode('ascii'))


b2a_hex, a2b_hex = hexlify, unhexlify
