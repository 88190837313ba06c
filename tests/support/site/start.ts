// `npm start`: builds the site and serves it on this machine. PORT and HOST choose where; a port that is taken is
// left alone and the next free one is used. Ctrl-C ends everything: the server lives in this process.

import { connect } from 'node:net'
import { join } from 'node:path'
import { env, exit } from 'node:process'
import { root, runStep } from '../command.ts'
import { createSiteServer } from './server.ts'

/** Does something answer at `port`, on either of the addresses that a browser takes `localhost` for? */
async function isTaken(port: number): Promise<boolean> {
  const answers = (host: string) =>
    new Promise<boolean>((resolve) => {
      const socket = connect({ port, host, timeout: 500 })
      const finish = (answer: boolean) => {
        socket.destroy()
        resolve(answer)
      }
      socket.on('connect', () => finish(true))
      socket.on('error', () => finish(false))
      socket.on('timeout', () => finish(false))
    })
  return (await Promise.all([answers('127.0.0.1'), answers('::1')])).includes(true)
}

async function freePort(wanted: number): Promise<number> {
  for (let port = wanted; port < wanted + 100; port++) if (!(await isTaken(port))) return port
  throw new Error(`No free port from ${wanted} to ${wanted + 99}.`)
}

for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.on(signal, () => exit(0))
// A signal that ends npm alone leaves its shell's child running; a child whose parent is gone ends itself.
const parent = process.ppid
setInterval(() => process.ppid !== parent && exit(0), 1000).unref()

const build = await runStep('build', 'astro', ['build'])
if (!build.passed) exit(1)

const wanted = Number(env['PORT'] ?? 4321)
const host = env['HOST'] ?? '127.0.0.1'
const port = await freePort(wanted)
const server = createSiteServer(join(root, 'dist'))
server.listen(port, host, () => {
  const shown = host === '127.0.0.1' || host === '0.0.0.0' || host === '::' ? 'localhost' : host
  if (port !== wanted) console.log(`\nPort ${wanted} is taken, so this is the next free one.`)
  console.log(`\nHeapbook is at http://${shown}:${port}/\nCtrl-C ends it.`)
})
