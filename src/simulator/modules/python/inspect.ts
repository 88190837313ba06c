/** `inspect`: objects, signatures and frames looked at; as `Lib/inspect.py`. Source is known of what was compiled. */
import { inspectObjects } from './inspect/objects.ts'
import { inspectSignatures } from './inspect/signatures.ts'

export const inspectSource = [inspectObjects, inspectSignatures].join('\n')
