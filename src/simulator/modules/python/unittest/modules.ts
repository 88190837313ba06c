/** The modules of the package `unittest`: name and source of each. */
import { asyncCaseSource } from './async-case.ts'
import { caseSource } from './case.ts'
import { loaderSource, patternsSource } from './loader.ts'
import { mainSource, unittestSource } from './main.ts'
import { mockSource } from './mock.ts'
import { resultSource, suiteSource } from './result.ts'
import { runnerSource, signalsSource } from './runner.ts'
import { utilSource } from './util.ts'

export const unittestSources: Readonly<Record<string, string>> = {
  unittest: unittestSource,
  'unittest.async_case': asyncCaseSource,
  'unittest.case': caseSource,
  'unittest.loader': loaderSource,
  'unittest.main': mainSource,
  'unittest.mock': mockSource,
  'unittest.patterns': patternsSource,
  'unittest.result': resultSource,
  'unittest.runner': runnerSource,
  'unittest.signals': signalsSource,
  'unittest.suite': suiteSource,
  'unittest.util': utilSource,
}
