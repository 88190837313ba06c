import warnings
from collections.abc import Buffer, ByteString

warnings.simplefilter('always')
print(isinstance(b'', ByteString), issubclass(bytearray, ByteString))


class Mine(ByteString):
    def __getitem__(self, index):
        raise IndexError

    def __len__(self):
        return 0


print([isinstance(each, Buffer) for each in (b'', bytearray(), memoryview(b''), '', [])])
print(bytes(bytearray(b'abc').__buffer__(0)))
