/**
 * Method resolution order by C3 linearization. As `mro_implementation` of `Objects/typeobject.c`.
 */
import type { PyType } from './type.ts'
import type { VM } from './vm.ts'

/** `__name__`. */
const shortName = (type: PyType): string =>
  type.isHeapType ? type.name : type.name.slice(type.name.lastIndexOf('.') + 1)

/** The order for a class with these bases, the class itself first. Raises TypeError where none exists. */
export function linearize(vm: VM, cls: PyType, bases: readonly PyType[]): PyType[] {
  for (let i = 0; i < bases.length; i++) {
    if (bases.indexOf(bases[i]!) !== i) return vm.raise('TypeError', `duplicate base class ${bases[i]!.name}`)
  }
  for (const base of bases) {
    if (base.mro.length === 0) return vm.raise('TypeError', `Cannot extend an incomplete type '${base.name}'`)
  }
  const sequences: PyType[][] = [...bases.map((base) => [...base.mro]), [...bases]]
  const order = [cls]
  for (;;) {
    const rest = sequences.filter((sequence) => sequence.length > 0)
    if (rest.length === 0) return order
    const next = rest
      .map((sequence) => sequence[0]!)
      .find((head) => rest.every((sequence) => sequence.indexOf(head) <= 0))
    if (next === undefined) {
      const names = [...new Set(rest.map((sequence) => shortName(sequence[0]!)))].join(', ')
      return vm.raise(
        'TypeError',
        `Cannot create a consistent method resolution order (MRO) for bases ${names}`,
      )
    }
    order.push(next)
    for (const sequence of rest) if (sequence[0] === next) sequence.shift()
  }
}
