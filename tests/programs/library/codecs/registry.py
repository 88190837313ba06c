import codecs
for f in [lambda: codecs.encode('é','ascii'), lambda: codecs.decode(b'\xff'), lambda:'x'.encode('rot13'), lambda: b'x'.decode('rot13'), lambda: codecs.lookup('foo'), lambda: codecs.lookup_error('foo'), lambda: 'x'.encode('hex'), lambda: codecs.encode('x','hex'), lambda: 'x'.encode('nope')]:
    try: f()
    except Exception as e: print(type(e), e, getattr(e,'__notes__',None))
def search(n):
    print('search', repr(n))
    if n=='my_enc': return codecs.CodecInfo(lambda s,e='strict':(s,1), lambda b,e='strict':(b,1), name='my')
    if n=='tup': return (1,2,3)
    if n=='bad': return codecs.CodecInfo(lambda s,e='strict':5, lambda b,e='strict':1/0, name='my')
    if n=='up': return codecs.CodecInfo(lambda s,e='strict':(s.upper().encode(),len(s)), lambda b,e='strict':(bytes(b).decode().lower(),len(b)), name='up')
codecs.register(search)
for f in [lambda:'x'.encode('My-Enc'), lambda: 'x'.encode('tup'), lambda: 'x'.encode('bad'), lambda: b'x'.decode('bad'), lambda: codecs.register(5), lambda: codecs.register_error('a',5), lambda: 'abc'.encode('up'), lambda: b'ABC'.decode('up')]:
    try: print(f())
    except Exception as e: print(type(e), e, getattr(e,'__notes__',None))
codecs.unregister(search)
codecs.register_error('h', lambda e: 5)
codecs.register_error('h2', lambda e: (b'??', e.end))
codecs.register_error('h3', lambda e: (5, e.end))
codecs.register_error('h4', lambda e: ('<%s>' % e.reason, e.end))
for f in [lambda:'é'.encode('ascii','h'), lambda:'é'.encode('ascii','h2'), lambda:b'\xff'.decode('utf8','h2'), lambda:b'\xff'.decode('utf8','h'), lambda:'é'.encode('ascii','h3'), lambda:b'\xff'.decode('ascii','h3'), lambda: b'a\xffb'.decode('utf8','h4'), lambda: 'aéb'.encode('ascii','h4'), lambda: codecs.strict_errors(UnicodeEncodeError('ascii','é',0,1,'x')), lambda: codecs.ignore_errors(5),lambda: codecs.replace_errors(UnicodeEncodeError('ascii','é',0,1,'x'))]:
    try: print(f())
    except Exception as e: print(type(e), e, getattr(e,'__notes__',None))
print(tuple(codecs.lookup('latin1'))[:2], codecs.lookup('u8').name, codecs.lookup('ascii').incrementaldecoder)
print(codecs.encode('Hello','rot13'), codecs.encode(b'ab','hex'), codecs.decode(b'6162','hex'))
d = codecs.getincrementaldecoder('utf-8')()
print([d.decode(bytes([b])) for b in 'aé€😀'.encode()], d.decode(b'', True))
import io
r = codecs.getreader('utf-8')(io.BytesIO('eins\nzwölf\nend'.encode()))
print(list(r))
w = io.BytesIO(); codecs.getwriter('utf-16')(w).write('hé'); print(w.getvalue())
print(list(codecs.iterdecode([b'\xc3', b'\xa9x'], 'utf8')), codecs.utf_8_decode(b'ab\xe2\x82'), codecs.unicode_escape_decode(r'\x41\n'))
print('tab\t"q" é € 😀 \\ \x00'.encode('unicode_escape'), 'é€😀\n\\'.encode('raw_unicode_escape'))
for b in [br'\x41\u20ac\U0001f600\N{EURO SIGN}\101\n\'', br'\d', b'\\x1',b'\\',b'\\u12',b'\\U12345678',b'\\N{foo}',b'\\N',b'\\N{}', b'ab\\x4g',b'\\777', b'\xe9', br'\\u20ac', br'\\\u20ac']:
  for c in 'unicode_escape','raw_unicode_escape':
    try: print(ascii(b.decode(c)), ascii(b.decode(c,'replace')))
    except Exception as e: print(type(e),e, e.args)
