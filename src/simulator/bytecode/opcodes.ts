/**
 * The instruction table: the only list of opcodes. Compiler, disassembler and virtual machine read it.
 *
 * An entry has an *effect*, the notation of CPython's Python/bytecodes.c for what leaves and enters the stack:
 * `(lhs, rhs -- res)`, deepest first. `x` is borrowed by the instruction's meaning and released afterwards by
 * whoever runs it, left to right; `^x` is handed over to the meaning. `xs[oparg]` is a run of that many;
 * `x if (oparg & 1)` is there only then; a name on both sides of `--` is one and the same stack slot that stays.
 * `unused` is a slot the instruction only reaches over.
 *
 * The *operand kind* says what the argument means, the *flow* where the next instruction comes from, *caches*
 * how many empty code units follow. As `Python/bytecodes.c`, `Include/internal/pycore_opcode_metadata.h`.
 */
import * as n from './opcode-numbers.ts'

/**
 * What an argument means.
 *
 * - `local`: index into the fast locals; `locals`: two of them, one in each half of a byte
 * - `free`: index of a cell or free variable, counted in the fast locals
 * - `const`, `name`: index into `co_consts`, `co_names`
 * - `attribute`, `global`: index into `co_names` shifted left by one; the low bit asks for a second result
 * - `super-attribute`: index into `co_names` shifted left by two; bit 0 as above, bit 1: two-argument `super`
 * - `jump`: distance in code units, from the end of the instruction and its caches
 * - `count`: how many values; `depth`: how far down the stack; `flags`: bits; `invert`: 1 asks for the opposite
 * - `operator`, `compare`, `convert`, `intrinsic-1`, `intrinsic-2`, `function-attribute`: see operands.ts
 */
export type OperandKind =
  | 'local'
  | 'locals'
  | 'free'
  | 'const'
  | 'name'
  | 'attribute'
  | 'global'
  | 'super-attribute'
  | 'jump'
  | 'count'
  | 'depth'
  | 'flags'
  | 'invert'
  | 'operator'
  | 'compare'
  | 'convert'
  | 'intrinsic-1'
  | 'intrinsic-2'
  | 'function-attribute'

/**
 * Where control goes.
 *
 * - `next`: to the following instruction
 * - `branch`: there, or to the target
 * - `jump`: always to the target
 * - `frame`: another frame may run before the following instruction does
 * - `exit`: out of the frame, by a result or an exception; the following instruction is not reached from here
 */
export type Flow = 'next' | 'branch' | 'jump' | 'frame' | 'exit'

export interface Opcode<
  Effect extends string = string,
  Operand extends OperandKind | null = OperandKind | null,
  F extends Flow = Flow,
> {
  readonly code: number
  readonly effect: Effect
  readonly operand: Operand
  readonly flow: F
  readonly caches: number
  readonly doc: string
}

function op<
  const Effect extends string,
  const Operand extends OperandKind | null,
  const F extends Flow = 'next',
>(
  code: number,
  effect: Effect,
  operand: Operand,
  doc: string,
  { flow, caches = 0 }: { flow?: F; caches?: number } = {},
): Opcode<Effect, Operand, F> {
  return { code, effect, operand, flow: flow ?? ('next' as F), caches, doc }
}

/** Every instruction the compiler emits and the machine executes. */
export const opcodes = {
  // Stack
  NOP: op(n.NOP, '(--)', null, 'Does nothing; keeps a line that would otherwise have no code.'),
  POP_TOP: op(n.POP_TOP, '(value --)', null, 'Drops the top of the stack.'),
  COPY: op(
    n.COPY,
    '(bottom, unused[oparg-1] -- bottom, unused[oparg-1], top)',
    'depth',
    'Pushes another reference to the value that many places down (1 is the top).',
  ),
  SWAP: op(
    n.SWAP,
    '(bottom, unused[oparg-2], top -- top, unused[oparg-2], bottom)',
    'depth',
    'Exchanges the top with the value that many places down.',
  ),
  PUSH_NULL: op(n.PUSH_NULL, '(-- null)', null, 'Pushes an empty slot: the place of `self` in a plain call.'),

  // Constants and local variables
  LOAD_CONST: op(n.LOAD_CONST, '(-- value)', 'const', 'Pushes a constant of the code object.'),
  LOAD_FAST: op(n.LOAD_FAST, '(-- value)', 'local', 'Pushes a local variable that is certainly bound.'),
  LOAD_FAST_CHECK: op(
    n.LOAD_FAST_CHECK,
    '(-- value)',
    'local',
    'Pushes a local variable, or raises UnboundLocalError if it has no value.',
  ),
  LOAD_FAST_AND_CLEAR: op(
    n.LOAD_FAST_AND_CLEAR,
    '(-- value)',
    'local',
    'Moves a local variable to the stack, an empty slot if it was unbound, and leaves it unbound.',
  ),
  LOAD_FAST_LOAD_FAST: op(
    n.LOAD_FAST_LOAD_FAST,
    '(-- value1, value2)',
    'locals',
    'Two LOAD_FAST in one: high four bits first, then the low four.',
  ),
  STORE_FAST: op(n.STORE_FAST, '(^value --)', 'local', 'Binds a local variable, then lets its old value go.'),
  STORE_FAST_LOAD_FAST: op(
    n.STORE_FAST_LOAD_FAST,
    '(^value1 -- value2)',
    'locals',
    'STORE_FAST of the high four bits, then LOAD_FAST of the low four.',
  ),
  STORE_FAST_STORE_FAST: op(
    n.STORE_FAST_STORE_FAST,
    '(^value2, ^value1 --)',
    'locals',
    'STORE_FAST of the top into the high four bits, then of the next into the low four.',
  ),
  DELETE_FAST: op(
    n.DELETE_FAST,
    '(--)',
    'local',
    'Unbinds a local variable, or raises UnboundLocalError if it has no value.',
  ),

  // Cells: variables shared between a function and those nested in it
  MAKE_CELL: op(n.MAKE_CELL, '(--)', 'free', 'Replaces a local by a new cell that holds its value.'),
  COPY_FREE_VARS: op(
    n.COPY_FREE_VARS,
    '(--)',
    'count',
    "Copies that many cells of the function's closure into the frame, behind its own variables.",
  ),
  LOAD_DEREF: op(
    n.LOAD_DEREF,
    '(-- value)',
    'free',
    'Pushes what a cell holds; raises UnboundLocalError or NameError if it is empty.',
  ),
  STORE_DEREF: op(n.STORE_DEREF, '(^v --)', 'free', 'Puts a value into a cell, then lets the old one go.'),
  DELETE_DEREF: op(n.DELETE_DEREF, '(--)', 'free', 'Empties a cell; raises if it is empty already.'),
  LOAD_FROM_DICT_OR_DEREF: op(
    n.LOAD_FROM_DICT_OR_DEREF,
    '(class_dict -- value)',
    'free',
    "Looks the cell's name up in a mapping, and in the cell if it is not there: for class bodies.",
  ),

  // Names
  LOAD_NAME: op(
    n.LOAD_NAME,
    '(-- v)',
    'name',
    'Looks a name up in the local namespace, then the globals, then the built-ins.',
  ),
  LOAD_GLOBAL: op(
    n.LOAD_GLOBAL,
    '(-- res, null if (oparg & 1))',
    'global',
    'Looks a name up in the globals, then the built-ins; with the low bit, pushes an empty slot above it.',
    { caches: 4 },
  ),
  LOAD_FROM_DICT_OR_GLOBALS: op(
    n.LOAD_FROM_DICT_OR_GLOBALS,
    '(mod_or_class_dict -- v)',
    'name',
    'Looks a name up in a mapping, then the globals, then the built-ins.',
  ),
  LOAD_LOCALS: op(n.LOAD_LOCALS, '(-- locals)', null, 'Pushes the local namespace.'),
  STORE_NAME: op(n.STORE_NAME, '(v --)', 'name', 'Binds a name in the local namespace.'),
  STORE_GLOBAL: op(n.STORE_GLOBAL, '(v --)', 'name', 'Binds a name in the globals.'),
  DELETE_NAME: op(
    n.DELETE_NAME,
    '(--)',
    'name',
    'Removes a name from the local namespace, or raises NameError.',
  ),
  DELETE_GLOBAL: op(n.DELETE_GLOBAL, '(--)', 'name', 'Removes a name from the globals, or raises NameError.'),

  // Attributes and items
  LOAD_ATTR: op(
    n.LOAD_ATTR,
    '(owner -- attr, self_or_null if (oparg & 1))',
    'attribute',
    'Gets an attribute; with the low bit, a method is left unbound with its object above it, ready for CALL.',
    { caches: 9 },
  ),
  LOAD_SUPER_ATTR: op(
    n.LOAD_SUPER_ATTR,
    '(global_super, class, self -- attr, null if (oparg & 1))',
    'super-attribute',
    'Gets an attribute of `super(class, self)`; with bit 1 clear, `super` is called without arguments.',
    { caches: 1 },
  ),
  STORE_ATTR: op(n.STORE_ATTR, '(v, owner --)', 'name', 'Sets an attribute.', { caches: 4 }),
  DELETE_ATTR: op(n.DELETE_ATTR, '(owner --)', 'name', 'Deletes an attribute.'),
  BINARY_SUBSCR: op(n.BINARY_SUBSCR, '(container, sub -- res)', null, 'Gets an item.', { caches: 1 }),
  STORE_SUBSCR: op(n.STORE_SUBSCR, '(v, container, sub --)', null, 'Sets an item.', { caches: 1 }),
  DELETE_SUBSCR: op(n.DELETE_SUBSCR, '(container, sub --)', null, 'Deletes an item.'),
  BINARY_SLICE: op(
    n.BINARY_SLICE,
    '(container, ^start, ^stop -- res)',
    null,
    'Gets `container[start:stop]`.',
  ),
  STORE_SLICE: op(n.STORE_SLICE, '(v, container, ^start, ^stop --)', null, 'Sets `container[start:stop]`.'),

  // Operators
  UNARY_NEGATIVE: op(n.UNARY_NEGATIVE, '(value -- res)', null, 'Computes `-value`.'),
  UNARY_NOT: op(n.UNARY_NOT, '(value -- res)', null, 'Computes `not value`, of a value that is a bool.'),
  UNARY_INVERT: op(n.UNARY_INVERT, '(value -- res)', null, 'Computes `~value`.'),
  TO_BOOL: op(n.TO_BOOL, '(value -- res)', null, 'Asks a value for its truth.', { caches: 3 }),
  BINARY_OP: op(n.BINARY_OP, '(lhs, rhs -- res)', 'operator', 'Applies a binary or in-place operator.', {
    caches: 1,
  }),
  COMPARE_OP: op(
    n.COMPARE_OP,
    '(left, right -- res)',
    'compare',
    'Compares; the operator stands above bit 5, and bit 4 asks for the truth of the result.',
    { caches: 1 },
  ),
  IS_OP: op(n.IS_OP, '(left, right -- b)', 'invert', 'Tells whether both are the same object.'),
  CONTAINS_OP: op(n.CONTAINS_OP, '(left, right -- b)', 'invert', 'Tells whether right contains left.', {
    caches: 1,
  }),

  // Building values
  BUILD_TUPLE: op(n.BUILD_TUPLE, '(^values[oparg] -- tup)', 'count', 'Makes a tuple.'),
  BUILD_LIST: op(n.BUILD_LIST, '(^values[oparg] -- list)', 'count', 'Makes a list.'),
  BUILD_SET: op(
    n.BUILD_SET,
    '(^values[oparg] -- set)',
    'count',
    'Makes a set, letting each item go once it is in.',
  ),
  BUILD_MAP: op(n.BUILD_MAP, '(values[oparg*2] -- map)', 'count', 'Makes a dict of keys and values in turn.'),
  BUILD_CONST_KEY_MAP: op(
    n.BUILD_CONST_KEY_MAP,
    '(values[oparg], keys -- map)',
    'count',
    'Makes a dict of values and a tuple of keys.',
  ),
  BUILD_STRING: op(n.BUILD_STRING, '(pieces[oparg] -- str)', 'count', 'Joins strings.'),
  BUILD_SLICE: op(
    n.BUILD_SLICE,
    '(^start, ^stop, ^step if (oparg == 3) -- slice)',
    'count',
    'Makes a slice of two or three values.',
  ),
  LIST_APPEND: op(
    n.LIST_APPEND,
    '(list, unused[oparg-1], ^v -- list, unused[oparg-1])',
    'depth',
    'Appends to a list further down: for comprehensions.',
  ),
  LIST_EXTEND: op(
    n.LIST_EXTEND,
    '(list, unused[oparg-1], iterable -- list, unused[oparg-1])',
    'depth',
    'Extends a list further down.',
  ),
  SET_ADD: op(
    n.SET_ADD,
    '(set, unused[oparg-1], v -- set, unused[oparg-1])',
    'depth',
    'Adds to a set further down.',
  ),
  SET_UPDATE: op(
    n.SET_UPDATE,
    '(set, unused[oparg-1], iterable -- set, unused[oparg-1])',
    'depth',
    'Adds all of an iterable to a set further down.',
  ),
  MAP_ADD: op(
    n.MAP_ADD,
    '(dict, unused[oparg-1], ^key, ^value -- dict, unused[oparg-1])',
    'depth',
    'Sets an item of a dict further down.',
  ),
  DICT_UPDATE: op(
    n.DICT_UPDATE,
    '(dict, unused[oparg-1], update -- dict, unused[oparg-1])',
    'depth',
    'Updates a dict further down by a mapping.',
  ),
  DICT_MERGE: op(
    n.DICT_MERGE,
    '(callable, null, callargs, dict, unused[oparg-1], update -- callable, null, callargs, dict, unused[oparg-1])',
    'depth',
    'Merges keyword arguments into a dict further down; a duplicate raises TypeError naming the callable.',
  ),
  FORMAT_SIMPLE: op(n.FORMAT_SIMPLE, '(value -- res)', null, 'Formats a value with an empty specification.'),
  FORMAT_WITH_SPEC: op(
    n.FORMAT_WITH_SPEC,
    '(value, fmt_spec -- res)',
    null,
    'Formats a value by a specification.',
  ),
  CONVERT_VALUE: op(n.CONVERT_VALUE, '(value -- result)', 'convert', 'Applies str, repr or ascii.'),

  // Unpacking and matching
  UNPACK_SEQUENCE: op(
    n.UNPACK_SEQUENCE,
    '(seq -- values[oparg])',
    'count',
    'Takes exactly that many values out of an iterable; the first ends on top.',
    { caches: 1 },
  ),
  UNPACK_EX: op(
    n.UNPACK_EX,
    '(seq -- right[oparg >> 8], rest, left[oparg & 0xFF])',
    'flags',
    'Unpacks with a starred target: the low byte counts the values before it, the rest those after it.',
  ),
  GET_LEN: op(n.GET_LEN, '(obj -- obj, len)', null, 'Pushes the length of the top.'),
  MATCH_MAPPING: op(
    n.MATCH_MAPPING,
    '(subject -- subject, res)',
    null,
    'Tells whether the top is a mapping.',
  ),
  MATCH_SEQUENCE: op(
    n.MATCH_SEQUENCE,
    '(subject -- subject, res)',
    null,
    'Tells whether the top is a sequence that sequence patterns match.',
  ),
  MATCH_KEYS: op(
    n.MATCH_KEYS,
    '(subject, keys -- subject, keys, values_or_none)',
    null,
    "Pushes a tuple of the keys' values, or None if one is missing.",
  ),
  MATCH_CLASS: op(
    n.MATCH_CLASS,
    '(subject, type, names -- attrs)',
    'count',
    'Pushes a tuple of the attributes a class pattern asks for (that many by position), or None.',
  ),

  // Jumps and loops
  JUMP_FORWARD: op(n.JUMP_FORWARD, '(--)', 'jump', 'Jumps ahead.', { flow: 'jump' }),
  JUMP_BACKWARD: op(n.JUMP_BACKWARD, '(--)', 'jump', 'Jumps back; interrupts are looked for here.', {
    flow: 'jump',
    caches: 1,
  }),
  JUMP_BACKWARD_NO_INTERRUPT: op(
    n.JUMP_BACKWARD_NO_INTERRUPT,
    '(--)',
    'jump',
    'Jumps back without looking for interrupts.',
    { flow: 'jump' },
  ),
  POP_JUMP_IF_FALSE: op(n.POP_JUMP_IF_FALSE, '(cond --)', 'jump', 'Jumps if a bool is False.', {
    flow: 'branch',
    caches: 1,
  }),
  POP_JUMP_IF_TRUE: op(n.POP_JUMP_IF_TRUE, '(cond --)', 'jump', 'Jumps if a bool is True.', {
    flow: 'branch',
    caches: 1,
  }),
  POP_JUMP_IF_NONE: op(n.POP_JUMP_IF_NONE, '(value --)', 'jump', 'Jumps if the value is None.', {
    flow: 'branch',
    caches: 1,
  }),
  POP_JUMP_IF_NOT_NONE: op(n.POP_JUMP_IF_NOT_NONE, '(value --)', 'jump', 'Jumps if the value is not None.', {
    flow: 'branch',
    caches: 1,
  }),
  GET_ITER: op(n.GET_ITER, '(iterable -- iter)', null, 'Asks for an iterator.'),
  FOR_ITER: op(
    n.FOR_ITER,
    '(iter -- iter, next)',
    'jump',
    'Pushes the next value. At the end it drops the iterator and goes on behind the END_FOR and POP_TOP at its target.',
    { flow: 'branch', caches: 1 },
  ),
  END_FOR: op(
    n.END_FOR,
    '(value --)',
    null,
    'Drops the value left over when a generator run inline has ended.',
  ),

  // Functions and calls
  MAKE_FUNCTION: op(n.MAKE_FUNCTION, '(codeobj -- func)', null, 'Makes a function of a code object.'),
  SET_FUNCTION_ATTRIBUTE: op(
    n.SET_FUNCTION_ATTRIBUTE,
    '(^attr, func -- func)',
    'function-attribute',
    'Gives a new function its defaults, annotations or closure.',
  ),
  CALL: op(
    n.CALL,
    '(^callable, ^self_or_null, ^args[oparg] -- res)',
    'count',
    'Calls with positional arguments; `self`, unless the slot is empty, goes before them.',
    { flow: 'frame', caches: 3 },
  ),
  CALL_KW: op(
    n.CALL_KW,
    '(^callable, ^self_or_null, ^args[oparg], ^kwnames -- res)',
    'count',
    'Calls with positional and keyword arguments; the tuple on top names the last ones.',
    { flow: 'frame' },
  ),
  CALL_FUNCTION_EX: op(
    n.CALL_FUNCTION_EX,
    '(^func, ^null, ^callargs, ^kwargs if (oparg & 1) -- result)',
    'flags',
    'Calls with an iterable of arguments and, with the low bit, a mapping of keyword arguments.',
    { flow: 'frame' },
  ),
  CALL_INTRINSIC_1: op(
    n.CALL_INTRINSIC_1,
    '(value -- res)',
    'intrinsic-1',
    'Runs a helper of the machine on one value.',
  ),
  CALL_INTRINSIC_2: op(
    n.CALL_INTRINSIC_2,
    '(value2, value1 -- res)',
    'intrinsic-2',
    'Runs a helper of the machine on two values.',
  ),
  RETURN_VALUE: op(n.RETURN_VALUE, '(^retval --)', null, 'Leaves the frame with the top as result.', {
    flow: 'exit',
  }),
  RETURN_CONST: op(n.RETURN_CONST, '(--)', 'const', 'Leaves the frame with a constant as result.', {
    flow: 'exit',
  }),
  RESUME: op(
    n.RESUME,
    '(--)',
    'flags',
    'Marks where a frame starts (0) or goes on after yield (1), yield from (2), await (3); interrupts are looked for.',
  ),

  // Generators and coroutines
  RETURN_GENERATOR: op(
    n.RETURN_GENERATOR,
    '(-- res)',
    null,
    'Makes a generator, coroutine or async generator of the running frame and returns it to the caller.',
    { flow: 'frame' },
  ),
  YIELD_VALUE: op(
    n.YIELD_VALUE,
    '(^retval -- value)',
    'flags',
    'Suspends the frame with a value; what is sent in comes back. 1 means that this is part of yield from or await.',
    { flow: 'frame' },
  ),
  GET_YIELD_FROM_ITER: op(
    n.GET_YIELD_FROM_ITER,
    '(iterable -- iter)',
    null,
    'The iterator of `yield from`: a generator is its own.',
  ),
  SEND: op(
    n.SEND,
    '(receiver, v -- receiver, retval)',
    'jump',
    'Sends a value to an iterator; jumps with its result when that has ended.',
    { flow: 'branch', caches: 1 },
  ),
  END_SEND: op(n.END_SEND, '(receiver, ^value -- value)', null, 'Drops the iterator below the result.'),
  CLEANUP_THROW: op(
    n.CLEANUP_THROW,
    '(sub_iter, last_sent_val, exc_value -- none, value)',
    null,
    'Turns a StopIteration thrown in during `yield from` into its result, and raises any other exception again.',
  ),
  GET_AWAITABLE: op(
    n.GET_AWAITABLE,
    '(iterable -- iter)',
    'flags',
    'The iterator of an awaitable; 1 and 2 tell error messages that it came from `__aenter__` or `__aexit__`.',
  ),
  GET_AITER: op(n.GET_AITER, '(obj -- iter)', null, 'Asks for an asynchronous iterator.'),
  GET_ANEXT: op(
    n.GET_ANEXT,
    '(aiter -- aiter, awaitable)',
    null,
    "Pushes the awaitable of an iterator's next value.",
  ),
  END_ASYNC_FOR: op(
    n.END_ASYNC_FOR,
    '(awaitable, exc --)',
    null,
    'Ends `async for` if the exception is StopAsyncIteration, else raises it again.',
  ),

  // Exceptions and context managers
  PUSH_EXC_INFO: op(
    n.PUSH_EXC_INFO,
    '(^new_exc -- prev_exc, new_exc)',
    null,
    'Makes an exception the one being handled, remembering the previous one below it.',
  ),
  POP_EXCEPT: op(
    n.POP_EXCEPT,
    '(^exc_value --)',
    null,
    'Makes the remembered exception the one being handled.',
  ),
  CHECK_EXC_MATCH: op(
    n.CHECK_EXC_MATCH,
    '(left, right -- left, b)',
    null,
    'Tells whether an exception matches the class or tuple of an except clause.',
  ),
  CHECK_EG_MATCH: op(
    n.CHECK_EG_MATCH,
    '(exc_value, match_type -- rest, match)',
    null,
    'Splits an exception group by the class or tuple of an except* clause.',
  ),
  RAISE_VARARGS: op(
    n.RAISE_VARARGS,
    '(^args[oparg] --)',
    'count',
    'Raises: 0 the exception being handled, 1 the top, 2 the one below with the top as its cause.',
    { flow: 'exit' },
  ),
  RERAISE: op(
    n.RERAISE,
    '(values[oparg], ^exc -- values[oparg])',
    'count',
    'Raises the top again; with an argument, the position is restored from that far down.',
    { flow: 'exit' },
  ),
  LOAD_ASSERTION_ERROR: op(
    n.LOAD_ASSERTION_ERROR,
    '(-- value)',
    null,
    'Pushes the AssertionError of the built-ins.',
  ),
  BEFORE_WITH: op(
    n.BEFORE_WITH,
    '(^mgr -- exit, res)',
    null,
    "Pushes a context manager's bound `__exit__` and the result of its `__enter__`.",
  ),
  BEFORE_ASYNC_WITH: op(
    n.BEFORE_ASYNC_WITH,
    '(^mgr -- exit, res)',
    null,
    "Pushes a context manager's bound `__aexit__` and the result of its `__aenter__`.",
  ),
  WITH_EXCEPT_START: op(
    n.WITH_EXCEPT_START,
    '(exit_func, lasti, unused, val -- exit_func, lasti, unused, val, res)',
    null,
    'Calls the remembered `__exit__` with the exception on top.',
  ),

  // Classes, annotations and imports
  LOAD_BUILD_CLASS: op(n.LOAD_BUILD_CLASS, '(-- bc)', null, 'Pushes the `__build_class__` of the built-ins.'),
  SETUP_ANNOTATIONS: op(
    n.SETUP_ANNOTATIONS,
    '(--)',
    null,
    'Makes `__annotations__` in the local namespace if missing.',
  ),
  IMPORT_NAME: op(n.IMPORT_NAME, '(level, fromlist -- res)', 'name', 'Imports a module by `__import__`.'),
  IMPORT_FROM: op(n.IMPORT_FROM, '(from -- from, res)', 'name', 'Gets a name out of the module on top.'),
} as const

/** Code units that are no instructions: empty places after one, and the high bits of the next argument. */
export const codeUnits = { CACHE: n.CACHE, EXTENDED_ARG: n.EXTENDED_ARG } as const

/** Opcodes CPython names but its compiler never emits and this machine does not execute. */
export const unusedOpcodes = {
  EXIT_INIT_CHECK: n.EXIT_INIT_CHECK,
  RESERVED: n.RESERVED,
  INTERPRETER_EXIT: n.INTERPRETER_EXIT,
  ENTER_EXECUTOR: n.ENTER_EXECUTOR,
} as const

/**
 * Pseudo-instructions: code generation emits them, assembly replaces or drops them.
 * The effect of the SETUP ones is that of taking the exceptional edge to the handler.
 */
export const pseudoOpcodes = {
  JUMP: op(n.JUMP, '(--)', 'jump', 'Jumps, in whichever direction.', { flow: 'jump' }),
  JUMP_NO_INTERRUPT: op(n.JUMP_NO_INTERRUPT, '(--)', 'jump', 'Jumps without looking for interrupts.', {
    flow: 'jump',
  }),
  LOAD_CLOSURE: op(
    n.LOAD_CLOSURE,
    '(-- value)',
    'local',
    'Pushes a cell itself, for the closure of a new function.',
  ),
  LOAD_METHOD: op(n.LOAD_METHOD, '(owner -- attr, self_or_null)', 'name', 'LOAD_ATTR for a call.'),
  LOAD_SUPER_METHOD: op(
    n.LOAD_SUPER_METHOD,
    '(global_super, class, self -- attr, null)',
    'name',
    'LOAD_SUPER_ATTR for a call, two arguments.',
  ),
  LOAD_ZERO_SUPER_METHOD: op(
    n.LOAD_ZERO_SUPER_METHOD,
    '(global_super, class, self -- attr, null)',
    'name',
    'LOAD_SUPER_ATTR for a call, no arguments.',
  ),
  LOAD_ZERO_SUPER_ATTR: op(
    n.LOAD_ZERO_SUPER_ATTR,
    '(global_super, class, self -- attr)',
    'name',
    'LOAD_SUPER_ATTR, no arguments.',
  ),
  STORE_FAST_MAYBE_NULL: op(
    n.STORE_FAST_MAYBE_NULL,
    '(^value --)',
    'local',
    'STORE_FAST of what may be an empty slot: restores a variable after a comprehension.',
  ),
  SETUP_FINALLY: op(n.SETUP_FINALLY, '(-- exc)', 'jump', 'From here on, exceptions go to the handler.'),
  SETUP_CLEANUP: op(
    n.SETUP_CLEANUP,
    '(-- lasti, exc)',
    'jump',
    'The same, and the position is kept for RERAISE.',
  ),
  SETUP_WITH: op(n.SETUP_WITH, '(-- exc)', 'jump', 'As SETUP_FINALLY, for a with statement.'),
  POP_BLOCK: op(n.POP_BLOCK, '(--)', null, 'Ends the innermost SETUP.'),
} as const

export type OpcodeName = keyof typeof opcodes

/** Name by number, as `opcode.opname` has it; a number without a name gives `<number>`. */
export const opnames: readonly string[] = (() => {
  const names = Array.from({ length: n.STORE_FAST_MAYBE_NULL + 1 }, (_, code) => `<${code}>`)
  for (const [name, { code }] of Object.entries({ ...opcodes, ...pseudoOpcodes })) names[code] = name
  for (const [name, code] of Object.entries({ ...codeUnits, ...unusedOpcodes })) names[code] = name
  return names
})()

/** Entry by number; undefined where no instruction has it. */
export const opcodeOf: readonly (Opcode | undefined)[] = (() => {
  const entries = new Array<Opcode | undefined>(opnames.length).fill(undefined)
  for (const entry of Object.values({ ...opcodes, ...pseudoOpcodes })) entries[entry.code] = entry
  return entries
})()

/** Number of empty code units after each instruction, by number. */
export const cacheCounts: Uint8Array = Uint8Array.from(opnames, (_, code) => opcodeOf[code]?.caches ?? 0)

/** Opcodes above this number take an argument, the others do not. */
export const HAVE_ARGUMENT = 44
