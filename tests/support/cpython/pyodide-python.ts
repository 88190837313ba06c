// CPython 3.13 compiled to WebAssembly (the npm package `pyodide`), run as the command `python` is: a whole
// process from start to `atexit` and finalization. For machines without a CPython 3.13 of their own.
//
//     node tests/support/cpython/pyodide-python.ts [options] program.py
//
// The program sees the current folder, and those of files that are named by their whole path.

import { writeSync } from 'node:fs'
import { dirname, isAbsolute } from 'node:path'
import { argv, cwd, exit } from 'node:process'
import { loadPyodide } from 'pyodide'

interface Runtime {
  /** Runs the command line and finalizes; returns the exit code. */
  _Py_RunMain(): number
}

/** All of `bytes`, also where a pipe takes a part of them only. */
function writeAll(fd: number, bytes: Uint8Array): number {
  for (let done = 0; done < bytes.length; ) done += writeSync(fd, bytes, done)
  return bytes.length
}

// The interpreter makes the program's path absolute while it loads: its home has to be this folder by then.
const python = await loadPyodide({ args: argv.slice(2), env: { HOME: cwd(), PYTHONINSPECT: '' } })
python.setStdin({ stdin: () => null })
python.setStdout({ write: (bytes) => writeAll(1, bytes) })
python.setStderr({ write: (bytes) => writeAll(2, bytes) })
const folders = argv
  .slice(2)
  .filter((argument) => isAbsolute(argument))
  .map(dirname)
for (const folder of new Set([...folders, cwd()])) python.mountNodeFS(folder, folder)
python.FS.chdir(cwd())
try {
  exit((python as unknown as { _module: Runtime })._module._Py_RunMain())
} catch (error) {
  // sys.exit() ends the WebAssembly program by throwing its exit code.
  exit((error as { status?: number }).status ?? 70)
}
