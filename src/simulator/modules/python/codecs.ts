/**
 * `codecs`: encodings by name, encoders and decoders that take their input in pieces, and streams over them. As
 * `Lib/codecs.py`, with the part of `Lib/encodings` that is here; built-in encodings are those of `_codecs`.
 */
export const codecsSource = String.raw`
import _codecs
from _codecs import *
import builtins

__all__ = [
    "register", "unregister", "lookup", "open", "EncodedFile", "BOM", "BOM_BE", "BOM_LE", "BOM32_BE", "BOM32_LE",
    "BOM64_BE", "BOM64_LE", "BOM_UTF8", "BOM_UTF16", "BOM_UTF16_LE", "BOM_UTF16_BE", "BOM_UTF32", "BOM_UTF32_LE",
    "BOM_UTF32_BE", "CodecInfo", "Codec", "IncrementalEncoder", "IncrementalDecoder", "StreamReader", "StreamWriter",
    "StreamReaderWriter", "StreamRecoder", "getencoder", "getdecoder", "getincrementalencoder",
    "getincrementaldecoder", "getreader", "getwriter", "encode", "decode", "iterencode", "iterdecode",
    "strict_errors", "ignore_errors", "replace_errors", "xmlcharrefreplace_errors", "backslashreplace_errors",
    "register_error", "lookup_error",
]

BOM_UTF8 = b'\xef\xbb\xbf'
BOM_LE = BOM_UTF16_LE = BOM32_LE = b'\xff\xfe'
BOM_BE = BOM_UTF16_BE = BOM32_BE = b'\xfe\xff'
BOM = BOM_UTF16 = BOM_LE
BOM_UTF32_LE = BOM64_LE = b'\xff\xfe\0\0'
BOM_UTF32_BE = BOM64_BE = b'\0\0\xfe\xff'
BOM_UTF32 = BOM_UTF32_LE


class CodecInfo(tuple):
    """Encoder, decoder, reader and writer of an encoding; further parts are attributes."""

    _is_text_encoding = True

    def __new__(cls, encode, decode, streamreader=None, streamwriter=None, incrementalencoder=None,
                incrementaldecoder=None, name=None, *, _is_text_encoding=None):
        self = super().__new__(cls, (encode, decode, streamreader, streamwriter))
        self.name = name
        self.encode, self.decode, self.streamreader, self.streamwriter = self
        self.incrementalencoder, self.incrementaldecoder = incrementalencoder, incrementaldecoder
        if _is_text_encoding is not None:
            self._is_text_encoding = _is_text_encoding
        return self

    def __repr__(self):
        cls = type(self)
        return f"<{cls.__module__}.{cls.__qualname__} object for encoding {self.name} at {id(self):#x}>"

    def __getnewargs__(self):
        return tuple(self)


class Codec:
    def encode(self, input, errors='strict'):
        raise NotImplementedError

    def decode(self, input, errors='strict'):
        raise NotImplementedError


class IncrementalEncoder:
    def __init__(self, errors='strict'):
        self.errors = errors
        self.buffer = ""

    def encode(self, input, final=False):
        raise NotImplementedError

    def reset(self):
        pass

    def getstate(self):
        return 0

    def setstate(self, state):
        pass


class BufferedIncrementalEncoder(IncrementalEncoder):
    def _buffer_encode(self, input, errors, final):
        raise NotImplementedError

    def encode(self, input, final=False):
        data = self.buffer + input
        result, consumed = self._buffer_encode(data, self.errors, final)
        self.buffer = data[consumed:]
        return result

    def reset(self):
        self.buffer = ""

    def getstate(self):
        return self.buffer or 0

    def setstate(self, state):
        self.buffer = state or ""


class IncrementalDecoder:
    def __init__(self, errors='strict'):
        self.errors = errors

    def decode(self, input, final=False):
        raise NotImplementedError

    def reset(self):
        pass

    def getstate(self):
        return b"", 0

    def setstate(self, state):
        pass


class BufferedIncrementalDecoder(IncrementalDecoder):
    """Keeps what is not yet a whole character."""

    def __init__(self, errors='strict'):
        super().__init__(errors)
        self.buffer = b""

    def _buffer_decode(self, input, errors, final):
        raise NotImplementedError

    def decode(self, input, final=False):
        data = self.buffer + input
        result, consumed = self._buffer_decode(data, self.errors, final)
        self.buffer = data[consumed:]
        return result

    def reset(self):
        self.buffer = b""

    def getstate(self):
        return self.buffer, 0

    def setstate(self, state):
        self.buffer = state[0]


class StreamWriter(Codec):
    def __init__(self, stream, errors='strict'):
        self.stream = stream
        self.errors = errors

    def write(self, object):
        data, _ = self.encode(object, self.errors)
        self.stream.write(data)

    def writelines(self, list):
        self.write(''.join(list))

    def reset(self):
        pass

    def __getattr__(self, name):
        return getattr(self.stream, name)

    def __enter__(self):
        return self

    def __exit__(self, type, value, tb):
        self.stream.close()


class StreamReader(Codec):
    charbuffertype = str

    def __init__(self, stream, errors='strict'):
        self.stream = stream
        self.errors = errors
        self.bytebuffer = b""
        self.charbuffer = self.charbuffertype()

    def _fill(self, size):
        """Whether there was more."""
        new = self.stream.read() if size < 0 else self.stream.read(size)
        data = self.bytebuffer + new
        if not data:
            return False
        text, consumed = self.decode(data, self.errors)
        self.bytebuffer = data[consumed:]
        self.charbuffer += text
        return bool(new)

    def read(self, size=-1, chars=-1, firstline=False):
        if chars < 0:
            if size < 0 or not self.charbuffer:
                self._fill(size)
            result, self.charbuffer = self.charbuffer, self.charbuffertype()
            return result
        while len(self.charbuffer) < chars and self._fill(size):
            pass
        result, self.charbuffer = self.charbuffer[:chars], self.charbuffer[chars:]
        return result

    def readline(self, size=None, keepends=True):
        while True:
            lines = self.charbuffer.splitlines(True)
            if len(lines) > 1 or not self._fill(size or 72):
                break
        lines = self.charbuffer.splitlines(True)
        if not lines:
            return self.charbuffertype()
        line, self.charbuffer = lines[0], self.charbuffertype().join(lines[1:])
        return line if keepends else line.splitlines(False)[0]

    def readlines(self, sizehint=None, keepends=True):
        return self.read().splitlines(keepends)

    def reset(self):
        self.bytebuffer = b""
        self.charbuffer = self.charbuffertype()

    def seek(self, offset, whence=0):
        self.stream.seek(offset, whence)
        self.reset()

    def __next__(self):
        line = self.readline()
        if line:
            return line
        raise StopIteration

    def __iter__(self):
        return self

    def __getattr__(self, name):
        return getattr(self.stream, name)

    def __enter__(self):
        return self

    def __exit__(self, type, value, tb):
        self.stream.close()


class StreamReaderWriter:
    encoding = 'unknown'

    def __init__(self, stream, Reader, Writer, errors='strict'):
        self.stream = stream
        self.reader = Reader(stream, errors)
        self.writer = Writer(stream, errors)
        self.errors = errors

    def read(self, size=-1):
        return self.reader.read(size)

    def readline(self, size=None):
        return self.reader.readline(size)

    def readlines(self, sizehint=None):
        return self.reader.readlines(sizehint)

    def write(self, data):
        return self.writer.write(data)

    def writelines(self, list):
        return self.writer.writelines(list)

    def reset(self):
        self.reader.reset()
        self.writer.reset()

    def seek(self, offset, whence=0):
        self.stream.seek(offset, whence)
        self.reader.reset()

    def __next__(self):
        return next(self.reader)

    def __iter__(self):
        return self

    def __getattr__(self, name):
        return getattr(self.stream, name)

    def __enter__(self):
        return self

    def __exit__(self, type, value, tb):
        self.stream.close()


def open(filename, mode='r', encoding=None, errors='strict', buffering=-1):
    file = builtins.open(filename, mode if encoding is None or 'b' in mode else mode + 'b', buffering)
    if encoding is None:
        return file
    info = lookup(encoding)
    made = StreamReaderWriter(file, info.streamreader, info.streamwriter, errors)
    made.encoding = encoding
    return made


def getencoder(encoding):
    return lookup(encoding).encode


def getdecoder(encoding):
    return lookup(encoding).decode


def getreader(encoding):
    return lookup(encoding).streamreader


def getwriter(encoding):
    return lookup(encoding).streamwriter


def getincrementalencoder(encoding):
    encoder = lookup(encoding).incrementalencoder
    if encoder is None:
        raise LookupError(encoding)
    return encoder


def getincrementaldecoder(encoding):
    decoder = lookup(encoding).incrementaldecoder
    if decoder is None:
        raise LookupError(encoding)
    return decoder


def iterencode(iterator, encoding, errors='strict', **kwargs):
    encoder = getincrementalencoder(encoding)(errors, **kwargs)
    for piece in iterator:
        if output := encoder.encode(piece):
            yield output
    if output := encoder.encode("", True):
        yield output


def iterdecode(iterator, encoding, errors='strict', **kwargs):
    decoder = getincrementaldecoder(encoding)(errors, **kwargs)
    for piece in iterator:
        if output := decoder.decode(piece):
            yield output
    if output := decoder.decode(b"", True):
        yield output


# What an error handler gives is a replacement and the place to go on.

def _unable(exc):
    raise TypeError(f"don't know how to handle {type(exc).__name__} in error callback")


def strict_errors(exception):
    if isinstance(exception, Exception):
        raise exception
    raise TypeError("codec must pass exception instance")


def ignore_errors(exception):
    if isinstance(exception, (UnicodeEncodeError, UnicodeDecodeError, UnicodeTranslateError)):
        return '', exception.end
    _unable(exception)


def replace_errors(exception):
    count = exception.end - exception.start if isinstance(exception, UnicodeError) else 0
    if isinstance(exception, UnicodeEncodeError):
        return '?' * count, exception.end
    if isinstance(exception, UnicodeDecodeError):
        return '\ufffd', exception.end
    if isinstance(exception, UnicodeTranslateError):
        return '\ufffd' * count, exception.end
    _unable(exception)


def xmlcharrefreplace_errors(exception):
    if isinstance(exception, UnicodeEncodeError):
        return ''.join(f'&#{ord(c)};' for c in exception.object[exception.start:exception.end]), exception.end
    _unable(exception)


def backslashreplace_errors(exception):
    if isinstance(exception, UnicodeDecodeError):
        return ''.join(f'\\x{byte:02x}' for byte in exception.object[exception.start:exception.end]), exception.end
    if isinstance(exception, (UnicodeEncodeError, UnicodeTranslateError)):
        text = exception.object[exception.start:exception.end]
        return text.encode('ascii', 'backslashreplace').decode('ascii'), exception.end
    _unable(exception)


_error_handlers = {
    'strict': strict_errors, 'ignore': ignore_errors, 'replace': replace_errors,
    'xmlcharrefreplace': xmlcharrefreplace_errors, 'backslashreplace': backslashreplace_errors,
}


def lookup_error(name, /):
    handler = _codecs._registered_error(name) or _error_handlers.get(name)
    if handler is None:
        raise LookupError(f"unknown error handler name '{name}'")
    return handler


# Built-in encodings as codecs.

_names = {}
for _names_of in (
    'utf_8 utf8 u8 utf cp65001', 'ascii us_ascii 646', 'latin_1 latin1 latin l1 iso_8859_1 iso8859_1 8859 cp819',
    'utf_16 utf16 u16', 'utf_16_le utf_16le', 'utf_16_be utf_16be', 'utf_32 utf32 u32', 'utf_32_le utf_32le',
    'utf_32_be utf_32be', 'unicode_escape unicodeescape', 'raw_unicode_escape rawunicodeescape', 'utf_8_sig utf8_sig',
    'rot_13 rot13', 'hex hex_codec',
):
    for _name in _names_of.split():
        _names[_name] = _names_of.split()[0]
_shown = {'latin_1': 'iso8859-1', 'rot_13': 'rot13'}


def _rot13(text):
    return text.translate({
        first + i: first + (i + 13) % 26 for first in (65, 97) for i in range(26)
    })


def _to_hex(input, errors='strict'):
    if not isinstance(input, (bytes, bytearray, memoryview)):
        raise TypeError(f"a bytes-like object is required, not '{type(input).__name__}'")
    return bytes(input).hex().encode(), len(input)


def _builtin_info(key):
    """The codec of an encoding that is built in, or None."""
    name = _names.get(key)
    if name is None:
        return None
    is_text = name not in ('rot_13', 'hex')
    if name == 'rot_13':
        encode = decode = lambda input, errors='strict': (_rot13(input), len(input))
    elif name == 'hex':
        encode = _to_hex
        decode = lambda input, errors='strict': (bytes.fromhex(bytes(input).decode('ascii')), len(input))
    elif name == 'utf_8_sig':
        encode = lambda input, errors='strict': (BOM_UTF8 + utf_8_encode(input, errors)[0], len(input))
        decode = lambda input, errors='strict': (bytes(input).decode('utf-8-sig', errors), len(input))
    else:
        encode, plain = getattr(_codecs, name + '_encode'), getattr(_codecs, name + '_decode')
        decode = plain if name in ('ascii', 'latin_1') else lambda input, errors='strict': plain(input, errors, True)
    in_pieces = name.startswith('utf') and name != 'utf_8_sig'

    class Encoder(IncrementalEncoder):
        def encode(self, input, final=False):
            return encode(input, self.errors)[0]

    class Decoder(BufferedIncrementalDecoder):
        def _buffer_decode(self, input, errors, final):
            return plain(input, errors, final) if in_pieces else decode(input, errors)

    class Reader(StreamReader):
        def decode(self, input, errors='strict'):
            return plain(input, errors) if in_pieces else decode(input, errors)

    class Writer(StreamWriter):
        def encode(self, input, errors='strict'):
            return encode(input, errors)

    for cls, cls_name in ((Encoder, 'IncrementalEncoder'), (Decoder, 'IncrementalDecoder'),
                          (Reader, 'StreamReader'), (Writer, 'StreamWriter')):
        cls.__module__ = 'encodings.' + name
        cls.__name__ = cls.__qualname__ = cls_name
    return CodecInfo(encode, decode, Reader, Writer, Encoder, Decoder, _shown.get(name, name.replace('_', '-')),
                     _is_text_encoding=is_text)


del _names_of, _name
`
