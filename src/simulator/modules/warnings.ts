/**
 * The module `_warnings`: deciding what becomes of a warning. A filter says by category, message and place
 * whether it is shown, ignored or raised; the registry in the globals of the place remembers what has been
 * shown there. As `Python/_warnings.c`.
 */
import type { PyObject } from '../heap/object.ts'
import type { Held, Own } from '../heap/reference.ts'
import { lend, newRef, release } from '../heap/reference.ts'
import { defineModule, fn, rawFn } from '../objects/declare/module.ts'
import type { KwNames } from '../objects/declare/slots.ts'
import { newDict, PyDict, peekItem, putItem } from '../objects/dict.ts'
import { PyBaseException } from '../objects/exceptions.ts'
import { newInt, PyInt } from '../objects/int.ts'
import { newList, PyList } from '../objects/list.ts'
import { PyModule } from '../objects/module.ts'
import type { ExceptionName } from '../objects/names.ts'
import { getAttrNamed } from '../objects/protocols/attributes.ts'
import { callMethod } from '../objects/protocols/calls.ts'
import { isTrue } from '../objects/protocols/comparison.ts'
import { isSubclassOf } from '../objects/protocols/instance-checks.ts'
import { toIndex } from '../objects/protocols/numbers.ts'
import { toText } from '../objects/protocols/text.ts'
import { newStr, PyStr } from '../objects/str.ts'
import { newTuple, PyTuple } from '../objects/tuple.ts'
import { PyType, typeName, typeOf } from '../objects/type.ts'
import type { Activation, ModuleState, VM } from '../objects/vm.ts'
import { formatWarning } from '../objects/warning-text.ts'
import { bindNamed } from './arguments.ts'

/** Counts the changes of the filters: registries from before are void. */
const filtersVersion: ModuleState<{ version: number }> = { make: () => ({ version: 0 }) }

/** Where a warning belongs; all borrowed. */
interface Place {
  readonly filename: PyObject
  readonly lineno: number
  readonly module: PyObject
  readonly registry: PyObject
}

/** An attribute of `warnings` where that is imported, else of `_warnings`; a new reference. */
function getSetting(vm: VM, name: string, nativeName = name): Own | null {
  for (const [module, attribute] of [
    ['warnings', name],
    ['_warnings', nativeName],
  ] as const) {
    const found = vm.modules.getStr(module)
    const value = found instanceof PyModule ? found.namespace.getStr(attribute) : null
    if (value !== null) return newRef(value)
  }
  return null
}

function matches(vm: VM, pattern: PyObject, text: PyObject): boolean {
  if (pattern === vm.None) return true
  if (pattern instanceof PyStr) return text instanceof PyStr && pattern.value === text.value
  return lend(callMethod(vm, pattern, 'match', [text]), (found) => isTrue(vm, found))
}

/** What the first filter that applies says; else the default. */
function actionFor(vm: VM, category: PyObject, text: PyObject, { lineno, module }: Place): string {
  const filters = getSetting(vm, 'filters')
  const found =
    filters === null ? null : lend(filters, (list) => actionOf(vm, list, category, text, lineno, module))
  if (found !== null) return found
  const fallback = getSetting(vm, 'defaultaction', '_defaultaction')
  return fallback === null
    ? 'default'
    : lend(fallback, (action) => (action instanceof PyStr ? action.value : 'default'))
}

function actionOf(
  vm: VM,
  filters: PyObject,
  category: PyObject,
  text: PyObject,
  lineno: number,
  module: PyObject,
): string | null {
  if (!(filters instanceof PyList)) return vm.raise('ValueError', '_warnings.filters must be a list')
  for (let i = 0; i < filters.items.length; i++) {
    const filter: PyObject = filters.items[i]!
    if (!(filter instanceof PyTuple) || filter.items.length !== 5) {
      return vm.raise('ValueError', `_warnings.filters item ${i} isn't a 5-tuple`)
    }
    const [action, message, wanted, wantedModule, line] = filter.items as unknown as [
      PyObject,
      PyObject,
      PyObject,
      PyObject,
      PyObject,
    ]
    if (!(action instanceof PyStr))
      return vm.raise('TypeError', `action must be a string, not '${typeName(action)}'`)
    const applies = lend(newRef(filter), () => {
      if (
        !matches(vm, message, text) ||
        !isSubclassOf(vm, category, wanted) ||
        !matches(vm, wantedModule, module)
      )
        return false
      const number = toIndex(vm, line, 'OverflowError')
      return number === 0 || number === lineno
    })
    if (applies) return action.value
  }
  return null
}

function warningKey(vm: VM, text: PyObject, category: PyObject, lineno: number): Own<PyTuple> {
  return newTuple(vm, [newRef(text), newRef(category), newInt(vm, lineno)])
}

/** Whether a registry has the key; a registry from before the filters changed is emptied. */
function isRegistered(vm: VM, registry: PyObject, key: PyObject): boolean {
  if (!(registry instanceof PyDict)) return false
  const { version } = vm.moduleState(filtersVersion)
  const known = registry.getStr('version')
  if (!(known instanceof PyInt) || known.value !== version) {
    registry.clear()
    registry.putStr(vm, 'version', newInt(vm, version))
    return false
  }
  const seen = peekItem(vm, registry, key)
  return seen !== null && isTrue(vm, seen)
}

/** Notes a warning for all lines; false when it was noted already. */
function registerOnce(vm: VM, registry: PyObject, text: PyObject, category: PyObject): boolean {
  return lend(warningKey(vm, text, category, 0), (key) => {
    if (isRegistered(vm, registry, key)) return false
    if (registry instanceof PyDict) putItem(vm, registry, key, newRef(vm.True))
    return true
  })
}

/** Notes what the action demands; whether the warning is to be shown. */
function register(
  vm: VM,
  action: string,
  { registry }: Place,
  key: PyObject,
  text: PyObject,
  category: PyObject,
): boolean {
  if (action === 'always' || action === 'all') return true
  if (registry instanceof PyDict) putItem(vm, registry, key, newRef(vm.True))
  switch (action) {
    case 'default':
      return true
    case 'module':
      return registerOnce(vm, registry, text, category)
    case 'once': {
      if (registry instanceof PyDict) return registerOnce(vm, registry, text, category)
      const once = getSetting(vm, 'onceregistry', '_onceregistry') ?? newRef(vm.None)
      return lend(once, (each) => registerOnce(vm, each, text, category))
    }
    default:
      return vm.raise('RuntimeError', `Unrecognized action ('${action}') in warnings.filters`)
  }
}

function warnExplicit(
  vm: VM,
  message: PyObject,
  givenCategory: PyObject,
  place: Place,
  source: PyObject,
): void {
  if (place.registry !== vm.None && !(place.registry instanceof PyDict)) {
    vm.raise('TypeError', "'registry' must be a dict or None")
  }
  const isWarning = message instanceof PyBaseException && typeOf(message).isSubtype(vm.types.Warning)
  const category: PyObject = isWarning ? typeOf(message) : givenCategory
  const text = newStr(vm, toText(vm, message))
  const warning = isWarning ? newRef(message) : vm.call(category, [message])
  const key = warningKey(vm, text, category, place.lineno)
  try {
    if (isRegistered(vm, place.registry, key)) return
    const action = actionFor(vm, category, text, place)
    if (action === 'error') return vm.raiseException(newRef(warning))
    if (action === 'ignore' || !register(vm, action, place, key, text, category)) return
    show(vm, category, text, warning, place, source)
  } finally {
    release(key)
    release(warning)
    release(text)
  }
}

/** Shows it through `warnings._showwarnmsg`, which a program may have replaced, else writes it. */
function show(
  vm: VM,
  category: PyObject,
  text: PyStr,
  warning: PyObject,
  { filename, lineno }: Place,
  source: PyObject,
): void {
  if (source !== vm.None) release(vm.importModule('warnings'))
  const module = vm.modules.getStr('warnings')
  const hook = module instanceof PyModule ? module.namespace.getStr('_showwarnmsg') : null
  if (hook === null) {
    const name = category instanceof PyType ? category.name : typeName(category)
    const file = filename instanceof PyStr ? filename.value : toText(vm, filename)
    vm.write('stderr', formatWarning(vm, { filename: file, lineno, category: name, message: text.value }))
    return
  }
  const line = newInt(vm, lineno)
  const values = [warning, category, filename, line, vm.None, vm.None, source]
  lend(newRef(hook), (func) =>
    lend(line, () =>
      lend(getAttrNamed(vm, module!, 'WarningMessage'), (type) =>
        lend(vm.call(type, values), (report) => release(vm.call(func, [report]))),
      ),
    ),
  )
}

/** The frame that a stack level means; callers whose file begins with one of `skipped` do not count. */
function frameAt(vm: VM, level: number, skipped: readonly string[]): Activation | null {
  let frame = vm.currentFrame
  for (let left = level; left > 1 && frame !== null; left--) {
    do frame = frame.back
    while (frame !== null && isSkipped(frame, skipped))
  }
  return frame
}

function isSkipped(frame: Activation, skipped: readonly string[]): boolean {
  return skipped.some((prefix) => frame.code.filename.value.startsWith(prefix))
}

/** Lends the place of a frame; beyond the outermost one it is `sys`. */
function withPlace(vm: VM, frame: Activation | null, body: (place: Place) => void): void {
  const globals = frame?.globals ?? vm.sys.namespace
  if (globals.getStr('__warningregistry__') === null) globals.putStr(vm, '__warningregistry__', newDict(vm))
  const registry = newRef(globals.getStr('__warningregistry__')!)
  const module = newRef(globals.getStr('__name__') ?? vm.None)
  const filename = frame === null ? newStr(vm, '<sys>') : newRef(frame.code.filename)
  try {
    body({ filename, lineno: frame?.lineno ?? 0, module, registry })
  } finally {
    release(filename)
    release(module)
    release(registry)
  }
}

/** The category of a message: its own class if it is a warning. */
function categoryOf(vm: VM, message: PyObject, category: PyObject): PyObject {
  if (message instanceof PyBaseException && typeOf(message).isSubtype(vm.types.Warning))
    return typeOf(message)
  const given = category === vm.None ? vm.types.UserWarning : category
  if (given instanceof PyType && given.isSubtype(vm.types.Warning)) return given
  return vm.raise(
    'TypeError',
    `category must be a Warning subclass, not '${given instanceof PyType ? given.name : typeName(given)}'`,
  )
}

function warn(vm: VM, args: readonly PyObject[], kwnames: KwNames): Own {
  const names = ['message', 'category', 'stacklevel', 'source', 'skip_file_prefixes']
  const [message, category = vm.None, stacklevel, source = vm.None, prefixes] = bindNamed(
    vm,
    'warn',
    args,
    kwnames,
    names,
    1,
  )
  const kind = categoryOf(vm, message!, category)
  const skipped: string[] = []
  if (prefixes !== undefined) {
    if (!(prefixes instanceof PyTuple)) {
      return vm.raise(
        'TypeError',
        `warn() argument 'skip_file_prefixes' must be tuple, not ${typeName(prefixes)}`,
      )
    }
    for (const prefix of prefixes.items as readonly PyObject[]) {
      if (!(prefix instanceof PyStr))
        return vm.raise('TypeError', `Found non-str '${typeName(prefix)}' in skip_file_prefixes.`)
      skipped.push(prefix.value)
    }
  }
  const given = stacklevel === undefined ? 1 : toIndex(vm, stacklevel, 'OverflowError')
  const level = skipped.length > 0 && given < 2 ? 2 : given
  withPlace(vm, frameAt(vm, level, skipped), (place) => warnExplicit(vm, message!, kind, place, source))
  return newRef(vm.None)
}

/** `file.py` is the module `file`. */
function moduleOfFile(vm: VM, filename: PyObject): Own {
  if (!(filename instanceof PyStr)) return newRef(vm.None)
  if (filename.value === '') return newStr(vm, '<unknown>')
  return filename.value.endsWith('.py') ? newStr(vm, filename.value.slice(0, -3)) : newRef(filename)
}

const explicitNames = [
  'message',
  'category',
  'filename',
  'lineno',
  'module',
  'registry',
  'module_globals',
  'source',
]

function warnExplicitly(vm: VM, args: readonly PyObject[], kwnames: KwNames): Own {
  const [message, category, filename, lineno, module, registry = vm.None, , source = vm.None] = bindNamed(
    vm,
    'warn_explicit',
    args,
    kwnames,
    explicitNames,
    4,
  )
  const line = toIndex(vm, lineno!, 'OverflowError')
  const owner = module === undefined || module === vm.None ? moduleOfFile(vm, filename!) : newRef(module)
  lend(owner, (each) =>
    warnExplicit(
      vm,
      message!,
      category!,
      { filename: filename!, lineno: line, module: each, registry },
      source,
    ),
  )
  return newRef(vm.None)
}

/** The filters that Python starts with. */
const defaultFilters: readonly (readonly [action: string, category: ExceptionName, module: string | null])[] =
  [
    ['default', 'DeprecationWarning', '__main__'],
    ['ignore', 'DeprecationWarning', null],
    ['ignore', 'PendingDeprecationWarning', null],
    ['ignore', 'ImportWarning', null],
    ['ignore', 'ResourceWarning', null],
  ]

function newFilters(vm: VM): Own {
  return newList(
    vm,
    defaultFilters.map(([action, category, module]) => {
      const place = module === null ? newRef(vm.None) : newStr(vm, module)
      return newTuple(vm, [
        newStr(vm, action),
        newRef(vm.None),
        newRef(vm.types[category]),
        place,
        newInt(vm, 0),
      ]) as Held
    }),
  )
}

export const warningsModule = defineModule('_warnings', 'What becomes of warnings.', {
  functions: [
    rawFn(
      'warn(message, category=None, stacklevel=1, source=None, *, skip_file_prefixes=()) -> object',
      'Gives a warning for the place of a caller.',
      warn,
    ),
    rawFn(
      'warn_explicit(message, category, filename, lineno, module=None, registry=None, module_globals=None, source=None) -> object',
      'Gives a warning for a place.',
      warnExplicitly,
    ),
    fn('_filters_mutated()', 'Notes that the filters have changed.', (vm) => {
      vm.moduleState(filtersVersion).version++
    }),
    fn(
      '_source_line(filename: str, lineno: ssize_t, /) -> object',
      'A line of a source file, None where it is not known.',
      (vm, filename, lineno) => {
        const line = vm.sourceLine(filename, lineno)
        return line === null ? newRef(vm.None) : newStr(vm, line)
      },
    ),
  ],
  attributes: {
    filters: newFilters,
    _onceregistry: (vm) => newDict(vm),
    _defaultaction: (vm) => newStr(vm, 'default'),
  },
})
