// Writes the tables for tests/reflect and tests/unit (text, tables, traceback) by asking a real CPython 3.13:
// `node tests/support/cpython/record-text.ts`. The questions are in the Python files beside.
// The interpreter is `python3.13`, or what the environment variable PYTHON names.

import { execFileSync } from 'node:child_process'
import { fileURLToPath } from 'node:url'

const python = process.env['PYTHON'] ?? 'python3.13'
const here = (path: string) => fileURLToPath(new URL(path, import.meta.url))

const version = execFileSync(python, ['-c', 'import sys; print(sys.version_info[:2])'], { encoding: 'utf8' })
if (version.trim() !== '(3, 13)') throw new Error(`${python} is ${version.trim()}, not CPython 3.13`)

execFileSync(python, [here('table-cases.py'), here('../../unit/tables')], { stdio: 'inherit' })
execFileSync(python, [here('text-cases.py'), here('../../unit/text')], { stdio: 'inherit' })
execFileSync(python, [here('traceback-cases.py'), here('../../unit/traceback')], { stdio: 'inherit' })
execFileSync(python, [here('api.py'), here('../../reflect/api.json')], { stdio: 'inherit' })
