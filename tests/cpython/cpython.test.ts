// CPython's own tests of weak references, of the collector and of finalization, on the simulator: each method that
// passes on CPython passes here too, but for those that expected.json names with a reason. The other files are run
// by `npm run cpython-tests`. Skipped where no CPython 3.13 with its tests is installed.

import { availableParallelism } from 'node:os'
import { describe, expect, test } from 'vitest'
import { readExpected, unexpected } from '../support/cpython/expected-tests.ts'
import {
  coreFiles,
  type Ending,
  findInstallation,
  runNatively,
  testFiles,
} from '../support/cpython/test-files.ts'
import { runTests } from '../support/cpython/test-pool.ts'

const installation = findInstallation()
if (installation === null) console.warn('No CPython 3.13 with its tests is installed: they are not run.')

const expected = readExpected()

describe.skipIf(installation === null)('methods of CPython’s tests end as expected', () => {
  test.each(coreFiles)(
    '%s',
    async (file) => {
      if (installation === null) return
      const native = await runNatively(installation, file)
      const endings = new Map<string, Ending>()
      const limits = { seconds: 60, instructions: 200_000_000, together: 16 }
      const options = { library: installation.library, jobs: Math.min(2, availableParallelism()), ...limits }
      await runTests(file, [...native.keys()], options, (name, ending) => endings.set(name, ending))
      expect(endings.size).toBe(native.size)
      expect(unexpected(expected[file] ?? {}, native, endings)).toEqual([])
    },
    600_000,
  )
})

test('the list names files that are run, and gives a reason for each method', () => {
  for (const [file, reasons] of Object.entries(expected)) {
    expect(testFiles).toContain(file)
    for (const reason of Object.values(reasons)) expect(reason).not.toBe('')
  }
})
