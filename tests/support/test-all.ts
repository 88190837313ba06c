// `npm test`: the checks, the tests without a browser, the build, the tests in a browser; all of them, also when
// one has failed. Ends with one line that counts checks and tests together: `N passed, N failed`. The line is left
// in test-results/summary.txt too.

import { mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { check } from './check.ts'
import { root, runStep, type Step } from './command.ts'

interface Count {
  passed: number
  failed: number
}

const results = join(root, 'test-results')

function countSteps(steps: readonly Step[]): Count {
  const passed = steps.filter((step) => step.passed).length
  return { passed, failed: steps.length - passed }
}

/** The counts in the report that `step` wrote; a report that is missing or all green after a failure counts as one. */
function countReport(step: Step, file: string, read: (report: Record<string, unknown>) => Count): Count {
  let count: Count = { passed: 0, failed: 0 }
  try {
    count = read(JSON.parse(readFileSync(join(results, file), 'utf8')))
  } catch {
    console.error(`${step.name}: no report`)
    return { passed: 0, failed: 1 }
  }
  return step.passed || count.failed > 0 ? count : { passed: count.passed, failed: 1 }
}

async function testWithoutBrowser(): Promise<Count> {
  const step = await runStep('tests', 'vitest', [
    'run',
    '--config=tests/vitest.config.ts',
    '--reporter=dot',
    '--reporter=json',
    '--outputFile.json=test-results/vitest.json',
  ])
  return countReport(step, 'vitest.json', (report) => ({
    passed: Number(report['numPassedTests']),
    failed: Number(report['numFailedTests']),
  }))
}

async function testInBrowser(): Promise<Count> {
  const step = await runStep('tests in a browser', 'playwright', [
    'test',
    '--config=tests/playwright.config.ts',
  ])
  return countReport(step, 'playwright.json', (report) => {
    const stats = report['stats'] as { expected: number; flaky: number; unexpected: number }
    return { passed: stats.expected + stats.flaky, failed: stats.unexpected }
  })
}

rmSync(results, { recursive: true, force: true })
mkdirSync(results)
const counts = [countSteps(await check()), await testWithoutBrowser()]
const build = await runStep('build', 'astro', ['build'])
counts.push(countSteps([build]))
if (build.passed) counts.push(await testInBrowser())

const passed = counts.reduce((sum, count) => sum + count.passed, 0)
const failed = counts.reduce((sum, count) => sum + count.failed, 0)
const summary = `${passed} passed, ${failed} failed`
writeFileSync(join(results, 'summary.txt'), `${summary}\n`)
console.log(`\n${summary}`)
process.exitCode = failed === 0 ? 0 : 1
