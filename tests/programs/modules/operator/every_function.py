import operator as o

def t(s):
    try:
        print(s, '->', repr(eval(s)))
    except BaseException as e:
        print(s, type(e).__name__, e)

class A:
    pass
a = A()
a.b = A()
a.b.c = 5
a.x = 1
for s in ['o.add(1,2)', 'o.iadd([1],[2])', 'o.concat([1],[2])', 'o.concat(1,2)', "o.concat('a',1)", 'o.iconcat([1],(2,))', 'o.getitem([1],0)', 'o.setitem([1],0,2)', 'o.delitem([1],0)', 'o.contains([1],1)', 'o.indexOf([1,2],2)', 'o.indexOf([1,2],3)', 'o.countOf([1,1,2],1)', 'o.length_hint([1])', 'o.length_hint(iter([1]))', 'o.length_hint(1)', 'o.length_hint(1,5)', "o.length_hint(1,'a')", "o.attrgetter('x')(a)", "o.attrgetter('b.c')(a)", "o.attrgetter('x','b.c')(a)", "o.attrgetter('y')(a)", 'o.attrgetter()', 'o.attrgetter(1)', "o.attrgetter('x')", "o.attrgetter('x','y.z')", "o.attrgetter('x')(1,2)", 'o.itemgetter(1)([1,2])', 'o.itemgetter(1,0)([1,2])', 'o.itemgetter(slice(1))([1,2])', 'o.itemgetter()', 'o.itemgetter(5)([1])', 'o.itemgetter(1)', 'o.itemgetter(1)(2)', "o.methodcaller('upper')('a')", "o.methodcaller('split',',',maxsplit=1)('a,b,c')", "o.methodcaller('split',',',maxsplit=1)", 'o.methodcaller()', 'o.methodcaller(1)', "o.methodcaller('x')(1)", 'o.call(print,1)', 'o.call()', 'o.not_([])', 'o.truth([])', 'o.is_(1,1)', 'o.is_not(1,2)', 'o.index(True)', "o.index('a')", "o.neg('a')", 'o.lt(1,2)', "o.lt(1,'a')", 'o.eq(1)', 'o.add(1)', 'o.pow(2,3)', 'o.ipow(2,3)', 'o.matmul(1,2)', 'o.inv(5)', 'o.abs(-3)', 'o.xor(5,3)', 'o.and_(5,3)', 'o.or_(5,3)', "o.mod('%s',3)", 'o.__add__(1,2)', 'o.imatmul(1,2)', 'o.attrgetter', 'o.add', 'o.itemgetter(1,2,3).__reduce__()', "o.attrgetter('a').__reduce__()"]:
    t(s)
