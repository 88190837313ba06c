// The recorder's worker: answers one question after the other. A question that nobody waits for any more is not
// called off; the page ends the worker.

import type { Answer, FromRecorder, ToRecorder } from './protocol.ts'
import { Recorder } from './recorder.ts'

const scope = globalThis as unknown as DedicatedWorkerGlobalScope

const recorder = new Recorder()

function send(message: FromRecorder, transfer: Transferable[] = []): void {
  scope.postMessage(message, transfer)
}

function handle(message: ToRecorder): void {
  const { query } = message
  try {
    if (message.type === 'record') {
      const recording = recorder.record(message.request, (instructions) =>
        send({ type: 'progress', query, instructions }),
      )
      send({ type: 'recorded', query, recording })
    } else {
      const answer: Answer = recorder.look(message.look)
      send({ type: 'seen', query, answer })
    }
  } catch (error) {
    const text = error instanceof Error ? `${error.name}: ${error.message}` : String(error)
    send({ type: 'failed', query, message: text })
  }
}

scope.addEventListener('message', (event: MessageEvent<ToRecorder>) => handle(event.data))
