/**
 * How many containers an import leaves in CPython 3.13, which decides when the collector runs next and so what a
 * first `gc.collect()` still finds. A module written here has other functions inside; its import counts like the
 * original all the same. Measured without what the module imports itself; other modules count what they make.
 */
import type { Engine } from './interpreter.ts'

const sizes: Readonly<Record<string, number>> = {
  // Imported while CPython starts: they are old when the program begins.
  abc: 0,
  _abc: 0,
  _collections_abc: 0,
  _weakref: 0,
  _thread: 0,
  _warnings: 0,
  _io: 0,
  io: 0,
  os: 0,
  stat: 0,
  codecs: 0,
  time: 0,
  site: 0,
  __future__: 47,
  _bisect: 16,
  _collections: 93,
  _functools: 50,
  _heapq: 23,
  _operator: 99,
  _random: 12,
  _typing: 3,
  atexit: 7,
  bisect: 15,
  'collections.abc': 4,
  collections: 700,
  contextlib: 350,
  contextvars: 15,
  copy: 41,
  copyreg: 25,
  dataclasses: 4100,
  difflib: 247,
  enum: 650,
  functools: 285,
  heapq: 40,
  importlib: 18,
  itertools: 245,
  json: 20,
  'json.decoder': 163,
  'json.encoder': 93,
  keyword: 17,
  logging: 753,
  math: 60,
  numbers: 239,
  operator: 154,
  queue: 114,
  random: 255,
  re: 764,
  reprlib: 55,
  string: 150,
  textwrap: 230,
  threading: 440,
  timeit: 53,
  traceback: 700,
  types: 90,
  typing: 1544,
  _weakrefset: 110,
  warnings: 160,
  weakref: 290,
}

/** The imports under way. */
export interface ImportMeter {
  /** What imports that this one asked for have counted. */
  nested: number
}

/** Runs an import and has it count as CPython's would, unless the collector has run meanwhile. */
export function countImport(engine: Engine, name: string, run: () => void): void {
  const { collector } = engine.heap
  const size = Object.hasOwn(sizes, name) ? sizes[name] : undefined
  const outer = engine.importMeter
  const meter: ImportMeter = { nested: 0 }
  engine.importMeter = meter
  const before = collector.counts[0]!
  const runs = collector.runs
  if (size === 0) collector.hold()
  try {
    run()
  } finally {
    engine.importMeter = outer
    if (size === 0) collector.letGo()
    if (size !== undefined && collector.runs === runs) collector.counts[0] = before + meter.nested + size
    if (outer !== null) outer.nested += Math.max(0, collector.counts[0]! - before)
  }
}
