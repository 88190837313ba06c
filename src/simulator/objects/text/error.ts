/**
 * Failures of the pure functions in this folder: which built-in exception one becomes, and its message.
 *
 * Nothing here knows of heap objects, so a failure is thrown as a plain value; the type that called turns
 * it into the Python exception of that name.
 */

export type ErrorType =
  | 'ValueError'
  | 'TypeError'
  | 'OverflowError'
  | 'ZeroDivisionError'
  | 'LookupError'
  | 'IndexError'
  | 'MemoryError'

/** Thrown by the functions of this folder; becomes the built-in exception `type` with that message. */
export class TextError {
  readonly type: ErrorType
  readonly message: string

  constructor(type: ErrorType, message: string) {
    this.type = type
    this.message = message
  }
}

/** An invalid or unsuitable format specification: a ValueError. */
export class FormatError extends TextError {
  constructor(message: string) {
    super('ValueError', message)
  }
}
