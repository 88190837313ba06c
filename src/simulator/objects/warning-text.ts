/**
 * Warnings as text: place, category and message, then the source line. As `Lib/warnings.py` and
 * `show_warning` of `Python/_warnings.c`.
 */
import type { VM } from './vm.ts'

export interface WarningPlace {
  readonly filename: string
  readonly lineno: number
  /** The name of the category, such as `SyntaxWarning`. */
  readonly category: string
  readonly message: string
  /** The source line where it is given; otherwise it is looked up. */
  readonly line?: string | null
}

/** `file.py:3: SyntaxWarning: message` and the stripped line below it. */
export function formatWarning(
  vm: VM,
  { filename, lineno, category, message, line: given }: WarningPlace,
): string {
  const line = (given ?? vm.sourceLine(filename, lineno) ?? '').trim()
  return `${filename}:${lineno}: ${category}: ${message}\n${line === '' ? '' : `  ${line}\n`}`
}
