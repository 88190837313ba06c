// Random programs: a plan, which fast-check makes and shrinks, and the tree of statements that a plan stands for.
//
// A plan is lists of seeds, one for each class, function and statement: a shorter plan is a shorter program, in which
// what is left refers to what there still is. Finer shrinking is done on the tree (`tree.ts`).

import fc from 'fast-check'
import { makeClass } from './classes.ts'
import { collectorStatements } from './collections.ts'
import { containerStatements } from './containers.ts'
import { controlStatements } from './control.ts'
import { functionStatements, makeFunction } from './functions.ts'
import { Maker, type Weighted } from './maker.ts'
import { objectStatements } from './objects.ts'
import { Random } from './random.ts'
import { renderProgram, type Statement } from './tree.ts'
import { weakStatements } from './weak-references.ts'

/** Seeds of the parts of a program. */
export interface Plan {
  classes: number[]
  functions: number[]
  statements: number[]
  /** How the topics are weighted, how the program begins and ends. */
  style: number
}

const seed = fc.noShrink(fc.integer({ min: 0, max: 0xffff_ffff }))

/** Plans of programs with at most `size` statements in the module, not counting blocks. */
export function planArbitrary(size: number): fc.Arbitrary<Plan> {
  const seeds = (minLength: number, maxLength: number) =>
    fc.array(seed, { minLength, maxLength, size: 'max' })
  return fc.record({ classes: seeds(0, 3), functions: seeds(0, 3), statements: seeds(1, size), style: seed })
}

/** The plan of the program with that number: always the same one. */
export function planOf(number: number, size: number): Plan {
  return fc.sample(planArbitrary(size), { seed: number, numRuns: 1 })[0]!
}

const topics: readonly (readonly Weighted[])[] = [
  objectStatements,
  containerStatements,
  weakStatements,
  collectorStatements,
  functionStatements,
  controlStatements,
]

/** All makers, each topic with the share that the style gives it. */
function weightedTopics(random: Random): Weighted[] {
  return topics.flatMap((topic) => {
    const share = random.pick([1, 2, 3, 5])
    return topic.map(([weight, maker]) => [weight * share, maker] as const)
  })
}

/** Prints something about what there is. */
function observe(maker: Maker): void {
  const name = maker.find('object', 'list', 'dict', 'generator', 'function')
  maker.random.weighted<() => void>([
    [name === null ? 0 : 6, () => maker.print(`sys.getrefcount(${name?.name})`)],
    [3, () => maker.print('gc.collect()')],
    [name === null ? 0 : 1, () => maker.print(`[type(x).__name__ for x in gc.get_referrers(${name?.name})]`)],
  ])()
}

/** How a program ends. */
function finish(maker: Maker, random: Random): void {
  random.weighted<() => void>([
    [20, () => {}],
    [4, () => maker.print("'end'", 'len(kept)')],
    [3, () => maker.print('gc.collect()')],
    [2, () => maker.emit(`raise ValueError(${maker.label()})`)],
    [1, () => maker.emit('sys.exit(3)')],
    [1, () => maker.emit("import atexit; atexit.register(print, 'exiting', len(kept))")],
    [1, () => maker.emit('del sys, gc')],
    [1, () => maker.emit('kept.clear()')],
  ])()
}

/** Modules that take their time to import, and in how many of a hundred programs they may be. */
const costly: readonly (readonly [string, number])[] = [
  ['weakref', 65],
  ['collections', 25],
  ['functools', 20],
  ['copy', 20],
  ['contextlib', 6],
]

/** The program that a plan stands for. */
export function makeProgram(plan: Plan): Statement[] {
  const style = new Random(plan.style)
  const statements = weightedTopics(style)
  const maker = new Maker(style, () => statements)
  maker.hasCollected = style.chance(85)
  maker.mayCompile = plan.style % 3 === 0
  for (const [module, percent] of costly) if (!style.chance(percent)) maker.avoided.add(module)
  const body = maker.collect(() => {
    if (style.chance(25)) maker.emit('gc.disable()')
    for (const each of plan.classes) maker.seeded(each, () => makeClass(maker))
    for (const each of plan.functions) maker.seeded(each, () => makeFunction(maker))
    for (const each of plan.statements)
      maker.seeded(each, () => {
        maker.statements(1)
        if (maker.random.chance(30)) observe(maker)
      })
    maker.seeded(plan.style, () => finish(maker, style))
  })
  const text = renderProgram(body)
  // The first finalizer imports it.
  if (maker.modules.has('weakref')) maker.use('atexit')
  const head: Statement[] = [`import ${[...maker.modules].join(', ')}`]
  // The stream gathers what is printed in a list, which it makes at the second piece; so it is made before anything is
  // counted. What imports leave to the first collection depends on when the collector last ran while they did.
  if (maker.hasCollected || maker.modules.size > 2) head.push('print()', 'print()', 'gc.collect()')
  if (/\bkept\b/.test(text)) head.push('kept = []')
  if (/\bprint_reference\b/.test(text))
    head.push({ clauses: [{ head: 'def print_reference(ref)', body: ["print('gone', ref() is None)"] }] })
  return [...head, ...body]
}

/**
 * The same program telling the collector's count after each statement of the module, which shows where the first
 * allocation too many is made. Unchanged where counts cannot be compared: before a collection has emptied the free
 * lists, and where source text is compiled.
 */
export function withCounts(program: readonly Statement[]): Statement[] {
  const start = program.indexOf('gc.collect()') + 1
  if (start === 0 || /\b(exec|eval)\(|import atexit;/.test(renderProgram(program))) return [...program]
  const told = program.slice(start).flatMap((statement) => [statement, 'show(count()[0])'])
  return [...program.slice(0, start), 'show, count = print, gc.get_count', ...told]
}
