// The recorder's worker: a service (service.ts) with a port to the page, and one to itself, by which it takes turns
// with what comes from the page.

import type { ToRecorder } from './protocol.ts'
import { RecorderService } from './service.ts'

const scope = globalThis as unknown as DedicatedWorkerGlobalScope

const { port1: bell, port2: ear } = new MessageChannel()
let isWoken = false

const service = new RecorderService(
  (message) => scope.postMessage(message),
  () => {
    if (isWoken) return
    isWoken = true
    bell.postMessage(null)
  },
)

ear.onmessage = () => {
  isWoken = false
  service.turn()
}

scope.addEventListener('message', (event: MessageEvent<ToRecorder>) => service.hear(event.data))
