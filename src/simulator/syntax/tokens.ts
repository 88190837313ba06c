// The kinds of token, and the list the tokenizer hands to the parser.
//
// A kind is a small number: each operator and each keyword has its own, so that the parser compares numbers only.
// Soft keywords (match, case, type, _) are names. A TokenList holds one array per attribute, so that a token is an
// index. Columns are bytes of UTF-8, as in the tree; starts and ends are offsets into the JavaScript string.
// In CPython: Grammar/Tokens and Parser/token.c.

import type { SyntaxErrorPlace, SyntaxErrorType, SyntaxWarning } from './syntax-error.ts'

export const ENDMARKER = 0
export const NAME = 1
export const NUMBER = 2
export const STRING = 3
export const NEWLINE = 4
export const INDENT = 5
export const DEDENT = 6
export const FSTRING_START = 7
export const FSTRING_MIDDLE = 8
export const FSTRING_END = 9
export const ERRORTOKEN = 10

export const LPAR = 11
export const RPAR = 12
export const LSQB = 13
export const RSQB = 14
export const LBRACE = 15
export const RBRACE = 16
export const COLON = 17
export const COMMA = 18
export const SEMI = 19
export const DOT = 20
export const ELLIPSIS = 21
export const RARROW = 22
export const EXCLAMATION = 23
export const EQUAL = 24
export const COLONEQUAL = 25

export const PLUS = 26
export const MINUS = 27
export const STAR = 28
export const SLASH = 29
export const PERCENT = 30
export const DOUBLESLASH = 31
export const AT = 32
export const VBAR = 33
export const AMPER = 34
export const CIRCUMFLEX = 35
export const LEFTSHIFT = 36
export const RIGHTSHIFT = 37
export const DOUBLESTAR = 38
export const TILDE = 39

export const EQEQUAL = 40
export const NOTEQUAL = 41
export const LESS = 42
export const GREATER = 43
export const LESSEQUAL = 44
export const GREATEREQUAL = 45

export const PLUSEQUAL = 46
export const MINEQUAL = 47
export const STAREQUAL = 48
export const SLASHEQUAL = 49
export const PERCENTEQUAL = 50
export const DOUBLESLASHEQUAL = 51
export const ATEQUAL = 52
export const VBAREQUAL = 53
export const AMPEREQUAL = 54
export const CIRCUMFLEXEQUAL = 55
export const LEFTSHIFTEQUAL = 56
export const RIGHTSHIFTEQUAL = 57
export const DOUBLESTAREQUAL = 58

/** A character that begins no token of Python, such as `$` or `?`. */
export const UNKNOWN = 59

export const AND = 60
export const AS = 61
export const ASSERT = 62
export const ASYNC = 63
export const AWAIT = 64
export const BREAK = 65
export const CLASS = 66
export const CONTINUE = 67
export const DEF = 68
export const DEL = 69
export const ELIF = 70
export const ELSE = 71
export const EXCEPT = 72
export const FALSE = 73
export const FINALLY = 74
export const FOR = 75
export const FROM = 76
export const GLOBAL = 77
export const IF = 78
export const IMPORT = 79
export const IN = 80
export const IS = 81
export const LAMBDA = 82
export const NONE = 83
export const NONLOCAL = 84
export const NOT = 85
export const OR = 86
export const PASS = 87
export const RAISE = 88
export const RETURN = 89
export const TRUE = 90
export const TRY = 91
export const WHILE = 92
export const WITH = 93
export const YIELD = 94

/** One more than the largest kind, for tables indexed by kind. */
export const KIND_COUNT = 95

// Only the module `tokenize` is told of comments and of newlines that end no statement.
export const COMMENT = 95
export const NL = 96

/** The reserved words. */
export const KEYWORDS: ReadonlyMap<string, number> = new Map([
  ['and', AND],
  ['as', AS],
  ['assert', ASSERT],
  ['async', ASYNC],
  ['await', AWAIT],
  ['break', BREAK],
  ['class', CLASS],
  ['continue', CONTINUE],
  ['def', DEF],
  ['del', DEL],
  ['elif', ELIF],
  ['else', ELSE],
  ['except', EXCEPT],
  ['False', FALSE],
  ['finally', FINALLY],
  ['for', FOR],
  ['from', FROM],
  ['global', GLOBAL],
  ['if', IF],
  ['import', IMPORT],
  ['in', IN],
  ['is', IS],
  ['lambda', LAMBDA],
  ['None', NONE],
  ['nonlocal', NONLOCAL],
  ['not', NOT],
  ['or', OR],
  ['pass', PASS],
  ['raise', RAISE],
  ['return', RETURN],
  ['True', TRUE],
  ['try', TRY],
  ['while', WHILE],
  ['with', WITH],
  ['yield', YIELD],
])

const OPERATORS: ReadonlyMap<string, number> = new Map([
  ['(', LPAR],
  [')', RPAR],
  ['[', LSQB],
  [']', RSQB],
  ['{', LBRACE],
  ['}', RBRACE],
  [':', COLON],
  [',', COMMA],
  [';', SEMI],
  ['.', DOT],
  ['...', ELLIPSIS],
  ['->', RARROW],
  ['!', EXCLAMATION],
  ['=', EQUAL],
  [':=', COLONEQUAL],
  ['+', PLUS],
  ['-', MINUS],
  ['*', STAR],
  ['/', SLASH],
  ['%', PERCENT],
  ['//', DOUBLESLASH],
  ['@', AT],
  ['|', VBAR],
  ['&', AMPER],
  ['^', CIRCUMFLEX],
  ['<<', LEFTSHIFT],
  ['>>', RIGHTSHIFT],
  ['**', DOUBLESTAR],
  ['~', TILDE],
  ['==', EQEQUAL],
  ['!=', NOTEQUAL],
  ['<>', NOTEQUAL],
  ['<', LESS],
  ['>', GREATER],
  ['<=', LESSEQUAL],
  ['>=', GREATEREQUAL],
  ['+=', PLUSEQUAL],
  ['-=', MINEQUAL],
  ['*=', STAREQUAL],
  ['/=', SLASHEQUAL],
  ['%=', PERCENTEQUAL],
  ['//=', DOUBLESLASHEQUAL],
  ['@=', ATEQUAL],
  ['|=', VBAREQUAL],
  ['&=', AMPEREQUAL],
  ['^=', CIRCUMFLEXEQUAL],
  ['<<=', LEFTSHIFTEQUAL],
  ['>>=', RIGHTSHIFTEQUAL],
  ['**=', DOUBLESTAREQUAL],
])

// The operators of one character by its code, and for each of these the longer ones that begin with it.
const ONE_CHARACTER = new Uint8Array(128)
const LONGER: { text: string; kind: number }[][] = Array.from({ length: 128 }, () => [])
for (const [text, kind] of OPERATORS) {
  const code = text.charCodeAt(0)
  if (text.length === 1) ONE_CHARACTER[code] = kind
  else LONGER[code]?.push({ text, kind })
}
for (const list of LONGER) list.sort((a, b) => b.text.length - a.text.length)

/** The kind of the operator of one character, or 0. */
export function oneCharacterOperator(code: number): number {
  return code < 128 ? (ONE_CHARACTER[code] as number) : 0
}

/** The longest operator of two or three characters at `offset`, or null. */
export function longerOperator(
  source: string,
  offset: number,
  code: number,
): { text: string; kind: number } | null {
  if (code >= 128) return null
  for (const candidate of LONGER[code] as { text: string; kind: number }[]) {
    if (source.startsWith(candidate.text, offset)) return candidate
  }
  return null
}

/** A bracket that is still open. */
export interface OpenBracket {
  readonly character: string
  readonly line: number
  readonly col: number
}

/**
 * Why the tokenizer stopped. `final` errors stand wherever they are in the file: they replace an error the parser
 * found earlier. The others count only when the parser reaches them.
 */
export interface LexicalError {
  readonly type: SyntaxErrorType
  readonly msg: string
  readonly place: SyntaxErrorPlace
  readonly final: boolean
  /** The innermost bracket open at that point. */
  readonly unclosed: OpenBracket | null
}

/** What the tokenizer makes of a source. The last token is ENDMARKER or ERRORTOKEN. */
export interface TokenList {
  /** The text the offsets refer to: newlines are '\n'. */
  readonly source: string
  /** The offset of the beginning of each line; line 1 is at index 1. */
  readonly lineStarts: readonly number[]
  readonly kinds: readonly number[]
  readonly starts: readonly number[]
  readonly ends: readonly number[]
  readonly lines: readonly number[]
  readonly endLines: readonly number[]
  /** -1 for tokens without text (INDENT, DEDENT, ENDMARKER, ERRORTOKEN). */
  readonly cols: readonly number[]
  readonly endCols: readonly number[]
  readonly error: LexicalError | null
  readonly warnings: SyntaxWarning[]
}
