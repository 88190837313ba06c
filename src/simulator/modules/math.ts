/** The module `math`. As `Modules/mathmodule.c`; the algorithms are in `objects/text/`. */
import { defineModule } from '../objects/declare/module.ts'
import { newFloat } from '../objects/float.ts'
import { floatFunctions } from './math/floats.ts'
import { integerFunctions } from './math/integers.ts'

export const mathModule = defineModule('math', 'Functions of real numbers.', {
  functions: [...floatFunctions, ...integerFunctions],
  attributes: {
    pi: (vm) => newFloat(vm, Math.PI),
    e: (vm) => newFloat(vm, Math.E),
    tau: (vm) => newFloat(vm, 2 * Math.PI),
    inf: (vm) => newFloat(vm, Number.POSITIVE_INFINITY),
    nan: (vm) => newFloat(vm, Number.NaN),
  },
})
