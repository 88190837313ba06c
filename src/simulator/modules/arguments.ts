/**
 * Reading the arguments of functions that no signature describes: those whose defaults are no plain values,
 * or that take any number of arguments beside keywords.
 */
import type { PyObject } from '../heap/object.ts'
import type { KwNames } from '../objects/declare/slots.ts'
import type { VM } from '../objects/vm.ts'

/** Positional values and known keywords of a call, apart. A keyword that is not in `names` raises TypeError. */
export function splitKeywords<const N extends string>(
  vm: VM,
  name: string,
  args: readonly PyObject[],
  kwnames: KwNames,
  names: readonly N[],
): { positional: readonly PyObject[]; given: { [K in N]?: PyObject } } {
  const given: { [K in N]?: PyObject } = {}
  if (kwnames === null || kwnames.length === 0) return { positional: args, given }
  const count = args.length - kwnames.length
  kwnames.forEach((key, i) => {
    const known = names.find((each) => each === key.value)
    if (known === undefined)
      vm.raise('TypeError', `${name}() got an unexpected keyword argument '${key.value}'`)
    else given[known] = args[count + i]!
  })
  return { positional: args.slice(0, count), given }
}

/**
 * The values of parameters that may all be given by position or name, absent ones undefined. As
 * `PyArg_ParseTupleAndKeywords` with its messages; the first `required` must be there.
 */
export function bindNamed(
  vm: VM,
  name: string,
  args: readonly PyObject[],
  kwnames: KwNames,
  names: readonly string[],
  required: number,
): (PyObject | undefined)[] {
  const keywords = kwnames?.length ?? 0
  const count = args.length - keywords
  if (args.length > names.length) {
    const plural = names.length === 1 ? '' : 's'
    const keyword = count === 0 ? 'keyword ' : ''
    vm.raise(
      'TypeError',
      `${name}() takes at most ${names.length} ${keyword}argument${plural} (${args.length} given)`,
    )
  }
  const values: (PyObject | undefined)[] = names.map((_, i) => (i < count ? args[i] : undefined))
  kwnames?.forEach((key, i) => {
    const at = names.indexOf(key.value)
    if (at >= count) values[at] = args[count + i]
  })
  for (let i = 0; i < required; i++) {
    if (values[i] === undefined)
      vm.raise('TypeError', `${name}() missing required argument '${names[i]}' (pos ${i + 1})`)
  }
  kwnames?.forEach((key) => {
    const at = names.indexOf(key.value)
    if (at >= 0 && at < count) {
      vm.raise('TypeError', `argument for ${name}() given by name ('${key.value}') and position (${at + 1})`)
    }
  })
  kwnames?.forEach((key) => {
    if (!names.includes(key.value))
      vm.raise('TypeError', `${name}() got an unexpected keyword argument '${key.value}'`)
  })
  return values
}

/** Refuses keywords: `name() takes no keyword arguments`. */
export function refuseKeywords(vm: VM, name: string, kwnames: KwNames): void {
  if (kwnames !== null && kwnames.length > 0) vm.raise('TypeError', `${name}() takes no keyword arguments`)
}
