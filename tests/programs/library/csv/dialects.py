# Formats with all settings, what they write and read, and their errors.
import csv, io
def t(**k):
    try: d=csv.reader([],**k).dialect; print(k,'ok', d.quoting, d.quotechar)
    except Exception as e: print(k, type(e).__name__, e)
for n in ('delimiter','quotechar','escapechar'):
    for v in ('', 'ab', None, 1, b'a', ' ', '\n', '\r', '\t', 'é'): t(**{n:v}); t(skipinitialspace=True, **{n:v})
t(quotechar=None, quoting=0); t(quotechar='',quoting=0); t(quotechar=None, quoting=3); t(quotechar=''); t(lineterminator=1); t(lineterminator=None); t(lineterminator=''); t(quoting=6); t(quoting='a'); t(quoting=True); t(delimiter='"'); t(delimiter='a',escapechar='a'); t(quotechar='a', escapechar='a'); t(delimiter='a',lineterminator='a'); t(nothing=1); t(dialect='x'); t(dialect=None);t(dialect=5)
for a in ([1],'a',None,10.5):
    try: print(csv.field_size_limit(a))
    except Exception as e: print(type(e).__name__, e)
r=csv.reader([]); 
for f in (lambda: delattr(r.dialect,'delimiter'), lambda: setattr(r.dialect,'delimiter',1), lambda: delattr(r.dialect,'quoting'), lambda: setattr(r.dialect,'quoting',1), lambda:setattr(r.dialect,'x',1)):
    try: f()
    except Exception as e: print(type(e).__name__, e)
def w(*rows,**k):
    o=io.StringIO()
    try: csv.writer(o,**k).writerows(rows); print(k, rows, repr(o.getvalue()))
    except Exception as e: print(k, rows, type(e).__name__, e)
for q in range(6):
    for k in ({}, {'escapechar':'\\'}, {'delimiter':' '}, {'delimiter':' ','skipinitialspace':True}, {'doublequote':False,'escapechar':'\\'}):
        for row in ([''],[None],['',''],[None,''],['a b',1,2.5,True,None,'"x"'],['a,b','c\nd'],[' x','\\']): w(row,quoting=q,**k)
w(5); w('abc'); w([1],[b'x'])
def rd(s,**k):
    try: print(k, repr(s), list(csv.reader(s if isinstance(s,list) else [s],**k)))
    except Exception as e: print(k, repr(s), type(e).__name__, e)
for s in ('a,b','"a,b",c','"a""b"','"a"b,c','a"b','',' a, b','"a\n','\\,a',['"a\n','b"'],'a\rb','a\n\n','1,"2",x','"a','a,\\','\0a', [1], 'a\r\n', '"a\\"b"'):
    for k in ({},{'strict':True},{'quoting':2},{'quoting':3,'escapechar':'\\'},{'escapechar':'\\'},{'skipinitialspace':True},{'doublequote':False},{'quoting':4},{'quoting':5}): rd(s,**k)
for s in ('a;b\nc;d\n','a,b\n1,2\n',"'a':'b'\n'c':'d'\n",'no','a\tb\nc\td', '"a", "b"\n"c", "d"', 'x|y\n1|2'):
    try: d=csv.Sniffer().sniff(s); print(repr(s), repr(d.delimiter), d.quotechar, d.skipinitialspace, d.doublequote, csv.Sniffer().has_header(s))
    except Exception as e: print(repr(s), e)
class D(csv.Dialect): delimiter=';'
try: D()
except csv.Error as e: print(e)
print(list(csv.DictReader(['a,b','1,2,3','','4']))); o=io.StringIO(); wr=csv.DictWriter(o,['a','b'],restval='-'); print(wr.writeheader()); wr.writerow({'a':1}); print(repr(o.getvalue()))
try: wr.writerow({'c':1})
except ValueError as e: print(e)
