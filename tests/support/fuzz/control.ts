// Statements with blocks: exceptions, loops, branches, `with`; what stays of them (`err.__traceback__`, loop variables).

import type { Maker, Weighted } from './maker.ts'

/** Statements of which the last raises something that `handled` catches. */
function raising(maker: Maker): void {
  const { random } = maker
  if (random.chance(50)) maker.some(2)
  const fails = maker.functions.filter(({ raises }) => raises)
  const label = maker.label()
  const errors = maker.classes.filter(({ raisable }) => raisable)
  random.weighted<() => void>([
    [fails.length > 0 ? 8 : 0, () => maker.emit(`${random.pick(fails).name}(${maker.value()})`)],
    [3, () => maker.emit(`raise ValueError(${label})`)],
    [2, () => maker.emit(`raise KeyError(${maker.value()})`)],
    [1, () => maker.emit('1 / 0')],
    [1, () => maker.emit("{}['missing']")],
    [1, () => maker.emit('[].pop()')],
    [1, () => maker.emit('None.missing')],
    [errors.length > 0 ? 4 : 0, () => maker.emit(`raise ${random.pick(errors).name}(${label})`)],
    [1, () => maker.emit(`raise ExceptionGroup(${label}, [ValueError(1), KeyError(${maker.value()})])`)],
  ])()
}

const handled = 'except Exception as err'

function handlerBody(maker: Maker): void {
  const { random } = maker
  maker.scope.bind('err', 'exception').pinned = true
  for (let i = random.between(1, 3); i > 0; i--) {
    random.weighted<() => void>([
      [3, () => maker.print('type(err).__name__')],
      [2, () => maker.print('type(err).__name__', 'len(err.args)')],
      [3, () => maker.print('sys.getrefcount(err)')],
      [2, () => maker.emit('kept.append(err)')],
      [1, () => maker.emit('kept.append(err.__traceback__)')],
      [2, () => maker.emit('err.__traceback__ = None')],
      [1, () => maker.emit('err.me = err')],
      [1, () => maker.print('type(err.__context__).__name__', 'type(err.__cause__).__name__')],
      [1, () => maker.print('sys.exception() is err', 'sys.exc_info()[1] is err')],
      [1, () => maker.print('err.__traceback__.tb_lineno > 0', 'err.__traceback__.tb_next is None')],
      [1, () => maker.emit("err.add_note('note')")],
      [4, () => maker.statements(1)],
    ])()
  }
}

function tryStatement(maker: Maker): void {
  const { random } = maker
  const saved = maker.fresh('err')
  const clauses: [string, () => void][] = [
    ['try', () => (random.chance(80) ? raising(maker) : maker.some(2))],
    [
      handled,
      () => {
        handlerBody(maker)
        if (random.chance(35)) maker.emit(`${saved} = err`)
      },
    ],
  ]
  if (random.chance(20)) clauses.push(['else', () => maker.some(2)])
  if (random.chance(20)) clauses.push(['finally', () => maker.some(2)])
  maker.compound(...clauses)
}

function saveError(maker: Maker): void {
  const saved = maker.fresh('err')
  maker.emit(`${saved} = None`)
  maker.compound(
    ['try', () => raising(maker)],
    [handled, () => maker.emit(`${saved} = ${maker.random.chance(80) ? 'err' : 'err.with_traceback(None)'}`)],
  )
  maker.scope.bind(saved, 'exception')
}

function useError(maker: Maker): void {
  const error = maker.scope.of('exception').filter(({ name }) => name !== 'err')
  if (error.length === 0) return saveError(maker)
  const { name } = maker.random.pick(error)
  maker.emit(
    maker.random.pick([
      `print(type(${name}).__name__, sys.getrefcount(${name}))`,
      `print(${name}.__traceback__ is None)`,
      `${name}.__traceback__ = None`,
      `${name}.saved = ${name}`,
      `${name}.__context__ = None`,
      `print([type(x).__name__ for x in gc.get_referents(${name})])`,
      `${name}.args = (${maker.value()},)`,
      `print(sorted(${name}.__traceback__.tb_frame.f_locals) != [] if ${name}.__traceback__ else None)`,
    ]),
  )
}

function clearFrames(maker: Maker): void {
  const error = maker.scope.of('exception').filter(({ name }) => name !== 'err')
  if (error.length === 0) return saveError(maker)
  const { name } = maker.random.pick(error)
  maker.compound([
    `if ${name}.__traceback__ and ${name}.__traceback__.tb_next`,
    () => maker.emit(`${name}.__traceback__.tb_next.tb_frame.clear()`),
  ])
}

function chainErrors(maker: Maker): void {
  const outer = maker.label()
  maker.compound(
    [
      'try',
      () =>
        maker.compound(
          ['try', () => raising(maker)],
          [
            'except Exception as inner',
            () =>
              maker.emit(
                `raise RuntimeError(${outer})${maker.random.pick(['', ' from inner', ' from None'])}`,
              ),
          ],
        ),
    ],
    [handled, () => handlerBody(maker)],
  )
}

function groupedErrors(maker: Maker): void {
  const label = maker.label()
  maker.compound(
    ['try', () => maker.emit(`raise ExceptionGroup(${label}, [ValueError(${maker.value()}), KeyError(2)])`)],
    ['except* ValueError as err', () => handlerBody(maker)],
    ['except* KeyError', () => maker.print(`'key', ${label}`)],
  )
}

function loop(maker: Maker): void {
  if (maker.depth > 2) return tryStatement(maker)
  const { random } = maker
  const variable = maker.fresh('x')
  const source = maker.find('list', 'tuple', 'deque')
  const over = random.weighted<string>([
    [4, `range(${random.between(1, 3)})`],
    // A copy: the body may change the container.
    [source === null ? 0 : 4, `list(${source?.name})`],
    [2, `[${maker.value()}, ${maker.value()}]`],
    [1, `(${maker.value()}, ${maker.value()})`],
  ])
  const clauses: [string, () => void][] = [
    [
      `for ${variable} in ${over}`,
      () => {
        maker.scope.bind(variable, 'any')
        maker.some(3)
        if (random.chance(15))
          maker.compound([
            `if ${random.pick(['kept', variable, 'True'])}`,
            () => maker.emit(random.pick(['break', 'continue'])),
          ])
      },
    ],
  ]
  if (random.chance(10)) clauses.push(['else', () => maker.some(1)])
  maker.compound(...clauses)
  // In a function the name may be unbound after no round at all; the ranges above have at least one.
  if (over.startsWith('range') && random.chance(50)) maker.emit(`del ${variable}`)
}

function whileLoop(maker: Maker): void {
  if (maker.depth > 2) return tryStatement(maker)
  const counter = maker.fresh('n')
  maker.emit(`${counter} = ${maker.random.between(1, 3)}`)
  maker.compound([
    `while ${counter}`,
    () => {
      maker.emit(`${counter} -= 1`)
      maker.some(3)
    },
  ])
}

function manyObjects(maker: Maker): void {
  const cls = maker.class()
  const made = cls === null ? '[]' : cls.takesName ? `${cls.name}('many')` : `${cls.name}()`
  const list = maker.assign('list', '[]').name
  maker.compound([
    `for i in range(${maker.random.pick([3, 8, 20])})`,
    () => {
      const one = maker.fresh('o')
      maker.emit(`${one} = ${made}`)
      maker.emit(
        maker.random.pick([
          `${list}.append(${one})`,
          `${list}.append((${one}, i))`,
          `${list}[:] = [${one}]`,
          cls === null ? `${one}.append(${one})` : `${one}.a = ${one}`,
          `kept[:] = [${one}]`,
        ]),
      )
    },
  ])
}

function branch(maker: Maker): void {
  const { random } = maker
  const name = maker.find('any', 'list', 'dict', 'object')?.name ?? 'kept'
  const clauses: [string, () => void][] = [[`if ${name}`, () => maker.some(2)]]
  if (random.chance(50)) clauses.push(['else', () => maker.some(2)])
  maker.compound(...clauses)
}

function withStatement(maker: Maker): void {
  const { random } = maker
  const manager = maker.object(({ manager }) => manager)
  if (manager === null) return tryStatement(maker)
  const expression = random.chance(40) && manager.cls !== null ? maker.instance(manager.cls) : manager.name
  const target = random.chance(60) ? maker.fresh('x') : null
  maker.compound(
    [
      'try',
      () =>
        maker.compound([
          `with ${expression}${target === null ? '' : ` as ${target}`}`,
          () => {
            if (target !== null) maker.scope.bind(target, 'any')
            if (random.chance(40)) raising(maker)
            else maker.some(2)
          },
        ]),
    ],
    [handled, () => maker.print('type(err).__name__')],
  )
}

function suppress(maker: Maker): void {
  if (!maker.use('contextlib')) return branch(maker)
  maker.compound([
    maker.random.pick(['with contextlib.suppress(Exception)', 'with contextlib.ExitStack() as stack']),
    () => {
      const before = maker.random
      if (before.chance(50)) maker.some(2)
      else maker.emit(`kept.append(${maker.value()})`)
    },
  ])
}

function matchStatement(maker: Maker): void {
  const value = maker.find('list', 'tuple', 'dict', 'object', 'any')
  if (value === null) return branch(maker)
  const first = maker.fresh('x')
  const rest = maker.fresh('items')
  const body = maker.collect(() =>
    maker.compound(
      [
        `case [${first}, *${rest}]`,
        () => {
          maker.scope.bind(first, 'any')
          maker.scope.bind(rest, 'list')
          maker.some(2)
        },
      ],
      [`case {'k': ${first}}`, () => maker.print(`type(${first}).__name__`)],
      ['case _', () => maker.some(1)],
    ),
  )
  maker.emitStatement({ clauses: [{ head: `match ${value.name}`, body }] })
}

function walrus(maker: Maker): void {
  const name = maker.fresh('x')
  maker.print(`type(${name} := ${maker.value()}).__name__`)
  maker.scope.bind(name, 'any')
}

function execute(maker: Maker): void {
  const name = maker.find('object', 'list', 'dict')
  if (name === null || !maker.mayCompile) return branch(maker)
  maker.emit(
    maker.random.pick([
      `exec('print(sys.getrefcount(held))', {'held': ${name.name}, 'sys': sys})`,
      `print(type(eval('held', {'held': ${name.name}})).__name__)`,
      `exec('class Inner: held = value\\nInner.me = Inner', {'value': ${name.name}})`,
      `exec('def inner(): return held\\nkept.append(inner)', {'held': ${name.name}, 'kept': kept})`,
    ]),
  )
}

function localFunction(maker: Maker): void {
  if (maker.depth > 1) return branch(maker)
  const name = maker.fresh('local')
  const captured = maker.find('object', 'list', 'dict', 'any')
  maker.define(`def ${name}(p=${maker.value()})`, [['p', 'any']], () => {
    maker.some(2)
    maker.emit(`return ${captured !== null && maker.random.chance(60) ? captured.name : 'p'}`)
  })
  if (captured !== null) captured.pinned = true
  maker.scope.bind(name, 'function')
}

/** Weighted makers of this topic. */
export const controlStatements: readonly Weighted[] = [
  [9, tryStatement],
  [4, saveError],
  [4, useError],
  [1, clearFrames],
  [2, chainErrors],
  [1, groupedErrors],
  [6, loop],
  [2, whileLoop],
  [3, manyObjects],
  [3, branch],
  [4, withStatement],
  [1, suppress],
  [1, matchStatement],
  [1, walrus],
  [1, execute],
  [3, localFunction],
]
