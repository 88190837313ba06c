// Finds a real CPython 3.13 and runs programs on it. In this order: `python3.13` on the path, pyenv's, uv's; else
// the WebAssembly build of the npm package `pyodide`, run as a command by pyodide-python.ts.
//
// Programs run with an environment that leaves nothing to the machine: UTF-8, no colours, no user site, no
// bytecode files, a given hash seed.

import { spawn, spawnSync } from 'node:child_process'
import {
  closeSync,
  existsSync,
  mkdtempSync,
  openSync,
  readdirSync,
  readFileSync,
  realpathSync,
  rmSync,
} from 'node:fs'
import { homedir, tmpdir } from 'node:os'
import { join } from 'node:path'
import { env, execPath } from 'node:process'
import { fileURLToPath } from 'node:url'

export interface Python {
  /** The program and its first arguments. */
  command: readonly string[]
  /** As `sys.version` begins, e.g. `3.13.0`. */
  version: string
  /** False for the WebAssembly build, whose pointers have 32 bits and whose exit differs in details. */
  native: boolean
}

/** How a process ended. With `merged`, `stdout` has both streams as they were written. */
export interface Finished {
  stdout: string
  stderr: string
  exitCode: number
}

function pyenvPythons(): string[] {
  const versions = join(env['PYENV_ROOT'] ?? join(homedir(), '.pyenv'), 'versions')
  if (!existsSync(versions)) return []
  const names = readdirSync(versions).filter((name) => /^3\.13\.\d+$/.test(name))
  return names.map((name) => join(versions, name, 'bin', 'python3.13'))
}

function uvPythons(): string[] {
  const result = spawnSync('uv', ['python', 'find', '3.13'], { encoding: 'utf8' })
  return result.status === 0 ? [result.stdout.trim()] : []
}

function versionOf(command: readonly string[]): string | null {
  const [program = '', ...args] = command
  const result = spawnSync(program, [...args, '-c', 'import sys; print(sys.version.split()[0])'], {
    encoding: 'utf8',
  })
  return result.status === 0 && result.stdout.startsWith('3.13.') ? result.stdout.trim() : null
}

/** The CPython 3.13 to record from. */
export function findPython(): Python {
  for (const program of ['python3.13', ...pyenvPythons(), ...uvPythons(), 'python3']) {
    const version = versionOf([program])
    if (version) return { command: [program], version, native: true }
  }
  const command = [execPath, fileURLToPath(new URL('pyodide-python.ts', import.meta.url))]
  return { command, version: '3.13.2 (WebAssembly)', native: false }
}

/** The environment that programs run in. */
export function environment(hashSeed: number): NodeJS.ProcessEnv {
  const kept = Object.entries(env).filter(([name]) => !name.startsWith('PYTHON'))
  return {
    ...Object.fromEntries(kept),
    LC_ALL: 'C.UTF-8',
    NO_COLOR: '1',
    PYTHONDONTWRITEBYTECODE: '1',
    PYTHONHASHSEED: String(hashSeed),
    PYTHONNOUSERSITE: '1',
    PYTHONUTF8: '1',
  }
}

export interface RunOptions {
  cwd: string
  /** Both streams into `stdout`, in the order written. */
  merged?: boolean
  hashSeed?: number
  /** Seconds until the process is ended and the run fails. */
  timeout?: number
}

/** Runs `python …args` with an empty stdin. The folder it ran in is left out of what it printed. */
export async function runPython(
  python: Python,
  args: readonly string[],
  options: RunOptions,
): Promise<Finished> {
  const cwd = realpathSync(options.cwd)
  const scratch = mkdtempSync(join(tmpdir(), 'record-'))
  const names = options.merged ? ['stdout'] : ['stdout', 'stderr']
  const files = names.map((name) => join(scratch, name))
  const descriptors = files.map((file) => openSync(file, 'w'))
  const [program = '', ...first] = python.command
  try {
    const child = spawn(program, [...first, ...args], {
      cwd,
      env: environment(options.hashSeed ?? 0),
      stdio: ['ignore', descriptors[0], descriptors.at(-1)],
      timeout: (options.timeout ?? 60) * 1000,
      killSignal: 'SIGKILL',
    })
    const exitCode = await new Promise<number>((resolve, reject) => {
      child.on('error', reject)
      child.on('close', (code, signal) => {
        if (code !== null) resolve(code)
        else
          reject(
            new Error(
              `${args.at(-1)}: ended by ${signal} (a crash, or more than ${options.timeout ?? 60} s)`,
            ),
          )
      })
    })
    const [stdout = '', stderr = ''] = files.map((file) =>
      readFileSync(file, 'utf8').replaceAll(`${cwd}/`, ''),
    )
    return { stdout, stderr, exitCode }
  } finally {
    for (const descriptor of descriptors) closeSync(descriptor)
    rmSync(scratch, { recursive: true })
  }
}
