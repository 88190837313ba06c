/** `ast.unparse`: source text of a tree. Parentheses stand where the grammar's levels ask for them. */
export const astUnparseSource = String.raw`
import ast

# Levels of the grammar, loosest first.
(NAMED, TUPLE, YIELD, TEST, OR, AND, NOT, CMP, BOR, BXOR, BAND, SHIFT, ARITH, TERM, FACTOR, POWER, AWAIT,
 ATOM) = range(18)

_binary = {
    'Add': ('+', ARITH), 'Sub': ('-', ARITH), 'Mult': ('*', TERM), 'MatMult': ('@', TERM), 'Div': ('/', TERM),
    'Mod': ('%', TERM), 'LShift': ('<<', SHIFT), 'RShift': ('>>', SHIFT), 'BitOr': ('|', BOR), 'BitXor': ('^', BXOR),
    'BitAnd': ('&', BAND), 'FloorDiv': ('//', TERM), 'Pow': ('**', POWER),
}
_unary = {'Invert': ('~', FACTOR), 'Not': ('not ', NOT), 'UAdd': ('+', FACTOR), 'USub': ('-', FACTOR)}
_compare = {'Eq': '==', 'NotEq': '!=', 'Lt': '<', 'LtE': '<=', 'Gt': '>', 'GtE': '>=', 'Is': 'is', 'IsNot': 'is not',
            'In': 'in', 'NotIn': 'not in'}
_infinite = '1e309'


def _string(text, quotes=("'", '"', '"""', "'''"), escape_special=False):
    """Text and the quotes that fit it, without backslashes where that is possible."""
    def escaped(char):
        if not escape_special and char in '\n\t':
            return char
        if char == '\\' or not char.isprintable():
            return char.encode('unicode_escape').decode('ascii')
        return char

    shown = ''.join(map(escaped, text))
    possible = list(quotes)
    if '\n' in shown:
        possible = [each for each in possible if len(each) == 3]
    possible = [each for each in possible if each not in shown]
    if not possible:
        shown = repr(text)
        quote = next((each for each in quotes if shown[0] in each), shown[0])
        return shown[1:-1], [quote]
    if shown:
        possible.sort(key=lambda each: each[0] == shown[-1])
        if possible[0][0] == shown[-1]:
            shown = shown[:-1] + '\\' + shown[-1]
    return shown, possible


class Unparser:
    def __init__(self):
        self.lines = []
        self.indent = 0
        self.in_fstring = False

    def visit(self, node):
        if isinstance(node, list):
            for each in node:
                self.statement(each)
        elif isinstance(node, (ast.Module, ast.Interactive)):
            self.body(node.body, docstring=isinstance(node, ast.Module))
        elif isinstance(node, ast.Expression):
            return self.expr(node.body, NAMED)
        elif isinstance(node, ast.stmt):
            self.statement(node)
        elif isinstance(node, ast.expr):
            return self.expr(node, NAMED)
        elif isinstance(node, ast.pattern):
            return self.pattern(node, TEST)
        elif isinstance(node, ast.arguments):
            return self.arguments(node)
        elif isinstance(node, ast.arg):
            return self.arg(node)
        elif isinstance(node, ast.comprehension):
            return self.comprehension(node)
        elif isinstance(node, ast.keyword):
            return self.keyword(node)
        elif isinstance(node, ast.alias):
            return self.alias(node)
        return '\n'.join(self.lines).strip('\n')

    def line(self, text):
        self.lines.append('    ' * self.indent + text)

    def block(self, head, body, docstring=False):
        self.line(head + ':')
        self.indent += 1
        self.body(body, docstring)
        self.indent -= 1

    def body(self, body, docstring=False):
        for i, each in enumerate(body):
            if (docstring and i == 0 and isinstance(each, ast.Expr) and isinstance(each.value, ast.Constant)
                    and isinstance(each.value.value, str)):
                text, quotes = _string(each.value.value, ('"""', "'''"))
                self.line(f"{'u' if each.value.kind == 'u' else ''}{quotes[0]}{text}{quotes[0]}")
            else:
                self.statement(each)

    # Statements

    def statement(self, node):
        getattr(self, 'do_' + type(node).__name__)(node)

    def type_params(self, node):
        return f"[{', '.join(map(self.type_param, node.type_params))}]" if getattr(node, 'type_params', None) else ''

    def type_param(self, node):
        text = {'TypeVar': '', 'ParamSpec': '**', 'TypeVarTuple': '*'}[type(node).__name__] + node.name
        if getattr(node, 'bound', None):
            text += ': ' + self.expr(node.bound)
        if node.default_value:
            text += ' = ' + self.expr(node.default_value)
        return text

    def function(self, node, word):
        self.lines.append('')
        for each in node.decorator_list:
            self.line('@' + self.expr(each))
        returns = f' -> {self.expr(node.returns)}' if node.returns else ''
        self.block(f'{word} {node.name}{self.type_params(node)}({self.arguments(node.args)}){returns}', node.body, True)

    def do_FunctionDef(self, node):
        self.function(node, 'def')

    def do_AsyncFunctionDef(self, node):
        self.function(node, 'async def')

    def do_ClassDef(self, node):
        self.lines.append('')
        for each in node.decorator_list:
            self.line('@' + self.expr(each))
        bases = [*map(self.expr, node.bases), *map(self.keyword, node.keywords)]
        self.block(f"class {node.name}{self.type_params(node)}{f'({', '.join(bases)})' if bases else ''}",
                   node.body, True)

    def do_Return(self, node):
        self.line('return' + (' ' + self.expr(node.value) if node.value else ''))

    def do_Delete(self, node):
        self.line('del ' + ', '.join(map(self.expr, node.targets)))

    def do_Assign(self, node):
        text = ''.join(self.expr(each, TUPLE, bare=True) + ' = ' for each in node.targets)
        self.line(text + self.expr(node.value))

    def do_AugAssign(self, node):
        self.line(f'{self.expr(node.target)} {_binary[type(node.op).__name__][0]}= {self.expr(node.value)}')

    def do_AnnAssign(self, node):
        target = self.expr(node.target)
        if not node.simple and isinstance(node.target, ast.Name):
            target = f'({target})'
        value = ' = ' + self.expr(node.value) if node.value else ''
        self.line(f'{target}: {self.expr(node.annotation)}{value}')

    def do_TypeAlias(self, node):
        self.line(f'type {self.expr(node.name)}{self.type_params(node)} = {self.expr(node.value)}')

    def loop(self, node, word):
        self.block(f'{word} {self.expr(node.target, TUPLE, bare=True)} in {self.expr(node.iter)}', node.body)
        if node.orelse:
            self.block('else', node.orelse)

    def do_For(self, node):
        self.loop(node, 'for')

    def do_AsyncFor(self, node):
        self.loop(node, 'async for')

    def do_While(self, node):
        self.block('while ' + self.expr(node.test, NAMED), node.body)
        if node.orelse:
            self.block('else', node.orelse)

    def do_If(self, node, word='if'):
        self.block(f'{word} ' + self.expr(node.test, NAMED), node.body)
        if len(node.orelse) == 1 and isinstance(node.orelse[0], ast.If):
            self.do_If(node.orelse[0], 'elif')
        elif node.orelse:
            self.block('else', node.orelse)

    def with_(self, node, word):
        items = [self.expr(item.context_expr) + (' as ' + self.expr(item.optional_vars) if item.optional_vars else '')
                 for item in node.items]
        self.block(f"{word} {', '.join(items)}", node.body)

    def do_With(self, node):
        self.with_(node, 'with')

    def do_AsyncWith(self, node):
        self.with_(node, 'async with')

    def do_Match(self, node):
        self.line(f'match {self.expr(node.subject)}:')
        self.indent += 1
        for case in node.cases:
            guard = ' if ' + self.expr(case.guard) if case.guard else ''
            self.block(f'case {self.pattern(case.pattern, TEST)}{guard}', case.body)
        self.indent -= 1

    def do_Raise(self, node):
        text = 'raise' + (' ' + self.expr(node.exc) if node.exc else '')
        self.line(text + (' from ' + self.expr(node.cause) if node.cause else ''))

    def try_(self, node, word):
        self.block('try', node.body)
        for handler in node.handlers:
            text = word + (' ' + self.expr(handler.type) if handler.type else '')
            self.block(text + (f' as {handler.name}' if handler.name else ''), handler.body)
        if node.orelse:
            self.block('else', node.orelse)
        if node.finalbody:
            self.block('finally', node.finalbody)

    def do_Try(self, node):
        self.try_(node, 'except')

    def do_TryStar(self, node):
        self.try_(node, 'except*')

    def do_Assert(self, node):
        self.line('assert ' + self.expr(node.test) + (', ' + self.expr(node.msg) if node.msg else ''))

    def alias(self, node):
        return node.name + (f' as {node.asname}' if node.asname else '')

    def do_Import(self, node):
        self.line('import ' + ', '.join(map(self.alias, node.names)))

    def do_ImportFrom(self, node):
        self.line(f"from {'.' * (node.level or 0)}{node.module or ''} import {', '.join(map(self.alias, node.names))}")

    def do_Global(self, node):
        self.line('global ' + ', '.join(node.names))

    def do_Nonlocal(self, node):
        self.line('nonlocal ' + ', '.join(node.names))

    def do_Expr(self, node):
        self.line(self.expr(node.value, YIELD))

    def do_Pass(self, node):
        self.line('pass')

    def do_Break(self, node):
        self.line('break')

    def do_Continue(self, node):
        self.line('continue')

    # Parts

    def arg(self, node):
        return node.arg + (': ' + self.expr(node.annotation) if node.annotation else '')

    def arguments(self, node):
        parts = []
        plain = node.posonlyargs + node.args
        defaults = [None] * (len(plain) - len(node.defaults)) + node.defaults
        for i, (each, default) in enumerate(zip(plain, defaults), 1):
            parts.append(self.arg(each) + ('=' + self.expr(default) if default else ''))
            if i == len(node.posonlyargs):
                parts.append('/')
        if node.vararg or node.kwonlyargs:
            parts.append('*' + (self.arg(node.vararg) if node.vararg else ''))
        for each, default in zip(node.kwonlyargs, node.kw_defaults):
            parts.append(self.arg(each) + ('=' + self.expr(default) if default else ''))
        if node.kwarg:
            parts.append('**' + self.arg(node.kwarg))
        return ', '.join(parts)

    def keyword(self, node):
        return ('**' if node.arg is None else node.arg + '=') + self.expr(node.value)

    def comprehension(self, node):
        text = f" {'async ' if node.is_async else ''}for {self.expr(node.target, TUPLE, bare=True)} in {self.expr(node.iter, OR)}"
        return text + ''.join(' if ' + self.expr(each, OR) for each in node.ifs)

    def pattern(self, node, level):
        name = type(node).__name__
        if name == 'MatchValue':
            return self.expr(node.value)
        if name == 'MatchSingleton':
            return repr(node.value)
        if name == 'MatchSequence':
            return f"[{', '.join(self.pattern(each, TEST) for each in node.patterns)}]"
        if name == 'MatchStar':
            return '*' + (node.name or '_')
        if name == 'MatchMapping':
            parts = [f'{self.expr(key)}: {self.pattern(each, TEST)}' for key, each in zip(node.keys, node.patterns)]
            return '{' + ', '.join(parts + ['**' + node.rest] * (node.rest is not None)) + '}'
        if name == 'MatchClass':
            parts = [self.pattern(each, TEST) for each in node.patterns]
            parts += [f'{key}={self.pattern(each, TEST)}' for key, each in zip(node.kwd_attrs, node.kwd_patterns)]
            return f"{self.expr(node.cls)}({', '.join(parts)})"
        if name == 'MatchAs':
            if node.name is None:
                return '_'
            if node.pattern is None:
                return node.name
            text = f'{self.pattern(node.pattern, BOR)} as {node.name}'
            return f'({text})' if level > TEST else text
        text = ' | '.join(self.pattern(each, BOR + 1) for each in node.patterns)
        return f'({text})' if level > BOR else text

    # Expressions

    def expr(self, node, level=TEST, bare=False):
        text, own = getattr(self, 'x_' + type(node).__name__)(node, bare)
        return f'({text})' if level > own else text

    def x_BoolOp(self, node, bare):
        word, own = ('and', AND) if isinstance(node.op, ast.And) else ('or', OR)
        return f' {word} '.join(self.expr(each, min(own + 1 + i, ATOM)) for i, each in enumerate(node.values)), own

    def x_NamedExpr(self, node, bare):
        return f'{self.expr(node.target, ATOM)} := {self.expr(node.value, ATOM)}', NAMED

    def x_BinOp(self, node, bare):
        sign, own = _binary[type(node.op).__name__]
        left, right = (own + 1, own) if sign == '**' else (own, own + 1)
        return f'{self.expr(node.left, left)} {sign} {self.expr(node.right, right)}', own

    def x_UnaryOp(self, node, bare):
        sign, own = _unary[type(node.op).__name__]
        return sign + self.expr(node.operand, own), own

    def x_Lambda(self, node, bare):
        args = self.arguments(node.args)
        return f"lambda{' ' + args if args else ''}: {self.expr(node.body)}", TEST

    def x_IfExp(self, node, bare):
        return f'{self.expr(node.body, TEST + 1)} if {self.expr(node.test, TEST + 1)} else {self.expr(node.orelse)}', TEST

    def x_Dict(self, node, bare):
        parts = ['**' + self.expr(value, BOR) if key is None else f'{self.expr(key)}: {self.expr(value)}'
                 for key, value in zip(node.keys, node.values)]
        return '{' + ', '.join(parts) + '}', ATOM

    def x_Set(self, node, bare):
        return '{' + (', '.join(map(self.expr, node.elts)) or '*()') + '}', ATOM

    def generators(self, node):
        return ''.join(map(self.comprehension, node.generators))

    def x_ListComp(self, node, bare):
        return f'[{self.expr(node.elt)}{self.generators(node)}]', ATOM

    def x_SetComp(self, node, bare):
        return '{' + self.expr(node.elt) + self.generators(node) + '}', ATOM

    def x_DictComp(self, node, bare):
        return '{' + f'{self.expr(node.key)}: {self.expr(node.value)}{self.generators(node)}' + '}', ATOM

    def x_GeneratorExp(self, node, bare):
        return f'({self.expr(node.elt)}{self.generators(node)})', ATOM

    def x_Await(self, node, bare):
        return 'await ' + self.expr(node.value, ATOM), AWAIT

    def x_Yield(self, node, bare):
        return 'yield' + (' ' + self.expr(node.value, ATOM) if node.value else ''), YIELD

    def x_YieldFrom(self, node, bare):
        return 'yield from ' + self.expr(node.value, ATOM), YIELD

    def x_Compare(self, node, bare):
        text = self.expr(node.left, CMP + 1)
        for op, each in zip(node.ops, node.comparators):
            text += f' {_compare[type(op).__name__]} {self.expr(each, CMP + 1)}'
        return text, CMP

    def x_Call(self, node, bare):
        parts = [*map(self.expr, node.args), *map(self.keyword, node.keywords)]
        func = self.expr(node.func, ATOM)
        return f"{func}({', '.join(parts)})", ATOM

    def fstring(self, values):
        """The pieces of an f-string, each with whether it is literal text."""
        pieces = []
        for value in values:
            if isinstance(value, ast.Constant):
                pieces.append((value.value.replace('{', '{{').replace('}', '}}'), True))
                continue
            inner = Unparser().expr(value.value, TEST + 1)
            text = '{' + (' ' if inner.startswith('{') else '') + inner
            if value.conversion != -1:
                text += '!' + chr(value.conversion)
            if value.format_spec:
                text += ':' + ''.join(each for each, literal in self.fstring(value.format_spec.values))
            pieces.append((text + '}', False))
        return pieces

    def x_JoinedStr(self, node, bare):
        pieces = self.fstring(node.values)
        quotes = ["'", '"', '"""', "'''"]
        text = ''
        for piece, literal in pieces:
            if literal:
                piece, quotes = _string(piece, quotes, escape_special=True)
            elif '\n' in piece:
                quotes = [each for each in quotes if len(each) == 3]
            text += piece
        return f'f{quotes[0]}{text}{quotes[0]}', ATOM

    def x_FormattedValue(self, node, bare):
        return self.x_JoinedStr(ast.JoinedStr([node]), bare)

    def x_Constant(self, node, bare):
        value = node.value
        if value is ...:
            return '...', ATOM
        if isinstance(value, tuple):
            return f"({', '.join(map(repr, value))}{',' * (len(value) == 1)})", ATOM
        text = repr(value)
        if isinstance(value, (float, complex)):
            text = text.replace('inf', _infinite).replace('nan', f'({_infinite}-{_infinite})')
        return ('u' if node.kind == 'u' else '') + text, ATOM

    def x_Attribute(self, node, bare):
        text = self.expr(node.value, ATOM)
        space = ' ' if isinstance(node.value, ast.Constant) and isinstance(node.value.value, int) else ''
        return f'{text}{space}.{node.attr}', ATOM

    def x_Subscript(self, node, bare):
        tight = isinstance(node.slice, ast.Tuple) and node.slice.elts
        inside = self.items(node.slice.elts) if tight else self.expr(node.slice)
        return f'{self.expr(node.value, ATOM)}[{inside}]', ATOM

    def x_Starred(self, node, bare):
        return '*' + self.expr(node.value, BOR), ATOM

    def x_Name(self, node, bare):
        return node.id, ATOM

    def items(self, elts):
        return ', '.join(map(self.expr, elts)) + ',' * (len(elts) == 1)

    def x_List(self, node, bare):
        return f"[{', '.join(map(self.expr, node.elts))}]", ATOM

    def x_Tuple(self, node, bare):
        if bare and node.elts:
            return self.items(node.elts), ATOM
        return f'({self.items(node.elts)})', ATOM

    def x_Slice(self, node, bare):
        text = f"{self.expr(node.lower) if node.lower else ''}:{self.expr(node.upper) if node.upper else ''}"
        return text + (f':{self.expr(node.step)}' if node.step else ''), ATOM
`
