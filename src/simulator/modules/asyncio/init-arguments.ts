/** Arguments of `__init__`: some by position or name, others by name only. With the messages of argument clinic. */
import type { PyObject } from '../../heap/object.ts'
import type { KwNames } from '../../objects/declare/slots.ts'
import type { VM } from '../../objects/vm.ts'

const plural = (count: number): string => (count === 1 ? '' : 's')

/** The arguments by name; those in `required` are there. All borrowed. */
export function keywordArguments(
  vm: VM,
  func: string,
  required: readonly string[],
  optional: readonly string[],
  args: readonly PyObject[],
  kwnames: KwNames,
): Readonly<Record<string, PyObject | undefined>> {
  const count = args.length - (kwnames?.length ?? 0)
  const most = required.length
  if (count > most) {
    const takes = most === 0 ? 'no' : `at most ${most}`
    const given = most === 0 ? '' : ` (${count} given)`
    vm.raise('TypeError', `${func}() takes ${takes} positional argument${plural(most)}${given}`)
  }
  const values: Record<string, PyObject | undefined> = {}
  for (let i = 0; i < count; i++) values[required[i]!] = args[i]!
  kwnames?.forEach((name, i) => {
    if (!required.includes(name.value) && !optional.includes(name.value))
      vm.raise('TypeError', `${func}() got an unexpected keyword argument '${name.value}'`)
    if (values[name.value] !== undefined)
      vm.raise('TypeError', `argument for ${func}() given by name ('${name.value}') and position (1)`)
    values[name.value] = args[count + i]!
  })
  required.forEach((name, i) => {
    if (values[name] === undefined)
      vm.raise('TypeError', `${func}() missing required argument '${name}' (pos ${i + 1})`)
  })
  return values
}
