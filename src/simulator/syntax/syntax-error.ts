// A syntax error as data, as the tokenizer, the parser, the symbol table and the compiler raise it.
//
// It is no Python object: whoever compiles on behalf of a program turns it into the exception of the same name.
// Lines count from 1; offsets count characters (code points) from 1, as `SyntaxError.offset` does.
// 0 and -1 occur where CPython has them: 0 for an unknown offset, -1 for an end that reaches to the end of the line.
// In CPython: Parser/pegen_errors.c and the attributes of SyntaxError.

export type SyntaxErrorType =
  | 'SyntaxError'
  | 'IndentationError'
  | 'TabError'
  | 'MemoryError'
  | 'RecursionError'

/** The position of an error, in the terms of Python's SyntaxError. */
export interface SyntaxErrorPlace {
  lineno: number
  offset: number
  end_lineno: number
  end_offset: number
}

/** A SyntaxWarning: it does not stop the parse. */
export interface SyntaxWarning {
  readonly msg: string
  readonly lineno: number
}

/** Thrown by everything that reads source text; `text` is the line the error stands on, with its newline. */
export class PySyntaxError extends Error {
  readonly type: SyntaxErrorType
  readonly msg: string
  readonly filename: string
  readonly lineno: number
  readonly offset: number
  readonly text: string | null
  readonly end_lineno: number
  readonly end_offset: number
  /** What was warned of before the error was found. */
  readonly warnings: readonly SyntaxWarning[]

  constructor(
    type: SyntaxErrorType,
    msg: string,
    filename: string,
    place: SyntaxErrorPlace,
    text: string | null,
    warnings: readonly SyntaxWarning[] = [],
  ) {
    super(msg)
    this.type = type
    this.msg = msg
    this.filename = filename
    this.lineno = place.lineno
    this.offset = place.offset
    this.text = text
    this.end_lineno = place.end_lineno
    this.end_offset = place.end_offset
    this.warnings = warnings
  }
}
