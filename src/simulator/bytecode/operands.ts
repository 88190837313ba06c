/**
 * What the arguments of single instructions stand for, where it is neither a number nor a name: the operators of
 * BINARY_OP and COMPARE_OP, the helpers of CALL_INTRINSIC_1 and _2, conversions, function attributes.
 * A list's index is the argument. As `Include/opcode.h` and `Include/internal/pycore_intrinsics.h`.
 */

/** BINARY_OP by argument: CPython's name and the operator's text. From NB_INPLACE_ADD on, the in-place ones. */
export const binaryOperators = [
  ['NB_ADD', '+'],
  ['NB_AND', '&'],
  ['NB_FLOOR_DIVIDE', '//'],
  ['NB_LSHIFT', '<<'],
  ['NB_MATRIX_MULTIPLY', '@'],
  ['NB_MULTIPLY', '*'],
  ['NB_REMAINDER', '%'],
  ['NB_OR', '|'],
  ['NB_POWER', '**'],
  ['NB_RSHIFT', '>>'],
  ['NB_SUBTRACT', '-'],
  ['NB_TRUE_DIVIDE', '/'],
  ['NB_XOR', '^'],
  ['NB_INPLACE_ADD', '+='],
  ['NB_INPLACE_AND', '&='],
  ['NB_INPLACE_FLOOR_DIVIDE', '//='],
  ['NB_INPLACE_LSHIFT', '<<='],
  ['NB_INPLACE_MATRIX_MULTIPLY', '@='],
  ['NB_INPLACE_MULTIPLY', '*='],
  ['NB_INPLACE_REMAINDER', '%='],
  ['NB_INPLACE_OR', '|='],
  ['NB_INPLACE_POWER', '**='],
  ['NB_INPLACE_RSHIFT', '>>='],
  ['NB_INPLACE_SUBTRACT', '-='],
  ['NB_INPLACE_TRUE_DIVIDE', '/='],
  ['NB_INPLACE_XOR', '^='],
] as const

/** How far an in-place operator's argument lies above the plain operator's. */
export const NB_INPLACE_OFFSET = 13

/** COMPARE_OP: the operator is the argument shifted right by five. */
export const compareOperators = ['<', '<=', '==', '!=', '>', '>='] as const
/** In the argument of COMPARE_OP: the result is wanted as a bool. */
export const COMPARE_TO_BOOL = 16

/** CALL_INTRINSIC_1 by argument. */
export const intrinsics1 = [
  'INTRINSIC_1_INVALID',
  'INTRINSIC_PRINT',
  'INTRINSIC_IMPORT_STAR',
  'INTRINSIC_STOPITERATION_ERROR',
  'INTRINSIC_ASYNC_GEN_WRAP',
  'INTRINSIC_UNARY_POSITIVE',
  'INTRINSIC_LIST_TO_TUPLE',
  'INTRINSIC_TYPEVAR',
  'INTRINSIC_PARAMSPEC',
  'INTRINSIC_TYPEVARTUPLE',
  'INTRINSIC_SUBSCRIPT_GENERIC',
  'INTRINSIC_TYPEALIAS',
] as const

export const INTRINSIC_PRINT = 1
export const INTRINSIC_IMPORT_STAR = 2
export const INTRINSIC_STOPITERATION_ERROR = 3
export const INTRINSIC_ASYNC_GEN_WRAP = 4
export const INTRINSIC_UNARY_POSITIVE = 5
export const INTRINSIC_LIST_TO_TUPLE = 6
export const INTRINSIC_TYPEVAR = 7
export const INTRINSIC_PARAMSPEC = 8
export const INTRINSIC_TYPEVARTUPLE = 9
export const INTRINSIC_SUBSCRIPT_GENERIC = 10
export const INTRINSIC_TYPEALIAS = 11

/** CALL_INTRINSIC_2 by argument. */
export const intrinsics2 = [
  'INTRINSIC_2_INVALID',
  'INTRINSIC_PREP_RERAISE_STAR',
  'INTRINSIC_TYPEVAR_WITH_BOUND',
  'INTRINSIC_TYPEVAR_WITH_CONSTRAINTS',
  'INTRINSIC_SET_FUNCTION_TYPE_PARAMS',
  'INTRINSIC_SET_TYPEPARAM_DEFAULT',
] as const

export const INTRINSIC_PREP_RERAISE_STAR = 1
export const INTRINSIC_TYPEVAR_WITH_BOUND = 2
export const INTRINSIC_TYPEVAR_WITH_CONSTRAINTS = 3
export const INTRINSIC_SET_FUNCTION_TYPE_PARAMS = 4
export const INTRINSIC_SET_TYPEPARAM_DEFAULT = 5

/** CONVERT_VALUE by argument: the built-in that `!s`, `!r`, `!a` stand for. */
export const conversions = [null, 'str', 'repr', 'ascii'] as const

/** SET_FUNCTION_ATTRIBUTE: one bit, in the order of `dis`'s names. */
export const functionAttributes = ['defaults', 'kwdefaults', 'annotations', 'closure'] as const
export const MAKE_FUNCTION_DEFAULTS = 1
export const MAKE_FUNCTION_KWDEFAULTS = 2
export const MAKE_FUNCTION_ANNOTATIONS = 4
export const MAKE_FUNCTION_CLOSURE = 8

/** RESUME: the low two bits; bit 2 is set where the only exception table entry is the whole-frame one. */
export const RESUME_AT_FUNC_START = 0
export const RESUME_AFTER_YIELD = 1
export const RESUME_AFTER_YIELD_FROM = 2
export const RESUME_AFTER_AWAIT = 3
export const RESUME_OPARG_DEPTH1_MASK = 4
