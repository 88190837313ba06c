// `npm run check`: everything that is not a test. Format, lint and layers (Biome), types (astro check reads .ts and
// .astro, svelte-check .svelte), code that nothing uses (knip). All of them run, also when one has failed.

import { fileURLToPath } from 'node:url'
import { runStep, type Step } from './command.ts'

/** Runs all checks. */
export async function check(): Promise<Step[]> {
  return [
    await runStep('format, lint, layers', 'biome', ['check', '--error-on-warnings']),
    await runStep('types (.ts, .astro)', 'astro', ['check', '--minimumFailingSeverity', 'warning']),
    await runStep('types (.svelte)', 'svelte-check', [
      '--tsconfig',
      'tests/tsconfig.svelte.json',
      '--fail-on-warnings',
    ]),
    await runStep('unused code', 'knip', ['--config', 'tests/knip.json']),
  ]
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  const steps = await check()
  console.log('')
  for (const { name, passed, seconds } of steps)
    console.log(`${passed ? 'ok    ' : 'FAILED'}  ${name} (${seconds} s)`)
  process.exitCode = steps.every((step) => step.passed) ? 0 : 1
}
