/** `argparse`: command lines; as `Lib/argparse.py`. */
import { argparseActions } from './actions.ts'
import { argparseContainers } from './containers.ts'
import { argparseFormatter } from './formatter.ts'
import { argparseParser } from './parser.ts'

export const argparseSource = [argparseFormatter, argparseActions, argparseContainers, argparseParser].join(
  '\n',
)
