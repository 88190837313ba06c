/** The module `itertools`. */
import { defineModule } from '../objects/declare/module.ts'
import {
  batchedSpec,
  chainSpec,
  cycleSpec,
  isliceSpec,
  pairwiseSpec,
  zipLongestSpec,
} from './itertools/chains.ts'
import {
  combinationsSpec,
  permutationsSpec,
  productSpec,
  withReplacementSpec,
} from './itertools/combinatorics.ts'
import { countSpec, repeatSpec } from './itertools/endless.ts'
import {
  accumulateSpec,
  compressSpec,
  dropwhileSpec,
  filterfalseSpec,
  starmapSpec,
  takewhileSpec,
} from './itertools/filters.ts'
import { groupbySpec, teeFunction, teeSpec } from './itertools/groups.ts'

export const itertoolsModule = defineModule('itertools', 'Iterators made of iterators.', {
  functions: [teeFunction],
  types: {
    accumulate: accumulateSpec,
    batched: batchedSpec,
    chain: chainSpec,
    combinations: combinationsSpec,
    combinations_with_replacement: withReplacementSpec,
    compress: compressSpec,
    count: countSpec,
    cycle: cycleSpec,
    dropwhile: dropwhileSpec,
    filterfalse: filterfalseSpec,
    groupby: groupbySpec,
    islice: isliceSpec,
    pairwise: pairwiseSpec,
    permutations: permutationsSpec,
    product: productSpec,
    repeat: repeatSpec,
    starmap: starmapSpec,
    takewhile: takewhileSpec,
    zip_longest: zipLongestSpec,
    _tee: teeSpec,
  },
})
