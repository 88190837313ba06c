/**
 * Regular expressions as trees, and the numbers they share with Python: flags and limits.
 *
 * Characters are code points; in patterns of bytes, bytes. As `Lib/re/_constants.py`.
 */

export const IGNORECASE = 2
export const LOCALE = 4
export const MULTILINE = 8
export const DOTALL = 16
export const UNICODE = 32
export const VERBOSE = 64
export const DEBUG = 128
export const ASCII = 256

export const UNLIMITED = 0xffff_ffff

export type CategoryName = 'digit' | 'not-digit' | 'space' | 'not-space' | 'word' | 'not-word'

export type SetItem =
  | { readonly kind: 'char'; readonly code: number }
  | { readonly kind: 'range'; readonly low: number; readonly high: number }
  | { readonly kind: 'category'; readonly name: CategoryName }

export type Position = 'start' | 'line-start' | 'end' | 'line-end' | 'last' | 'boundary' | 'no-boundary'

/** How a repetition goes on: as long as possible, as short, or as long without ever giving back. */
export type Greed = 'greedy' | 'lazy' | 'possessive'

export type Node =
  | { readonly kind: 'char'; readonly code: number; readonly flags: number }
  | { readonly kind: 'any'; readonly flags: number }
  | {
      readonly kind: 'set'
      readonly items: readonly SetItem[]
      readonly negated: boolean
      readonly flags: number
    }
  | { readonly kind: 'at'; readonly position: Position; readonly flags: number }
  | { readonly kind: 'sequence'; readonly items: Node[] }
  | { readonly kind: 'branch'; readonly options: readonly Node[] }
  | { readonly kind: 'group'; readonly index: number | null; readonly body: Node }
  | { readonly kind: 'atomic'; readonly body: Node }
  | {
      readonly kind: 'repeat'
      readonly min: number
      readonly max: number
      readonly greed: Greed
      readonly body: Node
    }
  | { readonly kind: 'backreference'; readonly index: number; readonly flags: number }
  | { readonly kind: 'look'; readonly behind: boolean; readonly negated: boolean; readonly body: Node }
  | { readonly kind: 'conditional'; readonly index: number; readonly yes: Node; readonly no: Node | null }
  | { readonly kind: 'failure' }

/** A pattern that was read. */
export interface ParsedPattern {
  readonly root: Node
  readonly flags: number
  /** Number of groups, with the whole match as one. */
  readonly groups: number
  readonly names: ReadonlyMap<string, number>
  /** What looks as if it were meant otherwise. */
  readonly warnings: readonly string[]
}

/** A mistake in a pattern, to be raised as `re.PatternError`. */
export class RegexError {
  readonly message: string
  /** Where, by code point; null where that makes no sense. */
  readonly position: number | null

  constructor(message: string, position: number | null) {
    this.message = message
    this.position = position
  }
}

/** A problem that is no `PatternError`. */
export class RegexRefusal {
  readonly type: 'ValueError' | 'OverflowError' | 'NotImplementedError'
  readonly message: string

  constructor(type: 'ValueError' | 'OverflowError' | 'NotImplementedError', message: string) {
    this.type = type
    this.message = message
  }
}
