// `npm run cpython-tests -- [file …]`: CPython's own tests on the simulator, a method at a time.
//
//     run-tests.ts [--jobs N] [--seconds N] [--instructions N] [--only TEXT] [--verbose] [--audit] [--figures] [--lines] [file …]
//
// Files are named as `test_gc`; without names all of test-files.ts are run. Prints for each file how many methods
// passed, failed and were refused, beside the number that pass on CPython itself; and each method whose end is not
// what tests/cpython/expected.json says. `--only` runs the methods whose name has this in it, `--verbose` prints
// tracebacks, `--audit` compares reference counts after each method, `--figures` writes tests/cpython/figures.md,
// `--lines` prints what differs as lines for expected.json, whose reasons are then to be written by hand. Exit code 1 if anything is unexpected.

import { availableParallelism } from 'node:os'
import { parseArgs } from 'node:util'
import { readExpected, unexpected } from './expected-tests.ts'
import { writeFigures } from './figures.ts'
import { type Ending, findInstallation, runNatively, testFiles } from './test-files.ts'
import { runTests } from './test-pool.ts'

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: {
    jobs: { type: 'string', default: String(Math.min(4, availableParallelism())) },
    seconds: { type: 'string', default: '30' },
    instructions: { type: 'string', default: '200000000' },
    only: { type: 'string', default: '' },
    verbose: { type: 'boolean', default: false },
    audit: { type: 'boolean', default: false },
    figures: { type: 'boolean', default: false },
    lines: { type: 'boolean', default: false },
    'whole-library': { type: 'boolean', default: false },
  },
})

const installation = findInstallation()
if (installation === null) {
  console.log('No CPython 3.13 with its tests (Lib/test) is installed: there is nothing to run.')
} else {
  console.log(`tests of CPython ${installation.python.version}`)
  const expected = readExpected()
  let isAsExpected = true
  for (const file of positionals.length > 0 ? positionals : testFiles) {
    const native = await runNatively(installation, file)
    const names = [...native.keys()].filter((name) => name.includes(values.only))
    const endings = new Map<string, Ending>()
    const options = {
      library: installation.library,
      jobs: Number(values.jobs),
      seconds: Number(values.seconds),
      instructions: Number(values.instructions),
      audit: values.audit,
      wholeLibrary: values['whole-library'],
      together: 16,
    }
    await runTests(file, names, options, (name, ending, seconds, audit) => {
      endings.set(name, ending)
      if (seconds > 5) console.log(`  ${name}: ${seconds.toFixed(1)} s`)
      for (const problem of audit) console.log(`  ${name}: audit: ${problem}`)
    })
    const count = (of: Map<string, Ending>, outcome: string) =>
      names.filter((name) => of.get(name)?.outcome === outcome).length
    const figures = ['passed', 'failed', 'refused'].map((outcome) => `${count(endings, outcome)} ${outcome}`)
    console.log(`${file}: ${figures.join(', ')}; on CPython ${count(native, 'passed')} passed`)
    if (values.figures && values.only === '') writeFigures(file, expected[file] ?? {}, native, endings)
    const problems = unexpected(expected[file] ?? {}, native, endings)
    if (problems.length > 0) isAsExpected = false
    if (values.lines) {
      for (const { name, words } of problems)
        console.log(`    ${JSON.stringify(name)}: ${JSON.stringify(words)},`)
      continue
    }
    for (const [words, all] of Map.groupBy(problems, (problem) => problem.words)) {
      console.log(`  ${words}: ${all.map((problem) => problem.name).join(' ')}`)
      const [first] = all
      const text = endings.get(first!.name)?.text ?? ''
      if (values.verbose) console.log(text.replaceAll(/^/gm, '    '))
    }
  }
  process.exitCode = isAsExpected ? 0 : 1
}
