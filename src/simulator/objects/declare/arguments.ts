/**
 * Binding arguments by signature: from a call's positional and keyword values to converted parameters.
 *
 * The TypeError texts are those of CPython's argument parsers (`Python/getargs.c` and the METH_NOARGS and
 * METH_O checks of `Objects/methodobject.c`), chosen by the signature's form as Argument Clinic chooses.
 */
import type { PyObject } from '../../heap/object.ts'
import type { PyStr } from '../str.ts'
import type { PyType } from '../type.ts'
import type { VM } from '../vm.ts'
import { convert } from './convert.ts'
import type { ParameterSpec, Signature } from './signature.ts'
import type { KwNames } from './slots.ts'

/** Turns the values of a call into the arguments of an implementation. `name` is for messages: `append`, `list.append`. */
export type Binder = (vm: VM, name: BinderName, args: readonly PyObject[], kwnames: KwNames) => unknown[]

export interface BinderName {
  /** `append` */
  readonly short: string
  /** `list.append`, or the function's name */
  readonly qualified: string
}

/** The binder for a signature, specialised for its form. */
export function makeBinder(signature: Signature): Binder {
  const { parameters } = signature
  if (parameters.length === 0) return bindNone
  const only = parameters[0]!
  if (parameters.length === 1 && only.kind === 'positional-only' && only.defaultText === null)
    return bindOne(only)
  if (parameters.every((p) => p.kind === 'positional-only')) return bindPositional(parameters)
  const general = bindGeneral(parameters)
  if (!parameters.every((p) => p.kind === 'positional-only' || p.kind === 'args')) return general
  return (vm, name, args, kwnames) => {
    refuseKeywords(vm, name, kwnames)
    return general(vm, name, args, null)
  }
}

function refuseKeywords(vm: VM, name: BinderName, kwnames: KwNames): void {
  if (kwnames !== null && kwnames.length > 0)
    vm.raise('TypeError', `${name.qualified}() takes no keyword arguments`)
}

const nothing: unknown[] = []

const bindNone: Binder = (vm, name, args, kwnames) => {
  refuseKeywords(vm, name, kwnames)
  if (args.length > 0) vm.raise('TypeError', `${name.qualified}() takes no arguments (${args.length} given)`)
  return nothing
}

function bindOne(parameter: ParameterSpec): Binder {
  return (vm, name, args, kwnames) => {
    refuseKeywords(vm, name, kwnames)
    if (args.length !== 1) {
      vm.raise('TypeError', `${name.qualified}() takes exactly one argument (${args.length} given)`)
    }
    return [convert(vm, parameter, name.short, -1, args[0]!)]
  }
}

function bindPositional(parameters: readonly ParameterSpec[]): Binder {
  const most = parameters.length
  const least = parameters.filter((p) => p.defaultText === null).length
  const defaults = parameters.map((p) => p.defaultText)
  return (vm, name, args, kwnames) => {
    refuseKeywords(vm, name, kwnames)
    checkPositional(vm, name.short, args.length, least, most)
    const bound: unknown[] = new Array(most)
    for (let i = 0; i < most; i++) {
      const parameter = parameters[i]!
      bound[i] =
        i < args.length
          ? convert(vm, parameter, name.short, i, args[i]!)
          : defaultValue(vm, parameter, defaults[i]!)
    }
    return bound
  }
}

/** `_PyArg_CheckPositional`. */
export function checkPositional(vm: VM, name: string, given: number, least: number, most: number): void {
  if (given >= least && given <= most) return
  const bound = given < least ? least : most
  const quantity = least === most ? '' : given < least ? 'at least ' : 'at most '
  vm.raise(
    'TypeError',
    `${name} expected ${quantity}${bound} argument${bound === 1 ? '' : 's'}, got ${given}`,
  )
}

function bindGeneral(parameters: readonly ParameterSpec[]): Binder {
  const plain = parameters.filter((p) => p.kind !== 'args' && p.kind !== 'kwargs')
  const positional = plain.filter((p) => p.kind !== 'keyword-only').length
  const positionalOnly = plain.filter((p) => p.kind === 'positional-only').length
  const takesArgs = parameters.some((p) => p.kind === 'args')
  const takesKwargs = parameters.some((p) => p.kind === 'kwargs')
  const least = plain.filter((p) => p.kind !== 'keyword-only' && p.defaultText === null).length
  const required = plain.map((p) => p.defaultText === null)
  const bounded = !takesArgs && !takesKwargs
  const leastPositionalOnly = Math.min(positionalOnly, least)
  return (vm, name, args, kwnames) => {
    const keywords = kwnames === null ? 0 : kwnames.length
    const given = args.length - keywords
    if (bounded && args.length > plain.length) {
      const word = given === 0 ? 'keyword argument' : 'argument'
      tooMany(vm, name.short, 'at most', plain.length, word, args.length)
    }
    if (given > positional && !takesArgs) {
      if (positional === 0) vm.raise('TypeError', `${name.short}() takes no positional arguments`)
      tooMany(
        vm,
        name.short,
        least < positional ? 'at most' : 'exactly',
        positional,
        'positional argument',
        given,
      )
    }
    if (given < leastPositionalOnly) {
      const quantity = leastPositionalOnly < positional ? 'at least' : 'exactly'
      tooMany(vm, name.short, quantity, leastPositionalOnly, 'positional argument', given)
    }
    const values: (PyObject | undefined)[] = new Array(plain.length)
    for (let i = 0; i < Math.min(given, positional); i++) values[i] = args[i]
    const extra: (readonly [PyStr, PyObject])[] = []
    let twice = -1
    let unexpected: PyStr | null = null
    for (let k = 0; k < keywords; k++) {
      const key = kwnames![k]!
      const at = plain.findIndex((p, i) => i >= positionalOnly && p.name === key.value)
      if (at >= 0 && values[at] === undefined) values[at] = args[given + k]
      else if (at >= 0) twice = twice < 0 ? at : Math.min(twice, at)
      else if (takesKwargs) extra.push([key, args[given + k]!])
      else unexpected ??= key
    }
    // What is missing is reported first.
    for (let i = 0; i < plain.length; i++) {
      if (values[i] === undefined && required[i]) {
        vm.raise('TypeError', `${name.short}() missing required argument '${plain[i]!.name}' (pos ${i + 1})`)
      }
    }
    if (twice >= 0) {
      vm.raise(
        'TypeError',
        `argument for ${name.short}() given by name ('${plain[twice]!.name}') and position (${twice + 1})`,
      )
    }
    if (unexpected !== null)
      vm.raise('TypeError', `${name.short}() got an unexpected keyword argument '${unexpected.value}'`)
    const bound: unknown[] = []
    let index = 0
    for (const parameter of parameters) {
      if (parameter.kind === 'args') bound.push(args.slice(positional, given))
      else if (parameter.kind === 'kwargs') bound.push(extra)
      else {
        const value = values[index]
        if (value !== undefined) bound.push(convert(vm, parameter, name.short, index, value))
        else bound.push(defaultValue(vm, parameter, parameter.defaultText!))
        index++
      }
    }
    return bound
  }
}

/** As `_PyArg_UnpackKeywords` says that there are too many arguments, or too few. */
function tooMany(vm: VM, name: string, quantity: string, bound: number, word: string, given: number): never {
  return vm.raise(
    'TypeError',
    `${name}() takes ${quantity} ${bound} ${word}${bound === 1 ? '' : 's'} (${given} given)`,
  )
}

const quoted = /^'(.*)'$/s

/** The value of a default as written: by its converter, or `null` for NULL. */
function defaultValue(vm: VM, { converter, name }: ParameterSpec, text: string): unknown {
  if (text === 'NULL') return null
  switch (converter) {
    case 'bool':
      return text === 'True'
    case 'ssize_t':
    case 'slice_index':
    case 'strict_slice_index':
      return text === 'sys.maxsize' ? Number.MAX_SAFE_INTEGER : Number(text)
    case 'float':
      return Number(text)
    case 'int':
      return BigInt(text)
    case 'str': {
      const match = quoted.exec(text)
      if (match !== null) return match[1]!.replaceAll('\\n', '\n')
      break
    }
    default: {
      if (text === 'None') return vm.None
      if (text === 'True') return vm.True
      if (text === 'False') return vm.False
      if (text === '()') return vm.emptyTuple
      if (text === "''") return vm.emptyStr
      if (/^'[!-~]'$/.test(text)) return vm.latin1[text.charCodeAt(1)]
      if (/^-?\d+$/.test(text) && Number(text) >= -5 && Number(text) <= 256)
        return vm.smallInts[Number(text) + 5]
    }
  }
  throw new Error(`signature: no value for the default '${text}' of '${name}'`)
}

/**
 * The positional arguments for the `__new__` of a type that takes no keywords. A Python subclass with an
 * `__init__` of its own may be given keywords for that.
 */
export function positionalArguments(
  vm: VM,
  name: string,
  cls: PyType,
  args: readonly PyObject[],
  kwnames: KwNames,
): readonly PyObject[] {
  if (kwnames === null || kwnames.length === 0) return args
  if (cls.slots.__init__ === vm.types.object.slots.__init__) {
    return vm.raise('TypeError', `${name}() takes no keyword arguments`)
  }
  return args.slice(0, args.length - kwnames.length)
}
