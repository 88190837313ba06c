// Runs Python on the simulator for the tests: a host without a screen, a virtual clock and no entropy, and `test`,
// Vitest's own with a fixture that runs a program and holds the heap to its two promises: the counts equal the
// references found after the program's last line, and nothing but immortals is left after close().

import { existsSync, readFileSync } from 'node:fs'
import { basename, dirname, join } from 'node:path'
import { type Host, Interpreter } from '../../src/simulator/index.ts'
import { formatResult, type Program } from './programs.ts'

/** A host that keeps what is written, answers end of file, and whose clock moves only by being read or slept on. */
export class RecordingHost implements Host {
  stdout = ''
  stderr = ''
  readonly #folder: string
  #clock = 1_000_000_000n
  #seed = 12345

  /** Modules beside the program are looked for in `folder`. */
  constructor(folder: string) {
    this.#folder = folder
  }

  write(stream: 'stdout' | 'stderr', text: string): void {
    if (stream === 'stdout') this.stdout += text
    else this.stderr += text
  }

  readLine(): string {
    return ''
  }

  now(): number {
    return 1_700_000_000 + Number(this.monotonic()) / 1e9
  }

  monotonic(): bigint {
    this.#clock += 1000n
    return this.#clock
  }

  entropy(): number {
    this.#seed = (Math.imul(this.#seed, 1664525) + 1013904223) >>> 0
    return this.#seed
  }

  findModule(name: string): { source: string; filename: string; isPackage: boolean } | null {
    const path = name.replaceAll('.', '/')
    for (const [filename, isPackage] of [
      [`${path}/__init__.py`, true],
      [`${path}.py`, false],
    ] as const) {
      const file = join(this.#folder, filename)
      if (existsSync(file)) return { source: readFileSync(file, 'utf8'), filename, isPackage }
    }
    return null
  }

  /** Lets virtual time pass until the given moment of `monotonic`. */
  sleepUntil(moment: bigint): void {
    if (moment > this.#clock) this.#clock = moment
  }
}

/** What running one program gave. */
export interface Run {
  /** The answer in the form of an `.out` file. */
  actual: string
  /** Broken promises of the heap; [] is as it must be. */
  heap: string[]
}

/** Runs a program as `python3 name.py` would, exit included. */
export function runProgram(program: Program): Run {
  return runSource(readFileSync(program.path, 'utf8'), basename(program.path), dirname(program.path))
}

/** The same for a program's text; modules are looked for in `folder`. Fails after `most` million instructions. */
export function runSource(
  source: string,
  filename: string,
  folder: string,
  most = Number.POSITIVE_INFINITY,
): Run {
  const host = new RecordingHost(folder)
  const python = new Interpreter(host, { debug: true, argv: [filename] })
  python.startProgram(source, filename)
  for (let slice = 0; ; slice++) {
    if (slice >= most) throw new Error(`no end within ${most} million instructions`)
    const run = python.resume(1_000_000)
    if (run.state === 'finished') break
    if (run.state === 'sleeping') host.sleepUntil(run.until)
    if (run.state === 'waiting-input') throw new Error('the program waits for input, which has ended')
  }
  const heap = python.audit().map((line) => `after the program: ${line}`)
  const exitCode = python.finalize()
  python.close()
  heap.push(...python.audit().map((line) => `after close: ${line}`))
  return { actual: formatResult({ stdout: host.stdout, stderr: host.stderr, exitCode, filename }), heap }
}
