/** All meanings: an instruction without one, or with one of the wrong shape, does not compile. */
import type { Meanings, Transfers } from './instruction.ts'
import { attributes, attributeTransfers } from './instructions/attributes.ts'
import { build } from './instructions/build.ts'
import { calls, callTransfers } from './instructions/calls.ts'
import { control, controlTransfers } from './instructions/control.ts'
import { exceptions, exceptionTransfers } from './instructions/exceptions.ts'
import { generators, generatorTransfers } from './instructions/generators.ts'
import { imports } from './instructions/imports.ts'
import { locals, localTransfers } from './instructions/locals.ts'
import { matching } from './instructions/matching.ts'
import { names } from './instructions/names.ts'
import { operators } from './instructions/operators.ts'

export const meanings: Meanings = {
  ...locals,
  ...names,
  ...attributes,
  ...operators,
  ...build,
  ...calls,
  ...control,
  ...generators,
  ...exceptions,
  ...matching,
  ...imports,
}

export const transfers: Transfers = {
  ...localTransfers,
  ...attributeTransfers,
  ...callTransfers,
  ...controlTransfers,
  ...generatorTransfers,
  ...exceptionTransfers,
}
