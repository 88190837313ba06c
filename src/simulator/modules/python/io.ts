/** `io`: streams; as `Lib/io.py`. The streams in memory are in `_io`; there are no files. */
export const ioSource = String.raw`
import _io
import abc
from builtins import open, BlockingIOError

from _io import DEFAULT_BUFFER_SIZE, BytesIO, StringIO, TextIOWrapper

__all__ = [
    "BlockingIOError", "open", "IOBase", "RawIOBase", "StringIO", "BytesIO", "BufferedIOBase", "TextIOBase",
    "TextIOWrapper", "UnsupportedOperation", "SEEK_SET", "SEEK_CUR", "SEEK_END", "DEFAULT_BUFFER_SIZE",
]

SEEK_SET = 0
SEEK_CUR = 1
SEEK_END = 2


class UnsupportedOperation(OSError, ValueError):
    pass

_io.UnsupportedOperation = UnsupportedOperation


class IOBase(_io._IOBase, metaclass=abc.ABCMeta):
    def __del__(self):
        try:
            closed = self.closed
        except AttributeError:
            return
        if not closed:
            self.close()


class RawIOBase(_io._RawIOBase, IOBase):
    pass


class BufferedIOBase(_io._BufferedIOBase, IOBase):
    pass


class TextIOBase(_io._TextIOBase, IOBase):
    pass

BufferedIOBase.register(BytesIO)
TextIOBase.register(StringIO)
TextIOBase.register(TextIOWrapper)


def text_encoding(encoding, stacklevel=2, /):
    return "utf-8" if encoding is None else encoding


def __getattr__(name):
    if name in ("FileIO", "BufferedReader", "BufferedWriter", "BufferedRandom", "BufferedRWPair", "open_code"):
        raise NotImplementedError(f"io.{name} is not simulated: there are no files")
    raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
`
