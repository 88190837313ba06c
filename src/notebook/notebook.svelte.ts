// The shell around `step`: one notebook a page, shared by all its cells. Holds the state where Svelte can see it,
// performs effects (kernels, storage, focus), and turns what happens outside into events. The output of a kernel
// is gathered for a frame before it becomes an event, so that a program that prints fast does not busy the page.

import { KernelClient, newKernelWorker } from '../kernel/client.ts'
import type { FromKernel } from '../kernel/protocol.ts'
import { unreachable } from '../kernel/protocol.ts'
import type { CellData } from './cell-data.ts'
import {
  type CellId,
  type CellState,
  cellIdOf,
  emptyNotebook,
  findCell,
  type NotebookState,
  type Saved,
} from './model.ts'
import { type Effect, type NotebookEvent, step } from './state.ts'
import { EditStore, type Stored } from './storage.ts'

/** What the shell knows of a cell's place in the page. */
export interface CellPlace {
  element: HTMLElement
  /** Puts the focus into the cell's code. */
  focusCode(): void
}

const saveDelay = 250

class Notebook {
  #state = $state.raw<NotebookState>(emptyNotebook)
  readonly #places = new Map<CellId, CellPlace>()
  readonly #kernels = {
    program: new KernelClient(newKernelWorker, (message) => this.#hear(message)),
    session: new KernelClient(newKernelWorker, (message) => this.#hear(message)),
  }
  #store: EditStore | null = null
  readonly #unsaved = new Map<CellId, { cell: CellState; saved: Saved | null }>()
  #saveTimer: ReturnType<typeof setTimeout> | undefined
  #heard: FromKernel[] = []
  #listening = false

  get state(): NotebookState {
    return this.#state
  }

  cell(id: CellId): CellState | undefined {
    return findCell(this.#state, id)
  }

  /** Takes up a cell of the page. */
  add(data: CellData, place: CellPlace): () => void {
    this.#listen()
    const id = cellIdOf(data)
    const { saved, earlier } = this.#read(data)
    const index = this.#state.cells.filter((cell) => precedes(this.#places.get(cell.id), place)).length
    this.#places.set(id, place)
    this.dispatch({ type: 'add', data, index, saved, earlier })
    return () => {
      this.#places.delete(id)
      this.dispatch({ type: 'remove', cell: id })
    }
  }

  dispatch(event: NotebookEvent): void {
    const [state, effects] = step(this.#state, event)
    this.#state = state
    for (const effect of effects) this.#perform(effect)
  }

  /** Begins to load what a run of this cell will need. */
  warm(kind: CellData['kind']): void {
    this.#kernels[kind].warm()
  }

  #perform(effect: Effect): void {
    switch (effect.type) {
      case 'start':
        return this.#kernels[effect.request.mode].start(effect.request)
      case 'interrupt':
        return this.#kernels[effect.mode].interrupt(effect.run)
      case 'send-line':
        return this.#kernels[effect.mode].input(effect.run, effect.line)
      case 'save':
        this.#unsaved.set(effect.cell.id, effect)
        clearTimeout(this.#saveTimer)
        this.#saveTimer = setTimeout(() => this.#saveAll(), saveDelay)
        return
      case 'save-decision':
        return this.#guardStorage((store) => store.decide(effect.cell.data))
      case 'focus':
        return this.#places.get(effect.cell)?.focusCode()
      default:
        unreachable(effect)
    }
  }

  #hear(message: FromKernel): void {
    const due = this.#heard.length > 0
    this.#heard.push(message)
    if (message.type !== 'output') this.#tell()
    // A page in the background gets no frames; it is not looked at either, and the timer is slow there.
    else if (!due) this.#soon(() => this.#tell())
  }

  #soon(callback: () => void): void {
    if (document.visibilityState === 'visible') requestAnimationFrame(callback)
    else setTimeout(callback, 50)
  }

  #tell(): void {
    const heard = this.#heard
    this.#heard = []
    for (const message of joinOutput(heard)) this.dispatch({ type: 'kernel', message })
  }

  #read(data: CellData): Stored {
    let stored: Stored = { saved: null, earlier: null }
    this.#guardStorage((store) => {
      stored = store.read(data)
    })
    return stored
  }

  #saveAll(): void {
    clearTimeout(this.#saveTimer)
    const unsaved = [...this.#unsaved.values()]
    this.#unsaved.clear()
    for (const { cell, saved } of unsaved) {
      this.#guardStorage((store) => {
        const foreign = store.write(cell.data, saved, Date.now())
        if (foreign !== null) this.dispatch({ type: 'found', cell: cell.id, text: foreign })
      })
    }
  }

  #guardStorage(action: (store: EditStore) => void): void {
    try {
      // Reading the property alone throws where storage is forbidden.
      this.#store ??= new EditStore(globalThis.localStorage)
      action(this.#store)
      if (!this.#state.storing) this.dispatch({ type: 'storage', working: true })
    } catch {
      if (this.#state.storing) this.dispatch({ type: 'storage', working: false })
    }
  }

  #listen(): void {
    if (this.#listening) return
    this.#listening = true
    // Where nothing points at a cell before it is clicked, as on a phone, the first run would wait for the simulator.
    whenIdle(() => this.warm('program'))
    addEventListener('pagehide', () => this.#saveAll())
    document.addEventListener('visibilitychange', () => {
      if (document.visibilityState === 'hidden') this.#saveAll()
    })
    addEventListener('beforeunload', (event) => {
      this.#saveAll()
      // Where edits cannot be stored, leaving would lose them: the browser asks.
      if (!this.#state.storing && this.#state.cells.some((cell) => cell.source !== cell.data.source)) {
        event.preventDefault()
      }
    })
  }
}

function whenIdle(callback: () => void): void {
  // Not every browser has the first.
  if ('requestIdleCallback' in globalThis) requestIdleCallback(callback, { timeout: 3000 })
  else setTimeout(callback, 1000)
}

function precedes(place: CellPlace | undefined, other: CellPlace): boolean {
  if (place === undefined) return false
  return (place.element.compareDocumentPosition(other.element) & Node.DOCUMENT_POSITION_FOLLOWING) !== 0
}

function joinOutput(messages: readonly FromKernel[]): FromKernel[] {
  const joined: FromKernel[] = []
  for (const message of messages) {
    const last = joined.at(-1)
    if (message.type === 'output' && last?.type === 'output' && last.run === message.run) {
      joined[joined.length - 1] = { ...last, chunks: [...last.chunks, ...message.chunks] }
    } else joined.push(message)
  }
  return joined
}

/** The notebook of this page. */
export const notebook = new Notebook()
