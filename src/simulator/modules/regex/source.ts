/** The text of a pattern, read token by token: a token is a character, or a backslash with the next one. */
import { characters } from '../../objects/text/code-points.ts'
import { RegexError } from './nodes.ts'

export const DIGITS = /^[0-9]$/
export const OCTAL_DIGITS = /^[0-7]$/
export const HEX_DIGITS = /^[0-9a-fA-F]$/

export class PatternSource {
  readonly isText: boolean
  readonly #characters: readonly string[]
  #index = 0
  next: string | null = null

  constructor(text: string, isText: boolean) {
    this.isText = isText
    this.#characters = characters(text)
    this.#advance()
  }

  #advance(): void {
    const character = this.#characters[this.#index]
    if (character === undefined) {
      this.next = null
      return
    }
    this.#index++
    if (character !== '\\') {
      this.next = character
      return
    }
    const following = this.#characters[this.#index]
    if (following === undefined)
      throw new RegexError('bad escape (end of pattern)', this.#characters.length - 1)
    this.#index++
    this.next = character + following
  }

  /** Takes the next token if it is that one. */
  match(token: string): boolean {
    if (this.next !== token) return false
    this.#advance()
    return true
  }

  get(): string | null {
    const { next } = this
    this.#advance()
    return next
  }

  getWhile(count: number, allowed: RegExp): string {
    let result = ''
    while (count-- > 0 && this.next !== null && allowed.test(this.next)) result += this.get()
    return result
  }

  getUntil(terminator: string, what: string): string {
    let result = ''
    for (;;) {
      const token = this.next
      this.#advance()
      if (token === null) {
        if (result === '') throw this.error(`missing ${what}`)
        throw this.error(`missing ${terminator}, unterminated name`, characters(result).length)
      }
      if (token === terminator) {
        if (result === '') throw this.error(`missing ${what}`, 1)
        return result
      }
      result += token
    }
  }

  /** The position of the next token. */
  tell(): number {
    return this.#index - (this.next === null ? 0 : characters(this.next).length)
  }

  seek(position: number): void {
    this.#index = position
    this.#advance()
  }

  /** An error `offset` characters before the next token. */
  error(message: string, offset = 0): RegexError {
    return new RegexError(message, this.tell() - offset)
  }
}
