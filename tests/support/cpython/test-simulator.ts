// Methods of one of CPython's test files on the simulator, in an interpreter of their own. The program is
// test-driver.py; what it imports that the simulator does not have comes from the installed tests, except for what
// is in stand-ins/: there `test.support` is written anew for a world without files and processes.

import { existsSync, readdirSync, readFileSync, statSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { Interpreter } from '../../../src/simulator/index.ts'
import { Session } from '../../../src/simulator/vm/session.ts'
import type { Compiled, Toolchain } from '../../../src/simulator/vm/toolchain.ts'
import { RecordingHost } from '../test.ts'
import { driverPath, type Ending, readEndings } from './test-files.ts'
import { testModule } from './test-module.ts'
import { runCommand } from './test-process.ts'

export interface Job {
  file: string
  names: readonly string[]
}

export interface JobEnding {
  /** How each method ended that came to an end. */
  endings: readonly (readonly [name: string, ending: Ending])[]
  /** What went wrong with the run as a whole, for the methods that did not end. */
  text: string
  /** What the audit of reference counts found; only if it was asked for. */
  audit: string[]
}

export interface SimulatorOptions {
  library: string
  /** Instructions until a test is given up. */
  instructions: number
  audit?: boolean
  /** Serve all modules of the library that the simulator does not have; for trying things out. */
  wholeLibrary?: boolean
}

const standIns = fileURLToPath(new URL('stand-ins', import.meta.url))

type FoundModule = { source: string; filename: string; isPackage: boolean }

/** Modules of the installed library that only tests import. */
const testModules = new Set(['_compat_pickle', 'doctest', 'pdb', 'pickletools', 'shlex'])

/** Stand-ins that are used although the simulator has such a module. */
const preferred = new Set(['subprocess', 'tempfile', 'errno', 'sysconfig'])

class TestHost extends RecordingHost {
  readonly #options: SimulatorOptions
  readonly #has: (name: string) => boolean

  constructor(options: SimulatorOptions, has: (name: string) => boolean) {
    super('.')
    this.#options = options
    this.#has = has
  }

  override findModule(name: string): FoundModule | null {
    const found = this.#has(name) && !preferred.has(name) ? null : findIn(standIns, name)
    if (found !== null) return found
    const isServed = name === 'test' || name.startsWith('test.') || testModules.has(name)
    if (!isServed && !this.#options.wholeLibrary) return null
    return findIn(this.#options.library, name)
  }
}

function findIn(folder: string, name: string): FoundModule | null {
  const path = name.replaceAll('.', '/')
  for (const [relative, isPackage] of [
    [`${path}/__init__.py`, true],
    [`${path}.py`, false],
  ] as const) {
    const file = join(folder, relative)
    if (!existsSync(file)) continue
    return { source: readFileSync(file, 'utf8'), filename: `/usr/lib/python3.13/${relative}`, isPackage }
  }
  // A folder of tests without an `__init__.py` is a package too.
  const isFolder = name.startsWith('test.') && existsSync(join(folder, path))
  return isFolder
    ? { source: '', filename: `/usr/lib/python3.13/${path}/__init__.py`, isPackage: true }
    : null
}

/** Compiles each module once, however many interpreters import it; and has a module for tests. */
function remember(toolchain: Toolchain, options: SimulatorOptions): Toolchain {
  const known = new Map<string, Compiled>()
  const host = new TestHost(options, (name) => Object.hasOwn(toolchain.modules, name))
  const own = testModule(
    (args, files) =>
      runCommand(args, files, remembering, (name) => host.findModule(name), options.instructions),
    (path) => {
      const file = join(options.library, path)
      return statSync(file, { throwIfNoEntry: false })?.isFile() === true
        ? readFileSync(file, 'latin1')
        : null
    },
    (path) => {
      const folder = join(options.library, path)
      return existsSync(folder) ? readdirSync(folder) : []
    },
  )
  const remembering: Toolchain = {
    ...toolchain,
    modules: { ...toolchain.modules, [own.name]: own },
    compile(source, filename, mode, flags, optimize) {
      if (!filename.startsWith('/usr/lib/')) return toolchain.compile(source, filename, mode, flags, optimize)
      const found = known.get(filename) ?? toolchain.compile(source, filename, mode, flags, optimize)
      known.set(filename, found)
      return found
    },
  }
  return remembering
}

/** Runs jobs one after the other. */
export class TestSimulator {
  readonly #options: SimulatorOptions
  readonly #toolchain: Toolchain
  readonly #driver = readFileSync(driverPath, 'utf8')

  constructor(options: SimulatorOptions) {
    this.#options = options
    const python = new Interpreter(new RecordingHost('.'))
    // Tests take the module `ctypes` for a way into C; without it they do without, or are refused.
    const { ctypes, ...modules } = python.engine.toolchain.modules
    this.#toolchain = remember({ ...python.engine.toolchain, modules }, options)
    python.close()
  }

  run({ file, names }: Job): JobEnding {
    const { modules } = this.#toolchain
    const host = new TestHost(this.#options, (module) => Object.hasOwn(modules, module))
    const audit = this.#options.audit ?? false
    const argv = ['test-driver.py', `test.${file}`, ...names]
    const session = new Session(host, this.#toolchain, { argv, debug: audit, limits: { heapBytes: 1 << 29 } })
    session.startProgram(this.#driver, 'test-driver.py')
    let left = this.#options.instructions
    for (;;) {
      const run = session.resume(1_000_000)
      left -= 1_000_000
      if (run.state === 'finished') break
      if (run.state === 'sleeping') host.sleepUntil(run.until)
      if (left <= 0)
        return { endings: [...readEndings(host.stdout)], text: 'too many instructions', audit: [] }
    }
    const problems = audit ? session.audit() : []
    if (audit) {
      session.close()
      problems.push(...session.audit().map((line) => `after exit: ${line}`))
    }
    const text = `the driver ended without a word: ${host.stderr.slice(-600)}`
    return { endings: [...readEndings(host.stdout)], text, audit: problems }
  }
}
