// Runs the example that the documentation of src/simulator/index.ts shows, as it stands there.

import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { stripTypeScriptTypes } from 'node:module'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { expect, test } from 'vitest'

const face = new URL('../../../src/simulator/index.ts', import.meta.url)

test('the documented example prints what its text says', async () => {
  const source = readFileSync(face, 'utf8')
  const lines = /```ts\n([\s\S]*?)```/
    .exec(source)![1]!
    .split('\n')
    .map((line) => line.replace(/^ \* ?/, ''))
  const typed = `${lines.join('\n')}\nexport { exitCode, printed }\n`
  const code = stripTypeScriptTypes(typed).replace("'./index.ts'", `'${face.href}'`)
  const folder = mkdtempSync(join(tmpdir(), 'example-'))
  try {
    const file = join(folder, 'example.mjs')
    writeFileSync(file, code)
    const { exitCode, printed } = await import(/* @vite-ignore */ pathToFileURL(file).href)
    expect({ exitCode, printed }).toEqual({ exitCode: 0, printed: '3\n' })
  } finally {
    rmSync(folder, { recursive: true })
  }
})
