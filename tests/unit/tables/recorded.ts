// The recorded sequences in this folder, one a line. The environment variable TABLE_CASES names a folder with other,
// larger ones to run instead.

import { readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'

const folder = process.env['TABLE_CASES'] ?? fileURLToPath(new URL('.', import.meta.url))

export function readSequences<Step>(name: string): Step[][] {
  const lines = readFileSync(`${folder}/${name}.jsonl`, 'utf8').trimEnd().split('\n')
  return lines.map((line) => JSON.parse(line) as Step[])
}
