/**
 * The simulator as a command, to be used like `python3`:
 *
 *     node src/cli.ts [--audit | --dis] program.py [args …]
 *     node src/cli.ts -c 'code' [args …]      node src/cli.ts - < program
 *
 * `--audit` compares all reference counts with the references that exist, after every line of the program, at
 * its end and after its exit; the first disagreement ends the run with a report and exit code 70. `--dis` prints
 * the bytecode instead of running it. Modules are looked for beside the program.
 */
import { readFileSync, readSync, writeSync } from 'node:fs'
import { basename, dirname, join } from 'node:path'
import process from 'node:process'
import { isMainThread, Worker, workerData } from 'node:worker_threads'
import {
  disassembleSource,
  type Host,
  Interpreter,
  type ModuleSource,
  PySyntaxError,
} from './simulator/index.ts'

/** Where a program gets a MemoryError: well before Node itself runs out of memory. */
const limits = { heapBytes: 2 * 2 ** 30, heapObjects: 16_000_000 } as const
const NODE_HEAP_MB = 8192

interface Command {
  readonly source: string
  readonly filename: string
  readonly folder: string
  readonly argv: readonly string[]
  readonly audit: boolean
  readonly dis: boolean
}

function readCommand(args: readonly string[]): Command {
  let audit = false
  let dis = false
  const rest = [...args]
  while (rest[0]?.startsWith('--')) {
    const option = rest.shift()
    if (option === '--audit') audit = true
    else if (option === '--dis') dis = true
    else fail(`unknown option ${option}`)
  }
  const [first, ...others] = rest
  if (first === '-c') {
    const [code, ...more] = others
    if (code === undefined) return fail('argument expected for the -c option')
    return { source: `${code}\n`, filename: '<string>', folder: '.', argv: ['-c', ...more], audit, dis }
  }
  if (first === undefined || first === '-') {
    return {
      source: readFileSync(0, 'utf8'),
      filename: '<stdin>',
      folder: '.',
      argv: [first ?? '', ...others],
      audit,
      dis,
    }
  }
  let source: string
  try {
    source = readFileSync(first, 'utf8')
  } catch {
    return fail(`can't open file '${first}': [Errno 2] No such file or directory`)
  }
  return { source, filename: first, folder: dirname(first), argv: [first, ...others], audit, dis }
}

function fail(message: string): never {
  writeSync(2, `python: ${message}\n`)
  process.exit(2)
}

/** Output in pieces of some size, for the sake of speed, in the order in which it was written. */
class Output {
  #stream = 1
  #pending = ''

  write(stream: number, text: string): void {
    if (stream !== this.#stream) this.flush()
    this.#stream = stream
    this.#pending += text
    if (this.#pending.length > 8192) this.flush()
  }

  flush(): void {
    const bytes = Buffer.from(this.#pending)
    this.#pending = ''
    let at = 0
    while (at < bytes.length) {
      try {
        at += writeSync(this.#stream, bytes, at)
      } catch (error) {
        if ((error as NodeJS.ErrnoException).code !== 'EAGAIN') throw error
      }
    }
  }
}

class Input {
  #buffer = Buffer.alloc(0)
  #isOver = false

  /** One line with its newline; '' at the end. */
  line(): string {
    for (;;) {
      const end = this.#buffer.indexOf(10)
      if (end >= 0 || this.#isOver) {
        const cut = end < 0 ? this.#buffer.length : end + 1
        const line = this.#buffer.subarray(0, cut).toString('utf8')
        this.#buffer = this.#buffer.subarray(cut)
        return line
      }
      const chunk = Buffer.alloc(4096)
      let count = 0
      try {
        count = readSync(0, chunk)
      } catch (error) {
        const { code } = error as NodeJS.ErrnoException
        if (code === 'EAGAIN') continue
        if (code !== 'EOF') throw error
      }
      if (count === 0) this.#isOver = true
      this.#buffer = Buffer.concat([this.#buffer, chunk.subarray(0, count)])
    }
  }
}

function nodeHost(folder: string, output: Output): Host {
  const input = new Input()
  return {
    write: (stream, text) => output.write(stream === 'stdout' ? 1 : 2, text),
    readLine() {
      output.flush()
      return input.line()
    },
    now: () => Date.now() / 1000,
    monotonic: () => process.hrtime.bigint(),
    entropy: () => Math.floor(Math.random() * 2 ** 32),
    findModule: (name) => findBeside(folder, name),
  }
}

/** `a.b` is a/b/__init__.py or a/b.py in the program's folder. */
function findBeside(folder: string, name: string): ModuleSource | null {
  const path = name.replaceAll('.', '/')
  for (const [relative, isPackage] of [
    [`${path}/__init__.py`, true],
    [`${path}.py`, false],
  ] as const) {
    const filename = join(folder, relative)
    try {
      return { source: readFileSync(filename, 'utf8'), filename, isPackage }
    } catch {
      // Not this one.
    }
  }
  return null
}

/** Waits, or until there is an interrupt. */
function pause(nanoseconds: bigint, interrupted: Int32Array): void {
  if (nanoseconds > 0n) Atomics.wait(interrupted, 0, 0, Number(nanoseconds / 1000n) / 1000)
}

function main(interrupted: Int32Array): number {
  const command = readCommand(process.argv.slice(2))
  const output = new Output()
  if (command.dis) return disassemble(command, output)
  const options = { debug: command.audit, argv: [...command.argv], limits }
  const python = new Interpreter(nodeHost(command.folder, output), options)
  try {
    return run(command, python, output, interrupted)
  } finally {
    output.flush()
  }
}

/** Prints the bytecode; a syntax error as one line. */
function disassemble(command: Command, output: Output): number {
  try {
    output.write(1, disassembleSource(command.source, command.filename))
  } catch (error) {
    if (!(error instanceof PySyntaxError)) throw error
    output.write(2, `${error.type}: ${error.msg} (${basename(command.filename)}, line ${error.lineno})\n`)
    return 1
  } finally {
    output.flush()
  }
  return 0
}

/** The audit after every line: the run goes instruction by instruction, and counts are compared when another line is reached. */
class LineAudit {
  #line = ''

  problems(python: Interpreter): string[] {
    const at = python.position()
    const line = at === null ? '' : `${basename(at.filename)}:${at.lineno}`
    if (line === this.#line) return []
    const before = this.#line
    this.#line = line
    return python.audit().map((problem) => `${before}: ${problem}`)
  }
}

function run(command: Command, python: Interpreter, output: Output, interrupted: Int32Array): number {
  python.startProgram(command.source, command.filename)
  const audit = command.audit ? new LineAudit() : null
  for (;;) {
    const run = python.resume(audit === null ? 1_000_000 : 1)
    if (run.state === 'finished') break
    const wrong = audit === null ? [] : audit.problems(python)
    if (wrong.length > 0) {
      output.flush()
      for (const problem of wrong) writeSync(2, `audit: ${problem}\n`)
      return 70
    }
    if (run.state === 'sleeping') {
      output.flush()
      pause(run.until - process.hrtime.bigint(), interrupted)
    }
    if (Atomics.exchange(interrupted, 0, 0) === 1) python.interrupt()
  }
  const problems = command.audit ? python.audit().map((line) => `${basename(command.filename)}: ${line}`) : []
  const exitCode = python.finalize()
  if (command.audit) {
    python.close()
    problems.push(...python.audit().map((line) => `after exit: ${line}`))
  }
  output.flush()
  for (const problem of problems) writeSync(2, `audit: ${problem}\n`)
  return problems.length > 0 ? 70 : exitCode
}

// Deep recursion of Python through TypeScript needs a deep stack, which only a thread can be given.
if (isMainThread) {
  const interrupted = new Int32Array(new SharedArrayBuffer(4))
  process.on('SIGINT', () => {
    Atomics.store(interrupted, 0, 1)
    Atomics.notify(interrupted, 0)
  })
  const worker = new Worker(new URL(import.meta.url), {
    argv: process.argv.slice(2),
    resourceLimits: { stackSizeMb: 60, maxOldGenerationSizeMb: NODE_HEAP_MB },
    workerData: interrupted,
  })
  worker.on('error', (error) => {
    process.stderr.write(`${error.stack ?? error.message}\n`)
    process.exitCode = 70
  })
  worker.on('exit', (code) => {
    process.exitCode ??= code
  })
} else process.exit(main(workerData as Int32Array))
