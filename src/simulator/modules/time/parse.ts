/** Reading calendar times by a format: `time.strptime`. As `Lib/_strptime.py`. */
import { type CalendarTime, dayNames, daysFrom1970, monthNames, weekdayOf } from './calendar.ts'

type Parts = { -readonly [K in keyof CalendarTime]?: number } & { afternoon?: boolean }

interface Directive {
  readonly pattern: string
  readonly read: (parts: Parts, text: string) => void
}

const number = (pattern: string, field: keyof Parts): Directive => ({
  pattern,
  read: (parts, text) => {
    ;(parts as Record<string, number>)[field] = Number(text)
  },
})

function named(names: readonly string[], field: 'month' | 'weekday', first: number): Directive {
  return {
    pattern: names.join('|'),
    read: (parts, text) => {
      parts[field] = names.findIndex((name) => name.toLowerCase() === text.toLowerCase()) + first
    },
  }
}

const short = (names: readonly string[]): string[] => names.map((name) => name.slice(0, 3))

const directives: Readonly<Record<string, Directive>> = {
  Y: number('\\d{4}', 'year'),
  y: {
    pattern: '\\d{2}',
    read: (parts, text) => {
      parts.year = Number(text) + (Number(text) < 69 ? 2000 : 1900)
    },
  },
  m: number('1[0-2]|0[1-9]|[1-9]', 'month'),
  d: number('3[01]|[12]\\d|0[1-9]|[1-9]| [1-9]', 'day'),
  H: number('2[0-3]|[01]\\d|\\d', 'hour'),
  I: number('1[0-2]|0[1-9]|[1-9]', 'hour'),
  M: number('[0-5]\\d|\\d', 'minute'),
  S: number('6[01]|[0-5]\\d|\\d', 'second'),
  j: number('36[0-6]|3[0-5]\\d|[12]\\d\\d|0[1-9]\\d|00[1-9]|[1-9]\\d|0[1-9]|[1-9]', 'yearday'),
  p: {
    pattern: 'am|pm',
    read: (parts, text) => {
      parts.afternoon = text.toLowerCase() === 'pm'
    },
  },
  B: named(monthNames, 'month', 1),
  b: named(short(monthNames), 'month', 1),
  A: named(dayNames, 'weekday', 0),
  a: named(short(dayNames), 'weekday', 0),
  z: { pattern: '[+-]\\d{2}:?\\d{2}|Z', read: () => {} },
  Z: { pattern: 'UTC|GMT', read: () => {} },
}

/** Directives that stand for others. */
const compounds: Readonly<Record<string, string>> = {
  c: '%a %b %d %H:%M:%S %Y',
  x: '%m/%d/%y',
  X: '%H:%M:%S',
  T: '%H:%M:%S',
}

/** The time that a text gives by a format; null where it does not match. */
export function parseTime(text: string, format: string): CalendarTime | null {
  const expanded = format.replace(/%([cxXT])/g, (_, letter: string) => compounds[letter]!)
  const readers: Directive[] = []
  const pattern = expanded.replace(/%(.)|\s+|[^%\s]/g, (piece, letter: string | undefined) => {
    if (letter === '%') return '%'
    const directive = letter === undefined ? undefined : directives[letter]
    if (directive !== undefined) {
      readers.push(directive)
      return `(${directive.pattern})`
    }
    return /^\s/.test(piece) ? '\\s+' : piece.replace(/[.*+?^${}()|[\]\\/]/g, '\\$&')
  })
  const match = new RegExp(`^${pattern}$`, 'i').exec(text)
  if (match === null) return null
  const parts: Parts = {}
  readers.forEach((reader, i) => reader.read(parts, match[i + 1]!))
  return complete(parts)
}

function complete({
  year = 1900,
  month = 1,
  day = 1,
  hour = 0,
  minute = 0,
  second = 0,
  afternoon,
}: Parts): CalendarTime {
  const days = daysFrom1970(year, month, day)
  const inDay = afternoon === undefined ? hour : (hour % 12) + (afternoon ? 12 : 0)
  const yearday = days - daysFrom1970(year, 1, 1) + 1
  return { year, month, day, hour: inDay, minute, second, weekday: weekdayOf(days), yearday }
}
