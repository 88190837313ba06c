// Output as a page shows it: stretches of text that came from one place. A live run delivers them as chunks; the
// recorded output is one text, in which tracebacks are told from the rest by their shape.

import type { OutputChunk } from '../kernel/protocol.ts'

export interface Segment {
  readonly from: 'stdout' | 'stderr' | 'typed'
  readonly text: string
}

// Above this a new segment is begun, so that a page which shows a growing output changes little of it at a time.
const segmentLength = 4_000

/** The segments with more output behind them. */
export function appendChunks(segments: readonly Segment[], chunks: readonly OutputChunk[]): Segment[] {
  const result = [...segments]
  for (const { stream, text } of chunks) append(result, stream, text)
  return result
}

/** The segments with a line that the reader typed behind them. */
export function appendTyped(segments: readonly Segment[], text: string): Segment[] {
  return text === '' ? [...segments] : [...segments, { from: 'typed', text }]
}

function append(segments: Segment[], from: Segment['from'], text: string): void {
  const last = segments.at(-1)
  if (last?.from === from && last.text.length + text.length <= segmentLength) {
    segments[segments.length - 1] = { from, text: last.text + text }
    return
  }
  for (let at = 0; at < text.length; at += segmentLength) {
    segments.push({ from, text: text.slice(at, at + segmentLength) })
  }
}

/** What the program printed, as one text: without what the reader typed. */
export function printedText(segments: readonly Segment[]): string {
  return segments
    .filter((segment) => segment.from !== 'typed')
    .map((segment) => segment.text)
    .join('')
}

/** Neighbouring segments of one origin, joined: what is drawn as one block. */
export function joinSegments(segments: readonly Segment[]): { from: Segment['from']; parts: string[] }[] {
  const blocks: { from: Segment['from']; parts: string[] }[] = []
  for (const { from, text } of segments) {
    const last = blocks.at(-1)
    if (last?.from === from) last.parts.push(text)
    else blocks.push({ from, parts: [text] })
  }
  return blocks
}

const opening = /^(?:Traceback \(most recent call last\):|Exception ignored in| {2}File "[^"]*", line \d+$)/
const closing = /^[A-Za-z_][\w.]*(?::|$)/

/** Recorded output, with what went to stderr told apart: tracebacks, up to and with the line that names the exception. */
export function recordedSegments(text: string): Segment[] {
  const segments: Segment[] = []
  let inTraceback = false
  for (const line of text.match(/[^\n]*\n|[^\n]+$/g) ?? []) {
    const bare = line.replace(/\n$/, '')
    const opens = opening.test(bare)
    if (opens) inTraceback = true
    append(segments, inTraceback ? 'stderr' : 'stdout', line)
    if (
      inTraceback &&
      !opens &&
      closing.test(bare) &&
      !/^(?:During handling|The above exception)/.test(bare)
    ) {
      inTraceback = false
    }
  }
  return segments
}
