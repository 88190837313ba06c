/** Calendar times in UTC: from seconds since 1970 and back, and as text. Proleptic Gregorian, as C's `gmtime` and `strftime`. */

export interface CalendarTime {
  readonly year: number
  /** 1 to 12. */
  readonly month: number
  readonly day: number
  readonly hour: number
  readonly minute: number
  readonly second: number
  /** 0 is Monday. */
  readonly weekday: number
  /** 1 to 366. */
  readonly yearday: number
}

const SECONDS_A_DAY = 86400

export const monthNames = [
  'January',
  'February',
  'March',
  'April',
  'May',
  'June',
  'July',
  'August',
  'September',
  'October',
  'November',
  'December',
] as const
export const dayNames = [
  'Monday',
  'Tuesday',
  'Wednesday',
  'Thursday',
  'Friday',
  'Saturday',
  'Sunday',
] as const

/** Days from 1970-01-01 to the first of a month; the year begins in March, so that leap days come last. */
export function daysFrom1970(year: number, month: number, day: number): number {
  const shifted = month > 2 ? year : year - 1
  const era = Math.floor(shifted / 400)
  const inEra = shifted - era * 400
  const dayOfYear = Math.floor((153 * (month > 2 ? month - 3 : month + 9) + 2) / 5) + day - 1
  return era * 146097 + inEra * 365 + Math.floor(inEra / 4) - Math.floor(inEra / 100) + dayOfYear - 719468
}

/** The calendar time of whole seconds since 1970. */
export function calendarOf(seconds: number): CalendarTime {
  const days = Math.floor(seconds / SECONDS_A_DAY)
  const rest = seconds - days * SECONDS_A_DAY
  const fromMarch = days + 719468
  const era = Math.floor(fromMarch / 146097)
  const inEra = fromMarch - era * 146097
  const years = Math.floor(
    (inEra - Math.floor(inEra / 1460) + Math.floor(inEra / 36524) - Math.floor(inEra / 146096)) / 365,
  )
  const dayOfYear = inEra - (365 * years + Math.floor(years / 4) - Math.floor(years / 100))
  const shifted = Math.floor((5 * dayOfYear + 2) / 153)
  const month = shifted < 10 ? shifted + 3 : shifted - 9
  const year = years + era * 400 + (month <= 2 ? 1 : 0)
  return {
    year,
    month,
    day: dayOfYear - Math.floor((153 * shifted + 2) / 5) + 1,
    hour: Math.floor(rest / 3600),
    minute: Math.floor((rest % 3600) / 60),
    second: rest % 60,
    weekday: weekdayOf(days),
    yearday: days - daysFrom1970(year, 1, 1) + 1,
  }
}

/** The first of January 1970 was a Thursday. */
export function weekdayOf(days: number): number {
  return (((days + 3) % 7) + 7) % 7
}

export function secondsOf({ year, month, day, hour, minute, second }: CalendarTime): number {
  const months = year * 12 + month - 1
  const days = daysFrom1970(Math.floor(months / 12), (((months % 12) + 12) % 12) + 1, 1) + day - 1
  return days * SECONDS_A_DAY + hour * 3600 + minute * 60 + second
}

const two = (value: number): string => String(value).padStart(2, '0')
const clock = ({ hour, minute, second }: CalendarTime): string => `${two(hour)}:${two(minute)}:${two(second)}`

/** `Thu Jan  1 00:00:00 1970`. */
export function textOfTime(time: CalendarTime): string {
  const month = monthNames[time.month - 1]!.slice(0, 3)
  return `${dayNames[time.weekday]!.slice(0, 3)} ${month} ${String(time.day).padStart(2)} ${clock(time)} ${time.year}`
}

/** Year and week by ISO 8601. */
function isoWeek({ year, weekday, yearday }: CalendarTime): [year: number, week: number] {
  const week = Math.floor((yearday - 1 - weekday + 10) / 7)
  if (week < 1) return [year - 1, weeksIn(year - 1)]
  return week > weeksIn(year) ? [year + 1, 1] : [year, week]
}

function weeksIn(year: number): number {
  const startsOn = weekdayOf(daysFrom1970(year, 1, 1))
  const isLeap = daysFrom1970(year + 1, 1, 1) - daysFrom1970(year, 1, 1) === 366
  return startsOn === 3 || (startsOn === 2 && isLeap) ? 53 : 52
}

const directives: Readonly<Record<string, (time: CalendarTime) => string>> = {
  a: (time) => dayNames[time.weekday]!.slice(0, 3),
  A: (time) => dayNames[time.weekday]!,
  b: (time) => monthNames[time.month - 1]!.slice(0, 3),
  B: (time) => monthNames[time.month - 1]!,
  c: textOfTime,
  d: (time) => two(time.day),
  D: (time) => `${two(time.month)}/${two(time.day)}/${two(time.year % 100)}`,
  e: (time) => String(time.day).padStart(2),
  F: (time) => `${time.year}-${two(time.month)}-${two(time.day)}`,
  G: (time) => String(isoWeek(time)[0]),
  h: (time) => monthNames[time.month - 1]!.slice(0, 3),
  H: (time) => two(time.hour),
  I: (time) => two(time.hour % 12 || 12),
  j: (time) => String(time.yearday).padStart(3, '0'),
  m: (time) => two(time.month),
  M: (time) => two(time.minute),
  n: () => '\n',
  p: (time) => (time.hour < 12 ? 'AM' : 'PM'),
  r: (time) =>
    `${two(time.hour % 12 || 12)}:${two(time.minute)}:${two(time.second)} ${time.hour < 12 ? 'AM' : 'PM'}`,
  R: (time) => `${two(time.hour)}:${two(time.minute)}`,
  s: (time) => String(secondsOf(time)),
  S: (time) => two(time.second),
  t: () => '\t',
  T: clock,
  u: (time) => String(time.weekday + 1),
  U: (time) => two(Math.floor((time.yearday + 6 - ((time.weekday + 1) % 7)) / 7)),
  V: (time) => two(isoWeek(time)[1]),
  w: (time) => String((time.weekday + 1) % 7),
  W: (time) => two(Math.floor((time.yearday + 6 - time.weekday) / 7)),
  x: (time) => `${two(time.month)}/${two(time.day)}/${two(time.year % 100)}`,
  X: clock,
  y: (time) => two(((time.year % 100) + 100) % 100),
  Y: (time) => String(time.year),
  z: () => '+0000',
  Z: () => 'UTC',
  '%': () => '%',
}

/** A time by a format of `strftime`; unknown directives stay as they are. */
export function formatTime(format: string, time: CalendarTime): string {
  return format.replace(/%[-_0^#EO]?(.)/gs, (whole, letter: string) => directives[letter]?.(time) ?? whole)
}
