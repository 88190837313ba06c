/**
 * The world outside, as the simulator is given it. Everything that is not a function of the program's text
 * comes through here, so a run can be repeated exactly.
 */

export interface ModuleSource {
  readonly source: string
  readonly filename: string
  readonly isPackage: boolean
}

export interface Host {
  write(stream: 'stdout' | 'stderr', text: string): void
  /** One line with its newline for `input()` and `sys.stdin`; '' at end of file; null when none has arrived yet. */
  readLine(): string | null
  /** Seconds since the epoch. */
  now(): number
  /** Nanoseconds, never going back. */
  monotonic(): bigint
  /** An unpredictable unsigned 32-bit number, to seed `random`. */
  entropy(): number
  /** Source of a module beside the program, or null. */
  findModule?(name: string): ModuleSource | null
}
