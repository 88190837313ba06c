import dis
import opcode


def f(x, *args):
    y = x.attr
    if y > 3:
        return g(y, *args)
    return lambda: x


print(dis.code_info(f).replace(__file__, "FILE"))
for row in dis.get_instructions(f):
    print(row.opname, row.arg, row.argval if not hasattr(row.argval, "co_code") else "code", row.offset,
          row.start_offset, row.starts_line, row.line_number, row.label, row.is_jump_target, tuple(row.positions),
          row.end_offset, row.jump_target, row.baseopname)
print(str(next(iter(dis.Bytecode(f)))))
print(dis.Bytecode("x + 1").dis())
print(dis.Bytecode(f, first_line=100).dis().split("\n")[2])
print(list(dis.findlinestarts(f.__code__)), dis.findlabels(f.__code__.co_code))
print(dis.opname[100], dis.opmap["LOAD_FAST"], dis.HAVE_ARGUMENT, dis.EXTENDED_ARG, dis.cmp_op)
for name in ("hasarg", "hascompare", "hasconst", "hasexc", "hasfree", "hasjabs", "hasjrel", "hasjump", "haslocal",
             "hasname"):
    print(name, getattr(dis, name))
print(dis.opname == opcode.opname, len(dis.opmap), sorted(dis.opmap)[:5])
for name in ("LOAD_CONST", "BUILD_TUPLE", "CALL", "POP_TOP", "BINARY_OP", "FOR_ITER", "SEND", "LOAD_GLOBAL",
             "UNPACK_EX", "RETURN_VALUE", "STORE_ATTR", "CALL_FUNCTION_EX", "SETUP_FINALLY", "JUMP_BACKWARD"):
    number = dis.opmap[name]
    arg = 3 if number in dis.hasarg else None
    print(name, [dis.stack_effect(number, arg, jump=jump) for jump in (None, True, False)])
for wrong in (lambda: dis.stack_effect(dis.opmap["LOAD_CONST"]), lambda: dis.stack_effect(300, 1),
              lambda: dis.stack_effect(dis.opmap["POP_TOP"], 0, jump=3)):
    try:
        wrong()
    except ValueError as error:
        print(error)


def fails():
    return 1 / 0


try:
    fails()
except ZeroDivisionError as error:
    dis.distb(error.__traceback__.tb_next)
    print(dis.Bytecode.from_traceback(error.__traceback__).current_offset)
print(dis.pretty_flags(3), dis.pretty_flags(0), dis.pretty_flags(f.__code__.co_flags))
