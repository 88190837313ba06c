/** `opcode` and `dis`: the instruction table as lists, and bytecode as rows and text. */
export const opcodeSource = String.raw`
from _opcode import stack_effect, get_intrinsic1_descs, get_intrinsic2_descs, get_nb_ops
from _opcode import _instructions

__all__ = ["cmp_op", "stack_effect", "hascompare", "opname", "opmap", "HAVE_ARGUMENT", "EXTENDED_ARG", "hasarg",
           "hasconst", "hasname", "hasjump", "hasjrel", "hasjabs", "hasfree", "haslocal", "hasexc"]

_rows = _instructions()
_instrumented = (
    'RESUME', 'END_FOR', 'END_SEND', 'RETURN_VALUE', 'RETURN_CONST', 'YIELD_VALUE', 'LOAD_SUPER_ATTR', 'FOR_ITER',
    'CALL', 'CALL_KW', 'CALL_FUNCTION_EX', 'INSTRUCTION', 'JUMP_FORWARD', 'JUMP_BACKWARD', 'POP_JUMP_IF_TRUE',
    'POP_JUMP_IF_FALSE', 'POP_JUMP_IF_NONE', 'POP_JUMP_IF_NOT_NONE', 'LINE',
)

HAVE_ARGUMENT = 44
EXTENDED_ARG = 71
cmp_op = ('<', '<=', '==', '!=', '>', '>=')

opmap = {name: number for name, number, operand, caches in _rows if number < 236}
for _i, _name in enumerate(_instrumented):
    opmap['INSTRUMENTED_' + _name] = 236 + _i
opmap.update({name: number for name, number, operand, caches in _rows if number >= 256})
opname = ['<%r>' % (number,) for number in range(max(opmap.values()) + 1)]
for _name, _number in opmap.items():
    opname[_number] = _name

_operand = {number: operand for name, number, operand, caches in _rows}


def _having(*operands):
    return sorted(number for number, operand in _operand.items() if operand in operands)


hasarg = [149] + [number for number in _operand if HAVE_ARGUMENT < number < 149]
hasarg += [opmap['INSTRUMENTED_' + name] for name in _instrumented
           if name not in ('END_FOR', 'END_SEND', 'RETURN_VALUE', 'INSTRUCTION', 'LINE', 'CALL_FUNCTION_EX')]
hasarg = [149] + sorted(set(hasarg[1:])) + [number for number in _operand if number >= 256 and number != 263]
hascompare = [opmap['COMPARE_OP']]
hasconst = _having('const') + [opmap['INSTRUMENTED_RETURN_CONST']]
hasname = _having('name', 'attribute', 'global', 'super-attribute')
hasjrel = [number for number in _having('jump') if number < 264]
hasjump = hasjrel
hasjabs = []
hasfree = _having('free')
haslocal = _having('local', 'locals')
hasexc = [opmap['SETUP_CLEANUP'], opmap['SETUP_FINALLY'], opmap['SETUP_WITH']]

_intrinsic_1_descs = get_intrinsic1_descs()
_intrinsic_2_descs = get_intrinsic2_descs()
_nb_ops = get_nb_ops()
_inline_cache_entries = {name: caches for name, number, operand, caches in _rows if caches}
_version = {"counter": 1, "version": 2}
_cache_format = {
    "LOAD_GLOBAL": {"counter": 1, "index": 1, "module_keys_version": 1, "builtin_keys_version": 1},
    "LOAD_ATTR": {**_version, "keys_version": 2, "descr": 4},
    "STORE_ATTR": {**_version, "index": 1},
    "CALL": {"counter": 1, "func_version": 2},
    "TO_BOOL": _version,
}
for _name, _caches in _inline_cache_entries.items():
    _cache_format.setdefault(_name, {"counter": _caches})
del _name, _number, _caches, _i
`

export const disSource = String.raw`
import sys
import types
import collections
import io

from opcode import *
from opcode import (__all__ as _opcodes_all, cmp_op, stack_effect, _operand, _nb_ops, _intrinsic_1_descs,
                    _intrinsic_2_descs, _cache_format, _inline_cache_entries)

__all__ = ["code_info", "dis", "disassemble", "distb", "disco", "findlinestarts", "findlabels", "show_code",
           "get_instructions", "Instruction", "Bytecode"] + _opcodes_all
del _opcodes_all

_have_code = (types.MethodType, types.FunctionType, types.CodeType, classmethod, staticmethod, type)
_conversions = ((None, ''), (str, 'str'), (repr, 'repr'), (ascii, 'ascii'))
_function_attributes = ('defaults', 'kwdefaults', 'annotations', 'closure')
_backward = (opmap['JUMP_BACKWARD'], opmap['JUMP_BACKWARD_NO_INTERRUPT'])

COMPILER_FLAG_NAMES = {
    1: "OPTIMIZED", 2: "NEWLOCALS", 4: "VARARGS", 8: "VARKEYWORDS", 16: "NESTED", 32: "GENERATOR", 64: "NOFREE",
    128: "COROUTINE", 256: "ITERABLE_COROUTINE", 512: "ASYNC_GENERATOR",
}


def pretty_flags(flags):
    """Return pretty representation of code flags."""
    names = []
    bit = 1
    while flags:
        if flags & bit:
            names.append(COMPILER_FLAG_NAMES.get(bit, hex(bit)))
            flags ^= bit
        bit <<= 1
    return ", ".join(names or [hex(0)])


def _code_inside(x):
    """The code object of what has one, or the object itself."""
    x = getattr(x, '__func__', x)
    for name in ('__code__', 'gi_code', 'ag_code', 'cr_code'):
        if hasattr(x, name):
            return getattr(x, name)
    return x


def _try_compile(source, name):
    try:
        return compile(source, name, 'eval')
    except SyntaxError:
        pass
    return compile(source, name, 'exec')


def _get_code_object(x):
    x = _code_inside(x)
    if isinstance(x, str):
        x = _try_compile(x, "<disassembly>")
    if hasattr(x, 'co_code'):
        return x
    raise TypeError("don't know how to disassemble %s objects" % type(x).__name__)


def dis(x=None, *, file=None, depth=None, show_caches=False, adaptive=False, show_offsets=False):
    options = {'file': file, 'show_caches': show_caches, 'adaptive': adaptive, 'show_offsets': show_offsets}
    if x is None:
        distb(**options)
        return
    x = _code_inside(x)
    if hasattr(x, '__dict__'):
        for name, each in sorted(x.__dict__.items()):
            if isinstance(each, _have_code):
                print("Disassembly of %s:" % name, file=file)
                try:
                    dis(each, depth=depth, **options)
                except TypeError as msg:
                    print("Sorry:", msg, file=file)
                print(file=file)
    elif hasattr(x, 'co_code'):
        _disassemble_recursive(x, depth, options)
    elif isinstance(x, (bytes, bytearray)):
        labels = _labels(x, ())
        for row in _instructions_of(x, labels=labels):
            _print_row(row, file, 0, _offset_width(x, show_offsets), 4 + len(str(len(labels))), False, show_caches)
    elif isinstance(x, str):
        _disassemble_recursive(_try_compile(x, '<dis>'), depth, options)
    else:
        raise TypeError("don't know how to disassemble %s objects" % type(x).__name__)


def distb(tb=None, *, file=None, show_caches=False, adaptive=False, show_offsets=False):
    if tb is None:
        if not hasattr(sys, 'last_exc'):
            raise RuntimeError("no last traceback to disassemble") from None
        tb = sys.last_exc.__traceback__
        while tb.tb_next:
            tb = tb.tb_next
    disassemble(tb.tb_frame.f_code, tb.tb_lasti, file=file, show_caches=show_caches, adaptive=adaptive,
                show_offsets=show_offsets)


def code_info(x):
    return _format_code_info(_get_code_object(x))


def _format_code_info(co):
    lines = [
        "Name:              %s" % co.co_name,
        "Filename:          %s" % co.co_filename,
        "Argument count:    %s" % co.co_argcount,
        "Positional-only arguments: %s" % co.co_posonlyargcount,
        "Kw-only arguments: %s" % co.co_kwonlyargcount,
        "Number of locals:  %s" % co.co_nlocals,
        "Stack size:        %s" % co.co_stacksize,
        "Flags:             %s" % pretty_flags(co.co_flags),
    ]
    for title, items, show in (("Constants:", co.co_consts, repr), ("Names:", co.co_names, str),
                               ("Variable names:", co.co_varnames, str), ("Free variables:", co.co_freevars, str),
                               ("Cell variables:", co.co_cellvars, str)):
        if items:
            lines.append(title)
            lines.extend("%4d: %s" % (i, show(item)) for i, item in enumerate(items))
    return "\n".join(lines)


def show_code(co, *, file=None):
    print(code_info(co), file=file)


Positions = collections.namedtuple('Positions', ['lineno', 'end_lineno', 'col_offset', 'end_col_offset'],
                                   defaults=[None] * 4)

_Instruction = collections.namedtuple(
    "_Instruction",
    ['opname', 'opcode', 'arg', 'argval', 'argrepr', 'offset', 'start_offset', 'starts_line', 'line_number', 'label',
     'positions', 'cache_info'],
    defaults=[None, None, None],
)

_ExceptionTableEntry = collections.namedtuple("_ExceptionTableEntry", "start end target depth lasti")


def _jump_target(op, arg, offset):
    if arg is None or op not in hasjrel:
        return None
    return offset + 2 + 2 * _inline_cache_entries.get(opname[op], 0) + 2 * (-arg if op in _backward else arg)


class Instruction(_Instruction):
    @property
    def oparg(self):
        return self.arg

    @property
    def baseopcode(self):
        return self.opcode

    @property
    def baseopname(self):
        return opname[self.opcode]

    @property
    def cache_offset(self):
        return self.offset + 2

    @property
    def end_offset(self):
        return self.cache_offset + _inline_cache_entries.get(self.opname, 0) * 2

    @property
    def jump_target(self):
        return _jump_target(self.opcode, self.arg, self.offset)

    @property
    def is_jump_target(self):
        return self.label is not None

    def __str__(self):
        output = io.StringIO()
        _print_row(self, output, 0, 0, 0, False, False)
        return output.getvalue()


def _unpack_opargs(code):
    extended = prefixes = skip = 0
    for i in range(0, len(code), 2):
        if skip:
            skip -= 1
            continue
        op = code[i]
        skip = _inline_cache_entries.get(opname[op], 0)
        arg = None
        if op > HAVE_ARGUMENT:
            arg = code[i + 1] | extended
        if op == EXTENDED_ARG:
            extended = arg << 8
            prefixes += 1
            yield i, i, op, arg
        else:
            yield i, i - 2 * prefixes, op, arg
            extended = prefixes = 0


def findlabels(code):
    labels = []
    for offset, _, op, arg in _unpack_opargs(code):
        target = _jump_target(op, arg, offset)
        if target is not None and target not in labels:
            labels.append(target)
    return labels


def findlinestarts(code):
    last = False
    for start, end, line in code.co_lines():
        if line is not last:
            last = line
            yield start, line


def _parse_exception_table(code):
    data = iter(code.co_exceptiontable)

    def number():
        byte = next(data)
        value = byte & 63
        while byte & 64:
            byte = next(data)
            value = value << 6 | byte & 63
        return value

    entries = []
    while True:
        try:
            start = number() * 2
        except StopIteration:
            return entries
        end = start + number() * 2
        target = number() * 2
        depth = number()
        entries.append(_ExceptionTableEntry(start, end, target, depth >> 1, bool(depth & 1)))


def _labels(code, entries):
    offsets = set(findlabels(code))
    for entry in entries:
        offsets.update((entry.start, entry.end, entry.target))
    return {offset: i + 1 for i, offset in enumerate(sorted(offsets))}


def _plus(text, condition, addition):
    return text + addition if condition else text


def _argument(co, op, arg, offset, labels):
    """What an argument stands for, and how that is shown."""
    if arg is None:
        return None, ''
    kind = _operand.get(op, '')
    if kind == 'jump':
        target = _jump_target(op, arg, offset)
        return target, f"to L{labels[target]}"
    if kind == 'compare':
        value = cmp_op[arg >> 5]
        return value, f"bool({value})" if arg & 16 else value
    if kind == 'convert':
        return _conversions[arg]
    if kind == 'function-attribute':
        return arg, ', '.join(name for i, name in enumerate(_function_attributes) if arg & (1 << i))
    if kind == 'operator':
        return arg, _nb_ops[arg][1]
    if kind == 'intrinsic-1':
        return arg, _intrinsic_1_descs[arg]
    if kind == 'intrinsic-2':
        return arg, _intrinsic_2_descs[arg]
    if co is None:
        return arg, ', ' if kind == 'locals' else ''
    if kind == 'const':
        return co.co_consts[arg], repr(co.co_consts[arg])
    if kind == 'name':
        return co.co_names[arg], co.co_names[arg]
    if kind == 'global':
        name = co.co_names[arg >> 1]
        return name, _plus(name, arg & 1, ' + NULL')
    if kind == 'attribute':
        name = co.co_names[arg >> 1]
        return name, _plus(name, arg & 1, ' + NULL|self')
    if kind == 'super-attribute':
        name = co.co_names[arg >> 2]
        return name, _plus(name, arg & 1, ' + NULL|self')
    if kind == 'locals':
        names = co._varname_from_oparg(arg >> 4), co._varname_from_oparg(arg & 15)
        return names, ', '.join(names)
    if kind in ('local', 'free'):
        name = co._varname_from_oparg(arg)
        return name, name
    return arg, ''


def _instructions_of(code, co=None, linestarts=None, line_offset=0, labels={}):
    positions = co.co_positions() if co is not None else iter(())
    starts_line = False
    line = None
    for offset, start_offset, op, arg in _unpack_opargs(code):
        if linestarts is not None:
            starts_line = offset in linestarts
            if starts_line:
                line = linestarts[offset]
        where = Positions(*next(positions, ()))
        cache_info = None
        name = opname[op]
        if name in _cache_format:
            cache_info = []
            at = offset + 2
            for field, size in _cache_format[name].items():
                cache_info.append((field, size, code[offset + 2:offset + 2 + 2 * size]))
                for _ in range(size):
                    next(positions, ())
        argval, argrepr = _argument(co, op, arg, offset, labels)
        yield Instruction(name, op, arg, argval, argrepr, offset, start_offset, starts_line,
                          None if line is None else line + line_offset, labels.get(offset), where, cache_info)


def _print_line(row, file, lineno_width, offset_width, label_width, is_current):
    if lineno_width > 0 and row.starts_line and row.offset > 0:
        print(file=file)
    fields = []
    if lineno_width:
        number = ''
        if row.starts_line:
            number = '  --' if row.line_number is None else str(row.line_number)
        fields.append(number.rjust(lineno_width))
    fields.append(('' if row.label is None else f"L{row.label}:").rjust(label_width))
    if offset_width > 0:
        fields.append(f"{row.offset:>{offset_width}}  ")
    fields.append('-->' if is_current else '   ')
    fields.append(row.opname.ljust(20))
    if row.arg is not None:
        fields.append(repr(row.arg).rjust(5 - max(0, len(row.opname) - 20)))
        if row.argrepr:
            fields.append('(' + row.argrepr + ')')
    print(' '.join(fields).rstrip(), file=file)


def _print_row(row, file, lineno_width, offset_width, label_width, is_current, show_caches):
    _print_line(row, file, lineno_width, offset_width, label_width, is_current)
    if show_caches and row.cache_info:
        offset = row.offset
        for name, size, data in row.cache_info:
            for i in range(size):
                offset += 2
                text = f"{name}: {int.from_bytes(data, 'little')}" if i == 0 else ""
                cache = Instruction("CACHE", 0, 0, None, text, offset, offset, False, None, None, row.positions)
                _print_line(cache, file, lineno_width, offset_width, label_width, False)


def _lineno_width(linestarts):
    most = max(filter(None, linestarts.values()), default=-1)
    if most == -1:
        return 0
    width = max(3, len(str(most)))
    return max(width, 4) if None in linestarts.values() else width


def _offset_width(code, show_offsets):
    return len(str(max(len(code) - 2, 9999))) if show_offsets else 0


def disassemble(co, lasti=-1, *, file=None, show_caches=False, adaptive=False, show_offsets=False, _line_offset=0):
    linestarts = dict(findlinestarts(co))
    entries = _parse_exception_table(co)
    labels = _labels(co.co_code, entries)
    widths = _lineno_width(linestarts), _offset_width(co.co_code, show_offsets), 4 + len(str(len(labels)))
    for row in _instructions_of(co.co_code, co, linestarts, _line_offset, labels):
        is_current = row.offset <= lasti <= row.offset + 2 * _inline_cache_entries.get(row.opname, 0)
        _print_row(row, file, *widths, is_current, show_caches)
    if entries:
        print("ExceptionTable:", file=file)
        for entry in entries:
            print(f"  L{labels[entry.start]} to L{labels[entry.end]} -> L{labels[entry.target]} [{entry.depth}]"
                  f"{' lasti' if entry.lasti else ''}", file=file)


disco = disassemble


def _disassemble_recursive(co, depth, options):
    disassemble(co, **options)
    if depth is None or depth > 0:
        for x in co.co_consts:
            if hasattr(x, 'co_code'):
                print(file=options['file'])
                print("Disassembly of %r:" % (x,), file=options['file'])
                _disassemble_recursive(x, None if depth is None else depth - 1, options)


def get_instructions(x, *, first_line=None, show_caches=None, adaptive=False):
    return iter(Bytecode(x, first_line=first_line))


class Bytecode:
    def __init__(self, x, *, first_line=None, current_offset=None, show_caches=False, adaptive=False,
                 show_offsets=False):
        self.codeobj = co = _get_code_object(x)
        self.first_line = co.co_firstlineno if first_line is None else first_line
        self._line_offset = self.first_line - co.co_firstlineno
        self._linestarts = dict(findlinestarts(co))
        self._original_object = x
        self.current_offset = current_offset
        self.exception_entries = _parse_exception_table(co)
        self.show_caches = show_caches
        self.adaptive = adaptive
        self.show_offsets = show_offsets

    def __iter__(self):
        co = self.codeobj
        return _instructions_of(co.co_code, co, self._linestarts, self._line_offset,
                                _labels(co.co_code, self.exception_entries))

    def __repr__(self):
        return "{}({!r})".format(self.__class__.__name__, self._original_object)

    @classmethod
    def from_traceback(cls, tb, *, show_caches=False, adaptive=False):
        while tb.tb_next:
            tb = tb.tb_next
        return cls(tb.tb_frame.f_code, current_offset=tb.tb_lasti, show_caches=show_caches, adaptive=adaptive)

    def info(self):
        return _format_code_info(self.codeobj)

    def dis(self):
        with io.StringIO() as output:
            disassemble(self.codeobj, -1 if self.current_offset is None else self.current_offset, file=output,
                        show_caches=self.show_caches, show_offsets=self.show_offsets, _line_offset=self._line_offset)
            return output.getvalue()
`
