// Runs one of the project's commands as a step with a name, and remembers how it went.

import { spawn } from 'node:child_process'
import { delimiter, join } from 'node:path'
import { env } from 'node:process'
import { fileURLToPath } from 'node:url'

/** The project's folder. */
export const root: string = fileURLToPath(new URL('../../', import.meta.url))

/** A finished step. */
export interface Step {
  name: string
  passed: boolean
  seconds: number
}

/** Runs `command` with the project's programs on the path, its output going where ours goes. */
export function runStep(name: string, command: string, args: readonly string[]): Promise<Step> {
  const started = Date.now()
  console.log(`\n── ${name} ${'─'.repeat(Math.max(0, 60 - name.length))}`)
  const path = `${join(root, 'node_modules', '.bin')}${delimiter}${env['PATH'] ?? ''}`
  const child = spawn(command, args, {
    cwd: root,
    stdio: 'inherit',
    shell: process.platform === 'win32',
    env: { ...env, PATH: path, ASTRO_TELEMETRY_DISABLED: '1' },
  })
  return new Promise((resolve) => {
    const finish = (passed: boolean) => {
      const seconds = Math.round((Date.now() - started) / 1000)
      if (!passed) console.error(`${name}: failed after ${seconds} s`)
      resolve({ name, passed, seconds })
    }
    child.on('error', (error) => {
      console.error(error.message)
      finish(false)
    })
    child.on('close', (code) => finish(code === 0))
  })
}
