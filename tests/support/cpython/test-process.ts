// "Processes" of tests: a second interpreter beside the first, in the same process of Node, which runs a program
// to its end and gives what it wrote. Command lines are read as `python3` reads them, as far as tests use them.

import { Session } from '../../../src/simulator/vm/session.ts'
import type { Toolchain } from '../../../src/simulator/vm/toolchain.ts'
import { RecordingHost } from '../test.ts'

/** The contents of the files that a test has made, by path. */
export type Files = ReadonlyMap<string, string>

export interface ProcessResult {
  exitCode: number
  stdout: string
  stderr: string
}

type FoundModule = { source: string; filename: string; isPackage: boolean }

/** Where modules come from that the simulator does not have. */
export type FindModule = (name: string) => FoundModule | null

interface CommandLine {
  source: string
  filename: string
  argv: string[]
  warnings: string[]
}

/** Options without a meaning here. */
const ignored = /^-([IEsSBqu]+|X.*)$/

/** What a command line asks for, or null if it asks for more than there is. */
export function readCommandLine(args: readonly string[], files: Files): CommandLine | null {
  const warnings: string[] = []
  for (let i = 0; i < args.length; i++) {
    const arg = args[i]!
    const rest = args.slice(i + 1)
    if (arg === '-c')
      return { source: rest[0] ?? '', filename: '<string>', argv: ['-c', ...rest.slice(1)], warnings }
    if (arg === '-X') i++
    else if (arg.startsWith('-W')) warnings.push(arg.length > 2 ? arg.slice(2) : (args[++i] ?? ''))
    else if (!arg.startsWith('-')) {
      const source = files.get(arg)
      return source === undefined ? null : { source, filename: arg, argv: args.slice(i), warnings }
    } else if (!ignored.test(arg)) return null
  }
  return null
}

/** A statement that does what the option -W does: an action, perhaps shortened, message, category. */
function filterFor(option: string): string {
  const [given = '', message = '', category = ''] = option.split(':')
  const action = ['default', 'error', 'ignore', 'always', 'module', 'once'].find((each) =>
    each.startsWith(given),
  )
  return `warnings.filterwarnings(${JSON.stringify(action)}, ${JSON.stringify(message)}, ${category || 'Warning'})`
}

class ProcessHost extends RecordingHost {
  readonly #find: FindModule
  readonly #files: Files

  constructor(find: FindModule, files: Files) {
    super('.')
    this.#find = find
    this.#files = files
  }

  override findModule(name: string): FoundModule | null {
    const path = name.replaceAll('.', '/')
    for (const [filename, source] of this.#files) {
      for (const [ending, isPackage] of [
        [`${path}/__init__.py`, true],
        [`${path}.py`, false],
      ] as const) {
        if (filename === ending || filename.endsWith(`/${ending}`)) return { source, filename, isPackage }
      }
    }
    return this.#find(name)
  }
}

/** Runs a command line to its end; null if it cannot be run here. */
export function runCommand(
  args: readonly string[],
  files: Files,
  toolchain: Toolchain,
  find: FindModule,
  instructions: number,
): ProcessResult | null {
  const command = readCommandLine(args, files)
  if (command === null) return null
  const host = new ProcessHost(find, files)
  const session = new Session(host, toolchain, { argv: command.argv, limits: { heapBytes: 1 << 29 } })
  const run = (): void => {
    for (let left = instructions; ; left -= 1_000_000) {
      const state = session.resume(1_000_000)
      if (state.state === 'finished') return
      if (state.state === 'sleeping') host.sleepUntil(state.until)
      if (left <= 0) throw new Error('a process of the test runs too many instructions')
    }
  }
  if (command.warnings.length > 0) {
    session.startCell(
      `import warnings\n${command.warnings.map(filterFor).join('\n')}\ndel warnings`,
      '<options>',
    )
    run()
  }
  session.startProgram(command.source, command.filename)
  run()
  const exitCode = session.finalize()
  session.close()
  return { exitCode, stdout: host.stdout, stderr: host.stderr }
}
