// The layers hold because the linter finds what breaks them: violations are planted beside imports that are
// allowed, in a folder with the project's own biome.json, and the linter must tell one from the other.

import { spawnSync } from 'node:child_process'
import { copyFileSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { afterAll, expect, test } from 'vitest'

const root = fileURLToPath(new URL('../../', import.meta.url))
const folder = mkdtempSync(join(tmpdir(), 'layers-'))

afterAll(() => rmSync(folder, { recursive: true }))

interface Plant {
  file: string
  source: string
  /** The rule that must report it; null where it is allowed. */
  rule: string | null
}

const imports = 'lint/style/noRestrictedImports'
const globals = 'lint/style/noRestrictedGlobals'
const cycles = 'lint/suspicious/noImportCycles'

const load = (path: string) => `import { thing } from '${path}'\nthing()\n`
const loadType = (path: string) =>
  `import type { Thing } from '${path}'\nexport const thing: Thing | null = null\n`

const plants: Plant[] = [
  { file: 'src/simulator/syntax/a.ts', source: load('../bytecode/code.ts'), rule: imports },
  { file: 'src/simulator/syntax/parser/b.ts', source: load('../../heap/object.ts'), rule: imports },
  { file: 'src/simulator/syntax/parser/c.ts', source: load('../tokens.ts'), rule: null },
  { file: 'src/simulator/heap/a.ts', source: loadType('../objects/vm.ts'), rule: imports },
  { file: 'src/simulator/compiler/a.ts', source: load('../objects/int.ts'), rule: imports },
  { file: 'src/simulator/compiler/codegen/b.ts', source: load('../../syntax/ast.ts'), rule: null },
  { file: 'src/simulator/objects/a.ts', source: loadType('../vm/frame.ts'), rule: imports },
  { file: 'src/simulator/objects/b.ts', source: load('./vm.ts'), rule: null },
  { file: 'src/simulator/objects/str/c.ts', source: load('../vm.ts'), rule: null },
  { file: 'src/simulator/objects/d.ts', source: load('../syntax/ast.ts'), rule: imports },
  { file: 'src/simulator/vm/a.ts', source: load('../compiler/compile.ts'), rule: imports },
  { file: 'src/simulator/vm/instructions/b.ts', source: load('../../objects/list.ts'), rule: null },
  { file: 'src/simulator/vm/c.ts', source: load('../modules/index.ts'), rule: imports },
  { file: 'src/simulator/modules/a.ts', source: load('../vm/interpreter.ts'), rule: null },
  { file: 'src/simulator/modules/b.ts', source: load('../syntax/ast.ts'), rule: imports },
  { file: 'src/simulator/inspect/a.ts', source: load('../vm/frame.ts'), rule: imports },
  { file: 'src/simulator/vm/d.ts', source: loadType('../../kernel/protocol.ts'), rule: imports },
  { file: 'src/simulator/objects/e.ts', source: load('node:fs'), rule: imports },
  { file: 'src/simulator/objects/f.ts', source: load('shiki'), rule: imports },
  { file: 'src/simulator/modules/c.ts', source: 'export const now = () => Date.now()\n', rule: globals },
  { file: 'src/simulator/objects/g.ts', source: "console.log('x')\n", rule: globals },
  { file: 'src/simulator/objects/h.ts', source: 'export const roll = () => Math.random()\n', rule: 'plugin' },
  {
    file: 'src/simulator/objects/i.ts',
    source: 'export const root = (x: number) => Math.sqrt(x)\n',
    rule: null,
  },
  { file: 'src/kernel/a.ts', source: load('../simulator/index.ts'), rule: null },
  { file: 'src/kernel/b.ts', source: load('../simulator/vm/frame.ts'), rule: imports },
  { file: 'src/kernel/c.ts', source: loadType('../notebook/state.ts'), rule: imports },
  { file: 'src/notebook/a.ts', source: load('../kernel/client.ts'), rule: null },
  { file: 'src/notebook/b.ts', source: load('../kernel/session.ts'), rule: imports },
  { file: 'src/notebook/c.ts', source: load('../simulator/index.ts'), rule: imports },
  { file: 'src/notebook/d.ts', source: load('./heap/model.ts'), rule: null },
  {
    file: 'src/notebook/E.svelte',
    source: `<script lang="ts">\n${loadType('../simulator/index.ts')}</script>\n<p>{thing}</p>\n`,
    rule: imports,
  },
  { file: 'src/site/F.astro', source: `---\n${load('../kernel/session.ts')}---\n<p></p>\n`, rule: imports },
  {
    file: 'src/site/prose/G.astro',
    source: `---\n${load('../../notebook/Cell.svelte')}---\n<p></p>\n`,
    rule: null,
  },
  { file: 'src/pages/h.ts', source: load('../simulator/index.ts'), rule: imports },
  {
    file: 'src/notebook/round.ts',
    source: "import { b } from './trip.ts'\nexport const a = () => b\n",
    rule: cycles,
  },
  {
    file: 'src/notebook/trip.ts',
    source: "import { a } from './round.ts'\nexport const b = () => a\n",
    rule: cycles,
  },
]

/** The categories that the linter reports, by file. */
function lint(): Map<string, Set<string>> {
  for (const name of ['biome.json', '.gitignore']) copyFileSync(join(root, name), join(folder, name))
  mkdirSync(join(folder, 'tests/lint'), { recursive: true })
  copyFileSync(join(root, 'tests/lint/math-random.grit'), join(folder, 'tests/lint/math-random.grit'))
  for (const { file, source } of plants) {
    mkdirSync(dirname(join(folder, file)), { recursive: true })
    writeFileSync(join(folder, file), source)
  }
  const biome = join(root, 'node_modules/@biomejs/biome/bin/biome')
  const args = [biome, 'lint', '--reporter=json', '--max-diagnostics=none', 'src']
  const result = spawnSync(process.execPath, args, { cwd: folder, encoding: 'utf8' })
  const report: { diagnostics: { category: string; location: { path: string | { file: string } } }[] } =
    JSON.parse(result.stdout)
  const found = new Map<string, Set<string>>()
  for (const { category, location } of report.diagnostics) {
    const file = typeof location.path === 'string' ? location.path : location.path.file
    found.set(file, (found.get(file) ?? new Set()).add(category))
  }
  return found
}

const found = lint()

test.each(plants)('$file: $rule', ({ file, rule }) => {
  const categories = [...(found.get(file) ?? [])].filter((name) =>
    [imports, globals, cycles, 'plugin'].includes(name),
  )
  expect(categories).toEqual(rule === null ? [] : [rule])
})
