// The tests that need no browser: simulator, kernel, notebook state, fence plugin, lessons.
// `vitest run --config tests/vitest.config.ts [path]`; the browser tests have their own playwright.config.ts.

import { fileURLToPath } from 'node:url'
import { defineConfig } from 'vitest/config'

export default defineConfig({
  root: fileURLToPath(new URL('../', import.meta.url)),
  test: {
    environment: 'node',
    include: ['tests/**/*.test.ts'],
    // A chain of a million objects takes its time on a busy machine.
    testTimeout: 120_000,
    // Recursion of Python through TypeScript needs the stack that the command line also gets.
    pool: 'forks',
    execArgv: ['--stack-size=6000'],
  },
})
