# Encodings by name, as far as `encode` and `decode` know them; what registers one or opens a file is refused.

import unittest

BOM_UTF8 = b'\xef\xbb\xbf'
BOM_LE = BOM_UTF16_LE = b'\xff\xfe'
BOM_BE = BOM_UTF16_BE = b'\xfe\xff'
BOM = BOM_UTF16 = BOM_LE
BOM_UTF32 = BOM_UTF32_LE = b'\xff\xfe\0\0'
BOM_UTF32_BE = b'\0\0\xfe\xff'


def encode(obj, encoding='utf-8', errors='strict'):
    return obj.encode(encoding, errors)


def decode(obj, encoding='utf-8', errors='strict'):
    return bytes(obj).decode(encoding, errors)


def _refuse(*args, **kwargs):
    raise unittest.SkipTest('the module codecs is not simulated')


lookup = register = unregister = register_error = unregister_error = lookup_error = open = _refuse
getencoder = getdecoder = getreader = getwriter = iterencode = iterdecode = charmap_build = _refuse
utf_7_decode = utf_8_decode = escape_decode = unicode_escape_decode = raw_unicode_escape_decode = _refuse
