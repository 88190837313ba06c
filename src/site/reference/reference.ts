// What the reference page says: what is simulated, what CPython 3.13 has besides, and what differs. Everything comes
// from the running simulator (survey.ts), from its instruction table, and from what the tests recorded of CPython, so
// the page cannot be out of date. One of two files of the site that look behind the notebook, at build time only; the
// other is `heap-figure.ts`.

import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { cwd } from 'node:process'
import { opcodes } from '../../simulator/bytecode/opcodes.ts'
import { type Host, Interpreter } from '../../simulator/index.ts'
import { moduleTable } from '../../simulator/modules/index.ts'
import { stdlibModuleNames } from '../../simulator/objects/stdlib-names.ts'
import { surveySource } from './survey.ts'

export interface Member {
  name: string
  kind: 'attribute' | 'class' | 'function' | 'data'
  /** With its parentheses; '' where there is none. */
  signature: string
  /** One paragraph of plain text, or ''. */
  doc: string
}

export interface Section {
  name: string
  doc: string
  members: Member[]
  /** Names that CPython 3.13 has here and the simulator does not. */
  absent: string[]
}

export interface Reference {
  functions: Member[]
  types: Section[]
  modules: Section[]
  /** Modules that exist here only. */
  additions: Section[]
  /** Standard modules that cannot be imported. */
  absentModules: string[]
  /** What a program may see otherwise than on CPython, one sentence each. */
  differences: string[]
  instructions: { name: string; effect: string; doc: string }[]
}

interface Survey {
  functions: Member[]
  types: Omit<Section, 'absent'>[]
  modules: Omit<Section, 'absent'>[]
}

// The site is built from the project's folder; bundled, this file no longer stands where it was written.
const tests = join(cwd(), 'tests')

function readJson(...path: string[]): unknown {
  return JSON.parse(readFileSync(join(tests, ...path), 'utf8'))
}

/** Runs the survey; an exception in it is an error of the build. */
function survey(modules: readonly string[]): Survey {
  const written = { stdout: '', stderr: '' }
  const host: Host = {
    write: (stream, text) => {
      written[stream] += text
    },
    readLine: () => '',
    now: () => 0,
    monotonic: () => 0n,
    entropy: () => 0,
  }
  const python = new Interpreter(host)
  python.startProgram(`MODULES = ${JSON.stringify(modules)}\n${surveySource}`, 'survey.py')
  const { exitCode } = python.runToEnd()
  if (exitCode !== 0) throw new Error(`the survey of the simulator failed:\n${written.stderr}`)
  const found = JSON.parse(written.stdout) as Survey
  python.close()
  return found
}

/** The sentence after `# Unlike CPython:` of each program that records a difference. */
function readDifferences(): string[] {
  const folder = join(tests, 'programs', 'differences')
  return readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .filter((name) => name.endsWith('.py'))
    .sort()
    .map((name) => {
      const comment: string[] = []
      for (const line of readFileSync(join(folder, name), 'utf8').split('\n')) {
        if (!line.startsWith('#')) break
        comment.push(line.replace(/^#\s*/, ''))
      }
      const text = comment.join(' ').replace(/^Unlike CPython:\s*/, '')
      return text.charAt(0).toUpperCase() + text.slice(1)
    })
}

/** Of a package's parts only those that a program names: `collections.abc`, not `json.decoder`. */
const publicParts = new Set(['collections.abc', 'os.path', 'unittest.mock', 'importlib.util'])

function isPublic(name: string): boolean {
  return !name.startsWith('_') && (!name.includes('.') || publicParts.has(name))
}

export function readReference(): Reference {
  const native = readJson('reflect', 'modules.json') as Record<string, string>
  const absentMembers = readJson('reflect', 'absent.json') as Record<string, string[]>
  const names = Object.keys(moduleTable).filter((name) => isPublic(name) && name !== 'builtins')
  const { functions, types, modules } = survey(names.sort())
  const withAbsent = (section: Omit<Section, 'absent'>): Section => {
    const here = new Set(section.members.map((member) => member.name))
    const theirs = (native[section.name] ?? '').split(' ').filter((name) => name !== '')
    return { ...section, absent: theirs.filter((name) => !here.has(name)) }
  }
  const known = new Set(names)
  return {
    functions,
    types: types.map((type) => ({ ...type, absent: absentMembers[type.name] ?? [] })),
    modules: modules.filter(({ name }) => native[name] !== undefined).map(withAbsent),
    additions: modules
      .filter(({ name }) => native[name] === undefined)
      .map((section) => ({ ...section, absent: [] })),
    absentModules: stdlibModuleNames.filter(
      (name) => isPublic(name) && !known.has(name) && name !== 'builtins',
    ),
    differences: readDifferences(),
    instructions: Object.entries(opcodes).map(([name, { effect, doc }]) => ({ name, effect, doc })),
  }
}
