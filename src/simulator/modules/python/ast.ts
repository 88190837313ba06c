/** `ast`: the classes of syntax trees, and what one does with trees. As `Lib/ast.py` and `Python/Python-ast.c`. */
export const astSource = String.raw`
PyCF_ALLOW_TOP_LEVEL_AWAIT = 8192
PyCF_ONLY_AST = 1024
PyCF_OPTIMIZED_AST = 33792
PyCF_TYPE_COMMENTS = 4096


class AST:
    __module__ = 'ast'
    _fields = ()
    _attributes = ()
    __match_args__ = ()
    _lists = _optional = ()

    def __init__(self, *args, **kwargs):
        cls = type(self)
        if len(args) > len(self._fields):
            raise TypeError(f"{cls.__name__} constructor takes at most {len(self._fields)} positional "
                            f"argument{'' if len(self._fields) == 1 else 's'}")
        given = set()
        for name, value in zip(self._fields, args):
            setattr(self, name, value)
            given.add(name)
        for name, value in kwargs.items():
            if name in given:
                raise TypeError(f"{cls.__name__} got multiple values for argument {name!r}")
            if name not in self._fields and name not in self._attributes:
                import warnings
                warnings.warn(f"{cls.__name__}.__init__ got an unexpected keyword argument {name!r}. Support for "
                              "arbitrary keyword arguments is deprecated and will be removed in Python 3.15.",
                              DeprecationWarning, stacklevel=2)
            setattr(self, name, value)
            given.add(name)
        for name in self._fields:
            if name in given:
                continue
            if name in self._lists:
                setattr(self, name, [])
            elif name == 'ctx':
                self.ctx = Load._singleton
            elif name not in self._optional:
                import warnings
                warnings.warn(f"{cls.__name__}.__init__ missing 1 required positional argument: {name!r}. This will "
                              "become an error in Python 3.15.", DeprecationWarning, stacklevel=2)

    def __reduce__(self):
        return type(self), (), self.__dict__


_places = ('lineno', 'col_offset', 'end_lineno', 'end_col_offset')

# Each line: base: Class(field, field?, field*) ...; ? may be None, * is a list.
_grammar = """
mod: Module(body*, type_ignores*) Interactive(body*) Expression(body) FunctionType(argtypes*, returns)
stmt: FunctionDef(name, args, body*, decorator_list*, returns?, type_comment?, type_params*)
 AsyncFunctionDef(name, args, body*, decorator_list*, returns?, type_comment?, type_params*)
 ClassDef(name, bases*, keywords*, body*, decorator_list*, type_params*) Return(value?) Delete(targets*)
 Assign(targets*, value, type_comment?) TypeAlias(name, type_params*, value) AugAssign(target, op, value)
 AnnAssign(target, annotation, value?, simple) For(target, iter, body*, orelse*, type_comment?)
 AsyncFor(target, iter, body*, orelse*, type_comment?) While(test, body*, orelse*) If(test, body*, orelse*)
 With(items*, body*, type_comment?) AsyncWith(items*, body*, type_comment?) Match(subject, cases*)
 Raise(exc?, cause?) Try(body*, handlers*, orelse*, finalbody*) TryStar(body*, handlers*, orelse*, finalbody*)
 Assert(test, msg?) Import(names*) ImportFrom(module?, names*, level?) Global(names*) Nonlocal(names*) Expr(value)
 Pass() Break() Continue()
expr: BoolOp(op, values*) NamedExpr(target, value) BinOp(left, op, right) UnaryOp(op, operand) Lambda(args, body)
 IfExp(test, body, orelse) Dict(keys*, values*) Set(elts*) ListComp(elt, generators*) SetComp(elt, generators*)
 DictComp(key, value, generators*) GeneratorExp(elt, generators*) Await(value) Yield(value?) YieldFrom(value)
 Compare(left, ops*, comparators*) Call(func, args*, keywords*) FormattedValue(value, conversion, format_spec?)
 JoinedStr(values*) Constant(value, kind?) Attribute(value, attr, ctx) Subscript(value, slice, ctx)
 Starred(value, ctx) Name(id, ctx) List(elts*, ctx) Tuple(elts*, ctx) Slice(lower?, upper?, step?)
expr_context: Load() Store() Del()
boolop: And() Or()
operator: Add() Sub() Mult() MatMult() Div() Mod() Pow() LShift() RShift() BitOr() BitXor() BitAnd() FloorDiv()
unaryop: Invert() Not() UAdd() USub()
cmpop: Eq() NotEq() Lt() LtE() Gt() GtE() Is() IsNot() In() NotIn()
excepthandler: ExceptHandler(type?, name?, body*)
pattern: MatchValue(value) MatchSingleton(value) MatchSequence(patterns*) MatchMapping(keys*, patterns*, rest?)
 MatchClass(cls, patterns*, kwd_attrs*, kwd_patterns*) MatchStar(name?) MatchAs(pattern?, name?) MatchOr(patterns*)
type_ignore: TypeIgnore(lineno, tag)
type_param: TypeVar(name, bound?, default_value?) ParamSpec(name, default_value?) TypeVarTuple(name, default_value?)
AST: comprehension(target, iter, ifs*, is_async)
 arguments(posonlyargs*, args*, vararg?, kwonlyargs*, kw_defaults*, kwarg?, defaults*)
 arg(arg, annotation?, type_comment?) keyword(arg?, value) alias(name, asname?)
 withitem(context_expr, optional_vars?) match_case(pattern, guard?, body*)
"""


def _make_classes(space):
    placed = {'stmt', 'expr', 'excepthandler', 'pattern', 'type_param', 'arg', 'keyword', 'alias'}
    symbols = {'expr_context', 'boolop', 'operator', 'unaryop', 'cmpop'}

    def make(name, base, fields=None):
        body = {'__module__': 'ast'}
        if fields is not None:
            names = tuple(field.rstrip('?*') for field in fields)
            body.update(_fields=names, __match_args__=names,
                        _lists=frozenset(field[:-1] for field in fields if field[-1] == '*'),
                        _optional=frozenset(field[:-1] for field in fields if field[-1] == '?'))
            for field in fields:
                if field[-1] == '?':
                    body[field[:-1]] = None
        if name in placed:
            body['_attributes'] = _places
            body['end_lineno'] = body['end_col_offset'] = None
        space[name] = type(name, (base,), body)

    for line in _grammar.replace('\n ', ' ').strip().split('\n'):
        base, _, classes = line.partition(': ')
        if base != 'AST':
            make(base, AST)
        for each in classes.replace(', ', ',').split():
            name, _, inside = each.partition('(')
            make(name, space[base], [field for field in inside[:-1].split(',') if field])
            if base in symbols:
                space[name]._singleton = space[name]()

_make_classes(globals())
del _make_classes, _grammar


def parse(source, filename='<unknown>', mode='exec', *, type_comments=False, feature_version=None, optimize=-1):
    return compile(source, filename, mode, PyCF_ONLY_AST, optimize=optimize)


def literal_eval(node_or_string):
    if isinstance(node_or_string, str):
        node_or_string = parse(node_or_string.lstrip(" \t"), mode='eval')
    if isinstance(node_or_string, Expression):
        node_or_string = node_or_string.body

    def malformed(node):
        text = 'malformed node or string'
        if line := getattr(node, 'lineno', None):
            text += f' on line {line}'
        raise ValueError(text + f': {node!r}')

    def number(node):
        if not isinstance(node, Constant) or type(node.value) not in (int, float, complex):
            malformed(node)
        return node.value

    def signed(node):
        if isinstance(node, UnaryOp) and isinstance(node.op, (UAdd, USub)):
            operand = number(node.operand)
            return +operand if isinstance(node.op, UAdd) else -operand
        return number(node)

    def convert(node):
        if isinstance(node, Constant):
            return node.value
        if isinstance(node, Tuple):
            return tuple(map(convert, node.elts))
        if isinstance(node, List):
            return list(map(convert, node.elts))
        if isinstance(node, Set):
            return set(map(convert, node.elts))
        if (isinstance(node, Call) and isinstance(node.func, Name) and node.func.id == 'set'
                and node.args == node.keywords == []):
            return set()
        if isinstance(node, Dict):
            if len(node.keys) != len(node.values):
                malformed(node)
            return dict(zip(map(convert, node.keys), map(convert, node.values)))
        if isinstance(node, BinOp) and isinstance(node.op, (Add, Sub)):
            left = signed(node.left)
            right = number(node.right)
            if isinstance(left, (int, float)) and isinstance(right, complex):
                return left + right if isinstance(node.op, Add) else left - right
        return signed(node)

    return convert(node_or_string)


def dump(node, annotate_fields=True, include_attributes=False, *, indent=None, show_empty=False):
    if indent is not None and not isinstance(indent, str):
        indent = ' ' * indent

    def show(node, level=0):
        if indent is not None:
            level += 1
            prefix, separator = '\n' + indent * level, ',\n' + indent * level
        else:
            prefix, separator = '', ', '
        if isinstance(node, list):
            if not node:
                return '[]', True
            return f"[{prefix}{separator.join(show(each, level)[0] for each in node)}]", False
        if not isinstance(node, AST):
            return repr(node), True
        cls = type(node)
        shown, held, simple, named = [], [], True, annotate_fields
        for name in node._fields:
            try:
                value = getattr(node, name)
            except AttributeError:
                named = True
                continue
            if value is None and getattr(cls, name, ...) is None:
                named = True
                continue
            if not show_empty:
                if value == [] or value is None and not isinstance(node, Constant):
                    if not annotate_fields and not held:
                        held = []
                    if value == []:
                        named = named or not annotate_fields and False
                        held.append(repr(value))
                        if not annotate_fields:
                            continue
                        continue
                if not named:
                    shown.extend(held)
                held = []
            text, plain = show(value, level)
            simple = simple and plain
            shown.append(f'{name}={text}' if named else text)
        if include_attributes and node._attributes:
            for name in node._attributes:
                try:
                    value = getattr(node, name)
                except AttributeError:
                    continue
                if value is None and getattr(cls, name, ...) is None:
                    continue
                text, plain = show(value, level)
                simple = simple and plain
                shown.append(f'{name}={text}')
        if simple and len(shown) <= 3:
            return f"{cls.__name__}({', '.join(shown)})", not shown
        return f"{cls.__name__}({prefix}{separator.join(shown)})", False

    if not isinstance(node, AST):
        raise TypeError('expected AST, got %r' % node.__class__.__name__)
    return show(node)[0]


def copy_location(new_node, old_node):
    for name in _places:
        if name in old_node._attributes and name in new_node._attributes:
            value = getattr(old_node, name, None)
            if value is not None or (hasattr(old_node, name) and name.startswith("end_")):
                setattr(new_node, name, value)
    return new_node


def fix_missing_locations(node):
    def fix(node, place):
        if 'lineno' in node._attributes:
            for i, name in enumerate(_places):
                if getattr(node, name, None) is None:
                    setattr(node, name, place[i])
                else:
                    place = (*place[:i], getattr(node, name), *place[i + 1:])
        for child in iter_child_nodes(node):
            fix(child, place)

    fix(node, (1, 0, 1, 0))
    return node


def increment_lineno(node, n=1):
    for child in walk(node):
        if isinstance(child, TypeIgnore):
            child.lineno = getattr(child, 'lineno', 0) + n
            continue
        if 'lineno' in child._attributes:
            child.lineno = getattr(child, 'lineno', 0) + n
        if "end_lineno" in child._attributes and (end := getattr(child, "end_lineno", 0)) is not None:
            child.end_lineno = end + n
    return node


def iter_fields(node):
    for field in node._fields:
        try:
            yield field, getattr(node, field)
        except AttributeError:
            pass


def iter_child_nodes(node):
    for name, field in iter_fields(node):
        if isinstance(field, AST):
            yield field
        elif isinstance(field, list):
            for item in field:
                if isinstance(item, AST):
                    yield item


def get_docstring(node, clean=True):
    if not isinstance(node, (AsyncFunctionDef, FunctionDef, ClassDef, Module)):
        raise TypeError("%r can't have docstrings" % (node.__class__.__name__))
    if not (node.body and isinstance(node.body[0], Expr)):
        return None
    node = node.body[0].value
    if not (isinstance(node, Constant) and isinstance(node.value, str)):
        return None
    if clean:
        import inspect
        return inspect.cleandoc(node.value)
    return node.value


def get_source_segment(source, node, *, padded=False):
    try:
        if node.end_lineno is None or node.end_col_offset is None:
            return None
        first, last = node.lineno - 1, node.end_lineno - 1
        start, end = node.col_offset, node.end_col_offset
    except AttributeError:
        return None
    import re
    lines = [line.encode() for line in re.findall(r'(?:[^\r\n]|\r(?!\n))*(?:\r\n|\n|\r)|[^\r\n]+$', source)]
    if first == last:
        return lines[first][start:end].decode()
    head = lines[first][start:].decode()
    if padded:
        head = ''.join(char if char in '\f\t' else ' ' for char in lines[first][:start].decode()) + head
    middle = [line.decode() for line in lines[first + 1:last]]
    return ''.join([head, *middle, lines[last][:end].decode()])


def walk(node):
    from collections import deque
    todo = deque([node])
    while todo:
        node = todo.popleft()
        todo.extend(iter_child_nodes(node))
        yield node


class NodeVisitor(object):
    def visit(self, node):
        return getattr(self, 'visit_' + node.__class__.__name__, self.generic_visit)(node)

    def generic_visit(self, node):
        for field, value in iter_fields(node):
            if isinstance(value, list):
                for item in value:
                    if isinstance(item, AST):
                        self.visit(item)
            elif isinstance(value, AST):
                self.visit(value)


class NodeTransformer(NodeVisitor):
    def generic_visit(self, node):
        for field, old_value in iter_fields(node):
            if isinstance(old_value, list):
                kept = []
                for value in old_value:
                    if isinstance(value, AST):
                        value = self.visit(value)
                        if value is None:
                            continue
                        elif not isinstance(value, AST):
                            kept.extend(value)
                            continue
                    kept.append(value)
                old_value[:] = kept
            elif isinstance(old_value, AST):
                new_node = self.visit(old_value)
                if new_node is None:
                    delattr(node, field)
                else:
                    setattr(node, field, new_node)
        return node


def unparse(ast_obj):
    from _ast_unparse import Unparser
    return Unparser().visit(ast_obj)
`
