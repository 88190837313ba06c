// `npm run dev` and `npm run build`: Astro's own commands, without its telemetry.

import { argv } from 'node:process'
import { runStep } from '../command.ts'

const args = argv.slice(2)
const step = await runStep(args.join(' '), 'astro', args)
process.exitCode = step.passed ? 0 : 1
