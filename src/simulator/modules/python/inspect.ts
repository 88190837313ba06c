/** `inspect`: objects, signatures and frames looked at; as `Lib/inspect.py`. There are no source files to read. */
import { inspectObjects } from './inspect/objects.ts'
import { inspectSignatures } from './inspect/signatures.ts'

export const inspectSource = [inspectObjects, inspectSignatures].join('\n')
