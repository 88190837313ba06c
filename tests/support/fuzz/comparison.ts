// One program on the simulator and, where there is one, on CPython: what they disagree in.
//
// The simulator's heap is audited after the program's last line and after its exit. CPython's answers come from
// processes of their own, `python3 program.py`, because what a program sees of the collector depends on how the
// interpreter has started; a small Python program (`launcher.py`) starts them, which is cheaper than from here.

import { type ChildProcess, spawn } from 'node:child_process'
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { createInterface } from 'node:readline'
import { fileURLToPath } from 'node:url'
import { environment, type Python } from '../cpython/python.ts'
import { describeDifference, formatResult } from '../programs.ts'
import { runSource } from '../test.ts'

const filename = 'program.py'

/** A disagreement; `kind` tells whether another one is of the same sort. */
export interface Disagreement {
  kind: 'audit' | 'crash' | 'output'
  text: string
}

/** What a disagreement has in common with others that have the same cause, roughly. */
export function signature({ kind, text }: Disagreement): string {
  const lines = text.split('\n').filter((line) => /^[-+]/.test(line))
  const first = ['-', '+'].map((mark) => lines.find((line) => line.startsWith(mark)) ?? '')
  const told = lines.length > 0 ? first.join('|') : text.slice(0, 120)
  return `${kind} ${told.replace(/-?\d+|'\w+'|\b[a-z]\d*\b|0xADDR\d+/g, '#')}`
}

/** Compares programs; close it after use. */
export class Comparer {
  readonly #launcher: ChildProcess | null
  readonly #folder: string
  readonly #waiting: ((exitCode: number) => void)[] = []
  #slots = 0

  /** With null, programs run on the simulator only, for the audit. */
  constructor(python: Python | null) {
    this.#folder = mkdtempSync(join(tmpdir(), 'fuzz-'))
    if (python === null) {
      this.#launcher = null
      return
    }
    const [program = '', ...args] = python.command
    this.#launcher = spawn(program, [...args, '-S', fileURLToPath(new URL('launcher.py', import.meta.url))], {
      env: environment(0),
      stdio: ['pipe', 'pipe', 'inherit'],
    })
    createInterface({ input: this.#launcher.stdout! }).on('line', (line) =>
      this.#waiting.shift()!(Number(line)),
    )
  }

  /** What the two disagree in, or null. */
  async compare(source: string): Promise<Disagreement | null> {
    const expected = this.#launcher === null ? null : this.#ask(source)
    const found = simulate(source)
    const text = await expected
    if ('kind' in found) return found
    if (text !== null && text !== found.actual)
      return { kind: 'output', text: describeDifference(text, found.actual) }
    return null
  }

  /** CPython's answer. */
  async #ask(source: string): Promise<string> {
    const folder = join(this.#folder, String(this.#slots++ % 64))
    mkdirSync(folder, { recursive: true })
    writeFileSync(join(folder, filename), source)
    const exitCode = await new Promise<number>((resolve) => {
      this.#waiting.push(resolve)
      this.#launcher!.stdin!.write(`${folder}\n`)
    })
    const [stdout, stderr] = ['stdout', 'stderr'].map((name) => readFileSync(join(folder, name), 'utf8'))
    return formatResult({ stdout: stdout!, stderr: stderr!.replaceAll(`${folder}/`, ''), exitCode, filename })
  }

  close(): void {
    this.#launcher?.stdin?.end()
    rmSync(this.#folder, { recursive: true, force: true })
  }
}

/** The simulator's answer, or what is wrong with the simulator whatever CPython says. */
export function simulate(source: string): { actual: string } | Disagreement {
  try {
    const run = runSource(source, filename, '/', 40)
    if (run.heap.length > 0) return { kind: 'audit', text: run.heap.slice(0, 8).join('\n') }
    return run
  } catch (error) {
    const stack = error instanceof Error ? (error.stack ?? error.message) : String(error)
    return { kind: 'crash', text: stack.split('\n').slice(0, 8).join('\n') }
  }
}
