// The notebook's transitions: each case is a list of events on a small page, and what must be true afterwards.

import { describe, expect, test } from 'vitest'
import type { Outcome, RunId } from '../../../src/kernel/protocol.ts'
import type { CellData } from '../../../src/notebook/cell-data.ts'
import { type CellId, emptyNotebook, findCell, type NotebookState } from '../../../src/notebook/model.ts'
import { type Effect, type NotebookEvent, step } from '../../../src/notebook/state.ts'

const page = ['s1', 's2', 's3', 'p1', 'p2'] as const
type Name = (typeof page)[number]

function mkData(id: string): CellData {
  const kind = id.startsWith('s') ? 'session' : 'program'
  const exercise =
    id === 'p2'
      ? {
          checks: [{ name: 'check_a', title: 'A' }],
          checkSource: 'checks',
          hints: [],
          solution: 'solution',
          wrong: [],
        }
      : null
  return {
    lesson: 'lesson',
    id,
    kind,
    source: `${id} code`,
    expected: '',
    raises: id === 's2' ? 'ValueError' : null,
    exercise,
  }
}

const ended: Outcome = { type: 'exited', exitCode: 0, error: null }
const failed = (type: string): Outcome => ({
  type: 'exited',
  exitCode: 1,
  error: { type, message: '', lineno: null, offset: null, end_lineno: null, end_offset: null },
})

/** A page under test: events in, effects gathered. */
class Page {
  state: NotebookState = emptyNotebook
  effects: Effect[] = []

  constructor() {
    for (const [index, id] of page.entries()) {
      this.send({ type: 'add', data: mkData(id), index, saved: null, earlier: null })
    }
  }

  send(event: NotebookEvent): this {
    const [state, effects] = step(this.state, event)
    this.state = state
    this.effects.push(...effects)
    return this
  }

  run(name: Name, options: { checking?: boolean; advance?: boolean } = {}): this {
    return this.send({
      type: 'run',
      cell: id(name),
      checking: options.checking ?? false,
      advance: options.advance ?? false,
    })
  }

  edit(name: Name, source: string): this {
    return this.send({ type: 'edit', cell: id(name), source })
  }

  /** The kernel's run of this cell ends. */
  finish(name: Name, outcome: Outcome = ended): this {
    const active = this.state.active[name.startsWith('s') ? 'session' : 'program']
    expect(active?.cell).toBe(name)
    return this.send({ type: 'kernel', message: { type: 'finished', run: active?.run as RunId, outcome } })
  }

  /** Runs whatever is queued, each cell ending well. */
  settle(): this {
    for (;;) {
      const active = this.state.active.program ?? this.state.active.session
      if (active === null) return this
      this.finish(active.cell as string as Name)
    }
  }

  cell(name: Name) {
    const cell = findCell(this.state, id(name))
    if (cell === undefined) throw new Error(name)
    return cell
  }

  validities(): string {
    return page.map((name) => this.cell(name).validity[0]).join('')
  }

  statuses(): string {
    return page.map((name) => this.cell(name).status.type.slice(0, 2)).join(' ')
  }

  /** What was started since the last call: `s1` goes on, `!s1` begins a new session. */
  started(): string[] {
    const starts = this.effects.flatMap((effect) => (effect.type === 'start' ? [effect.request] : []))
    this.effects = []
    return starts.map((request) => (request.restart ? '!' : '') + request.filename.replace('.py', ''))
  }
}

function id(name: Name): CellId {
  return name as string as CellId
}

describe('session cells', () => {
  test('the cells above run first', () => {
    const p = new Page().run('s3')
    expect(p.statuses()).toBe('ru qu qu re re')
    p.finish('s1').finish('s2').finish('s3')
    expect(p.started()).toEqual(['s1', 's2', 's3'])
    expect(p.validities()).toBe('eeeff')
  })

  test('what is up to date does not run again', () => {
    const p = new Page().run('s1').settle().run('s2').settle()
    expect(p.started()).toEqual(['s1', 's2'])
  })

  test('a cell that has run begins a new session, and what stood below is out of date', () => {
    const p = new Page().run('s3').settle()
    p.started()
    p.run('s2').settle()
    expect(p.started()).toEqual(['!s1', 's2'])
    expect(p.validities()).toBe('eesff')
  })

  test('editing one marks it and those below', () => {
    const p = new Page().run('s3').settle().edit('s2', 'other')
    expect(p.validities()).toBe('essff')
    p.started()
    p.run('s3').settle()
    expect(p.started()).toEqual(['!s1', 's2', 's3'])
    expect(p.validities()).toBe('eeeff')
  })

  test('an edit taken back makes all valid again', () => {
    const p = new Page().run('s3').settle().edit('s2', 'other').edit('s2', 's2 code')
    expect(p.validities()).toBe('eeeff')
  })

  test('an exception nobody expected keeps the cells below from running', () => {
    const p = new Page().run('s3').finish('s1', failed('NameError'))
    expect(p.started()).toEqual(['s1'])
    expect(p.validities()).toBe('eaaff')
    expect(p.statuses()).toBe('re re re re re')
    expect(p.cell('s3').skippedAfter).toBe('s1')
  })

  test('an exception that belongs to the lesson does not', () => {
    const p = new Page().run('s3').finish('s1').finish('s2', failed('ValueError'))
    expect(p.started()).toEqual(['s1', 's2', 's3'])
  })

  test('a stopped cell keeps the session, and the next goes on from there', () => {
    const p = new Page()
      .run('s1')
      .settle()
      .run('s2')
      .send({ type: 'stop', cell: id('s2') })
    expect(p.cell('s2').status).toMatchObject({ type: 'running', stopping: true })
    p.finish('s2', failed('KeyboardInterrupt'))
    expect(p.validities()).toBe('eafff')
    p.started()
    p.run('s3').settle()
    expect(p.started()).toEqual(['s3'])
  })

  test('a session that was lost makes all out of date', () => {
    const p = new Page().run('s2').settle().run('s3').finish('s3', { type: 'killed', sessionLost: true })
    expect(p.validities()).toBe('ssaff')
    p.started()
    p.run('s3').settle()
    expect(p.started()).toEqual(['s1', 's2', 's3'])
  })

  test('stopping a waiting cell takes it and what waits for it out of the queue', () => {
    const p = new Page().run('s3').send({ type: 'stop', cell: id('s2') })
    expect(p.statuses()).toBe('ru re re re re')
  })

  test('a cell that runs again for one below it gets the lines typed before', () => {
    const p = new Page().run('s1')
    const run = p.state.active.session?.run as RunId
    p.send({ type: 'kernel', message: { type: 'activity', run, activity: 'waiting-input' } })
    p.send({ type: 'type-line', cell: id('s1'), line: 'Ada' }).settle()
    p.run('s2').settle().edit('s2', 'other')
    p.effects = []
    p.run('s2')
    expect(p.effects).toMatchObject([
      { type: 'start', request: { filename: 's1', input: ['Ada\n'], restart: true } },
    ])
  })
})

describe('programs', () => {
  test('run one after the other, beside the session', () => {
    const p = new Page().run('p1').run('p2').run('s1')
    expect(p.statuses()).toBe('ru re re ru qu')
    p.finish('p1')
    expect(p.statuses()).toBe('ru re re re ru')
  })

  test('are out of date once edited', () => {
    expect(new Page().run('p1').settle().edit('p1', 'other').validities()).toBe('fffsf')
  })

  test('are checked only when asked', () => {
    const p = new Page().run('p2').settle().run('p2', { checking: true })
    const checks = p.effects.flatMap((effect) => (effect.type === 'start' ? [effect.request.checks] : []))
    expect(checks).toEqual([null, 'checks'])
  })

  test('a second run while running changes nothing', () => {
    const p = new Page().run('p1').run('p1')
    expect(p.finish('p1').started()).toEqual(['p1'])
  })

  test('messages of a run that is over are not heard', () => {
    const p = new Page().run('p1')
    const run = p.state.active.program?.run as RunId
    p.finish('p1')
    const before = p.state
    p.send({ type: 'kernel', message: { type: 'output', run, chunks: [{ stream: 'stdout', text: 'late' }] } })
    expect(p.state.cells).toEqual(before.cells)
  })

  test('run and go on moves the focus to the next cell, if there is one', () => {
    const p = new Page().run('s3', { advance: true }).run('p2', { advance: true })
    expect(p.effects.filter((effect) => effect.type === 'focus')).toEqual([{ type: 'focus', cell: 'p1' }])
  })
})

describe('text', () => {
  test('reset and its undo', () => {
    const p = new Page().edit('p1', 'mine').send({ type: 'reset', cell: id('p1') })
    expect(p.cell('p1')).toMatchObject({ source: 'p1 code', aside: [{ text: 'mine', why: 'reset' }] })
    p.send({ type: 'undo', cell: id('p1') })
    expect(p.cell('p1')).toMatchObject({ source: 'mine', aside: [] })
  })

  test('what is written after a reset survives its undo', () => {
    const p = new Page()
      .edit('p1', 'mine')
      .send({ type: 'reset', cell: id('p1') })
      .edit('p1', 'later')
    p.send({ type: 'undo', cell: id('p1') })
    expect(p.cell('p1')).toMatchObject({ source: 'mine', aside: [{ text: 'later' }] })
    p.send({ type: 'undo', cell: id('p1') })
    expect(p.cell('p1')).toMatchObject({ source: 'later', aside: [{ text: 'mine' }] })
  })

  test('two resets lose neither text', () => {
    const p = new Page().edit('p1', 'one').send({ type: 'reset', cell: id('p1') })
    p.edit('p1', 'two').send({ type: 'reset', cell: id('p1') })
    expect(p.cell('p1').aside.map((aside) => aside.text)).toEqual(['one', 'two'])
  })

  test('reset brings the recorded output back', () => {
    const p = new Page()
      .run('p1')
      .settle()
      .send({ type: 'reset', cell: id('p1') })
    expect(p.cell('p1')).toMatchObject({ result: null, validity: 'fresh' })
  })

  test('the solution sets the answer aside', () => {
    const p = new Page().edit('p2', 'mine').send({ type: 'use-solution', cell: id('p2') })
    expect(p.cell('p2')).toMatchObject({ source: 'solution', aside: [{ text: 'mine', why: 'solution' }] })
  })

  test('an edit is saved, and its return to the original forgotten', () => {
    const p = new Page()
    p.effects = []
    p.edit('p1', 'mine').edit('p1', 'p1 code')
    expect(p.effects).toMatchObject([
      { type: 'save', saved: { source: 'mine', aside: [] } },
      { type: 'save', saved: null },
    ])
  })

  test('what another tab has stored is set aside', () => {
    const p = new Page().edit('p1', 'mine').send({ type: 'found', cell: id('p1'), text: 'theirs' })
    expect(p.cell('p1')).toMatchObject({ source: 'mine', aside: [{ text: 'theirs' }] })
  })
})

describe('an edit of an earlier version', () => {
  function mkPage(): Page {
    const p = new Page()
    const data = { ...mkData('p1'), id: 'changed' }
    p.send({ type: 'add', data, index: 5, saved: null, earlier: { source: 'old edit', decided: false } })
    p.effects = []
    return p
  }
  const changed = 'changed' as CellId
  const state = (p: Page) => findCell(p.state, changed)

  test('mine takes the place of the new one', () => {
    const p = mkPage().send({ type: 'choose', cell: changed, version: 'mine' })
    expect(state(p)).toMatchObject({ source: 'old edit', earlier: { decided: true } })
    expect(p.effects.map((effect) => effect.type)).toEqual(['save', 'save-decision'])
  })

  test('the new one stays, and mine can still be had', () => {
    const p = mkPage().send({ type: 'choose', cell: changed, version: 'new' })
    expect(state(p)).toMatchObject({ source: 'p1 code', earlier: { source: 'old edit', decided: true } })
    p.send({ type: 'choose', cell: changed, version: 'mine' })
    expect(state(p)?.source).toBe('old edit')
  })

  test('mine does not cost what was written meanwhile', () => {
    const p = mkPage().send({ type: 'edit', cell: changed, source: 'newer' })
    p.send({ type: 'choose', cell: changed, version: 'mine' })
    expect(state(p)).toMatchObject({ source: 'old edit', aside: [{ text: 'newer' }] })
  })
})
