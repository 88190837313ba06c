// Functions, closures and generators: their definitions, and statements that use them.

import type { Maker, Weighted } from './maker.ts'
import type { FunctionInfo } from './scope.ts'

type FunctionMaker = (maker: Maker) => FunctionInfo

function info(name: string, more: Partial<FunctionInfo> = {}): FunctionInfo {
  return { name, parameters: 1, returns: 'any', raises: false, cached: false, ...more }
}

function plain(maker: Maker): FunctionInfo {
  const name = maker.fresh('func')
  const two = maker.random.chance(40)
  const object = maker.fresh('o')
  maker.define(
    `def ${name}(p${two ? ', q=None' : ''})`,
    [['p', 'any'], ...(two ? ([['q', 'any']] as ['q', 'any'][]) : [])],
    () => {
      const cls = maker.class()
      if (cls !== null && maker.random.chance(50)) {
        maker.emit(`${object} = ${maker.instance(cls)}`)
        maker.scope.bind(object, 'object', cls)
      }
      if (maker.random.chance(40)) maker.print('sys.getrefcount(p) > 0')
      maker.some(4)
      if (maker.random.chance(75)) maker.emit(`return ${maker.random.chance(40) ? 'p' : maker.value()}`)
    },
  )
  return info(name, { parameters: two ? 2 : 1 })
}

function closure(maker: Maker): FunctionInfo {
  const name = maker.fresh('closure')
  const { random } = maker
  maker.define(`def ${name}(p)`, [['p', 'any']], () => {
    maker.some(2)
    const captured = maker.find('object', 'list', 'any', 'dict') ?? maker.assign('list', '[]')
    captured.pinned = true
    const inner = maker.fresh('inner')
    const kind = random.pick(['read', 'count', 'nonlocal', 'lambda', 'self'] as const)
    if (kind === 'lambda') {
      maker.emit(`return lambda: ${captured.name}`)
      return
    }
    maker.define(`def ${inner}()`, [], () => {
      if (kind === 'nonlocal') maker.emit(`nonlocal ${captured.name}`)
      if (kind === 'count') maker.print(`sys.getrefcount(${captured.name}) > 0`)
      if (kind === 'nonlocal') maker.emit(`${captured.name} = ${maker.value()}`)
      if (random.chance(40)) maker.some(2)
      maker.emit(`return ${kind === 'self' ? inner : captured.name}`)
    })
    if (random.chance(30)) maker.emit(`${inner}()`)
    maker.emit(`return ${inner}`)
  })
  return info(name, { returns: 'function' })
}

function generator(maker: Maker): FunctionInfo {
  const name = maker.fresh('generate')
  const { random } = maker
  maker.define(`def ${name}(p)`, [['p', 'any']], () => {
    const body = () => {
      for (let i = random.between(1, 3); i > 0; i--) {
        if (random.chance(50)) maker.statements(1)
        const received = maker.fresh('got')
        const yielded = random.chance(30) ? 'p' : maker.value()
        if (random.chance(30)) {
          maker.emit(`${received} = yield ${yielded}`)
          maker.scope.bind(received, 'any')
        } else if (random.chance(15)) maker.emit(`yield from [${yielded}, p]`)
        else maker.emit(`yield ${yielded}`)
      }
    }
    const label = maker.label()
    random.weighted<() => void>([
      [4, body],
      [3, () => maker.compound(['try', body], ['finally', () => maker.print(`'finally', ${label}`)])],
      [
        2,
        () =>
          maker.compound(
            ['try', body],
            [
              'except GeneratorExit',
              () => {
                maker.print(`'exit', ${label}`)
                if (random.chance(60)) maker.emit('raise')
              },
            ],
          ),
      ],
      [
        2,
        () =>
          maker.compound(
            ['try', body],
            [
              'except ValueError as error',
              () => {
                maker.print('error')
                maker.emit(`yield ${random.pick(['error', 'p', 'None'])}`)
              },
            ],
          ),
      ],
    ])()
    if (random.chance(30)) maker.emit(`return ${maker.value()}`)
  })
  return info(name, { returns: 'generator' })
}

function raiser(maker: Maker): FunctionInfo {
  const name = maker.fresh('fail')
  const { random } = maker
  maker.define(`def ${name}(p)`, [['p', 'any']], () => {
    maker.some(2)
    const label = maker.label()
    const inner = maker.functions.filter(({ raises }) => raises)
    if (inner.length > 0 && random.chance(50)) {
      const called = random.pick(inner).name
      random.pick<() => void>([
        () => maker.emit(`${called}(p)`),
        () =>
          maker.compound(
            ['try', () => maker.emit(`${called}(p)`)],
            ['except ValueError as error', () => maker.emit(`raise ValueError(${label}) from error`)],
          ),
        () =>
          maker.compound(
            ['try', () => maker.emit(`${called}(p)`)],
            ['finally', () => maker.print(`'finally', ${label}`)],
          ),
        () =>
          maker.compound(
            ['try', () => maker.emit(`${called}(p)`)],
            ['except ValueError', () => maker.emit(`raise ValueError(${label})`)],
          ),
      ])()
    } else maker.emit(`raise ValueError(${random.chance(50) ? label : `${label}, p`})`)
  })
  return info(name, { raises: true })
}

function keeper(maker: Maker): FunctionInfo {
  const name = maker.fresh('keep')
  maker.define(
    `def ${name}(p, cache=[])`,
    [
      ['p', 'any'],
      ['cache', 'list'],
    ],
    () => {
      maker.emit('cache.append(p)')
      if (maker.random.chance(40)) maker.some(1)
      maker.emit(`return ${maker.random.pick(['len(cache)', 'cache', 'p', 'sys.getrefcount(cache)'])}`)
    },
  )
  return info(name)
}

function variadic(maker: Maker): FunctionInfo {
  const name = maker.fresh('pack')
  maker.define(
    `def ${name}(*args, **kwargs)`,
    [
      ['args', 'tuple'],
      ['kwargs', 'dict'],
    ],
    () => {
      maker.print('len(args)', 'len(kwargs)', 'sys.getrefcount(args)', 'sys.getrefcount(kwargs)')
      if (maker.random.chance(40)) maker.some(2)
      maker.emit(`return ${maker.random.pick(['args', 'kwargs', 'None', '(args, kwargs)'])}`)
    },
  )
  return info(name, { parameters: 2 })
}

function recursive(maker: Maker): FunctionInfo {
  const name = maker.fresh('recurse')
  maker.define(`def ${name}(p, n=${maker.random.between(1, 4)})`, [['p', 'any']], () => {
    maker.compound([
      'if n',
      () => maker.emit(`return ${name}(${maker.random.pick(['p', '[p]', '(p, n)'])}, n - 1)`),
    ])
    if (maker.random.chance(50)) maker.print('sys.getrefcount(p) > 0')
    maker.some(2)
    maker.emit('return p')
  })
  return info(name)
}

function cached(maker: Maker): FunctionInfo {
  if (!maker.use('functools')) return plain(maker)
  const name = maker.fresh('cached')
  const decorator = maker.random.pick(['@functools.cache', '@functools.lru_cache(maxsize=2)'])
  maker.define(`${decorator}\ndef ${name}(p)`, [['p', 'any']], () => {
    maker.print("'computed'")
    if (maker.random.chance(40)) maker.some(1)
    maker.emit(`return ${maker.random.pick(['p', '[p]', maker.value()])}`)
  })
  return info(name, { cached: true })
}

function decorated(maker: Maker): FunctionInfo {
  const decorator = maker.fresh('decorate')
  const name = maker.fresh('func')
  const label = maker.label()
  maker.define(`def ${decorator}(function)`, [], () => {
    maker.define('def wrapper(*args)', [['args', 'tuple']], () => {
      maker.print(`'calling', ${label}`)
      maker.emit('return function(*args)')
    })
    maker.emit('return wrapper')
  })
  maker.define(`@${decorator}\ndef ${name}(p)`, [['p', 'any']], () => {
    maker.some(2)
    maker.emit('return p')
  })
  return info(name)
}

const functionMakers: readonly (readonly [number, FunctionMaker])[] = [
  [8, plain],
  [6, closure],
  [7, generator],
  [5, raiser],
  [3, keeper],
  [2, variadic],
  [2, recursive],
  [2, cached],
  [2, decorated],
]

/** Writes a function of some kind, which the rest of the program can call. */
export function makeFunction(maker: Maker): void {
  maker.functions.push(maker.random.weighted(functionMakers)(maker))
}

/** Arguments for a call. */
function callOf(maker: Maker, called: FunctionInfo): string {
  if (called.cached) {
    const object = maker.object(({ hashable }) => hashable)
    return `${called.name}(${object?.name ?? '1'})`
  }
  const values = Array.from({ length: called.parameters }, () => maker.value())
  if (called.name.startsWith('pack') && maker.random.chance(40))
    return `${called.name}(${values[0]}, k=${values[1]})`
  return `${called.name}(${values.join(', ')})`
}

function callFunction(maker: Maker): void {
  const found = maker.functions.filter(({ raises }) => !raises)
  if (found.length === 0) return makeLambda(maker)
  const called = maker.random.pick(found)
  const call = callOf(maker, called)
  maker.random.weighted<() => void>([
    [4, () => maker.assign(called.returns, call)],
    [2, () => maker.print(`type(${call}).__name__`)],
    [1, () => maker.emit(call)],
  ])()
}

function makeLambda(maker: Maker): void {
  const { random } = maker
  const name = maker.find('object', 'list', 'dict', 'tuple')
  if (name === null) return void maker.assign('function', 'lambda: []')
  random.weighted<() => void>([
    [3, () => maker.assign('function', `lambda held=${name.name}: held`)],
    [
      3,
      () => {
        name.pinned = true
        maker.assign('function', `lambda: ${name.name}`)
      },
    ],
    [
      2,
      () => {
        if (maker.use('functools')) maker.assign('function', `functools.partial(lambda x: x, ${name.name})`)
      },
    ],
    [1, () => maker.assign('function', `[lambda: None, lambda held=${name.name}: held][1]`)],
  ])()
}

function useFunction(maker: Maker): void {
  const found = maker.find('function')
  if (found === null) return makeLambda(maker)
  const { name } = found
  maker.emit(
    maker.random.pick([
      `print(type(${name}()).__name__)`,
      `print(type(${name}()).__name__)`,
      `${name}()`,
      `print(sys.getrefcount(${name}))`,
      `print(sys.getrefcount(${name}()))`,
      `print(type(${name}).__name__, len(getattr(${name}, '__closure__', None) or ()))`,
      `print([type(cell.cell_contents).__name__ for cell in getattr(${name}, '__closure__', None) or ()])`,
      `${name}.me = ${name}`,
      `print([type(x).__name__ for x in gc.get_referents(${name}) if type(x).__name__ != 'str'])`,
    ]),
  )
}

function functionState(maker: Maker): void {
  const found = maker.functions.filter(({ name, cached: isCached }) => name.startsWith('keep') || isCached)
  if (found.length === 0) return useFunction(maker)
  const { name, cached: isCached } = maker.random.pick(found)
  maker.emit(
    isCached
      ? maker.random.pick([`print(${name}.cache_info())`, `${name}.cache_clear()`])
      : maker.random.pick([
          `print(len(${name}.__defaults__[0]), sys.getrefcount(${name}.__defaults__[0]))`,
          `${name}.__defaults__[0].clear()`,
        ]),
  )
}

function makeGenerator(maker: Maker): void {
  const found = maker.functions.filter(({ returns }) => returns === 'generator')
  if (found.length === 0)
    return void maker.assign('generator', `(x for x in [${maker.value()}, ${maker.value()}])`)
  const gen = maker.assign('generator', callOf(maker, maker.random.pick(found)))
  if (maker.random.chance(60)) maker.emit(`next(${gen.name}, None)`)
}

/** What a generator may raise back at whoever goes on with it. */
const generatorErrors = 'except (ValueError, RuntimeError, StopIteration) as error'

function useGenerator(maker: Maker): void {
  const found = maker.find('generator')
  if (found === null) return makeGenerator(maker)
  const { name } = found
  maker.compound(
    [
      'try',
      () =>
        maker.emit(
          maker.random.pick([
            `print(type(next(${name}, None)).__name__)`,
            `print(type(next(${name}, None)).__name__)`,
            `next(${name}, None)`,
            `${name}.close()`,
            `print(type(${name}.throw(ValueError(${maker.label()}))).__name__)`,
            `print(len(list(${name})))`,
            `print(type(${name}.send(None)).__name__)`,
            `print(${name}.gi_frame is None, ${name}.gi_running)`,
            `print(sorted(${name}.gi_frame.f_locals) if ${name}.gi_frame else None)`,
            `kept.append(next(${name}, None))`,
          ]),
        ),
    ],
    [generatorErrors, () => maker.print('type(error).__name__')],
  )
}

function frames(maker: Maker): void {
  maker.emit(
    maker.random.pick([
      'print(sys._getframe().f_code.co_name, sys.getrefcount(sys._getframe()) > 0)',
      'print(len(locals()) > 0)',
      'kept.append(sys._getframe())',
      'print(sys._getframe().f_back is None)',
    ]),
  )
}

/** Weighted makers of this topic. */
export const functionStatements: readonly Weighted[] = [
  [12, callFunction],
  [5, makeLambda],
  [6, useFunction],
  [2, functionState],
  [5, makeGenerator],
  [8, useGenerator],
  [1, frames],
]
