/** The module `time`: clocks, sleeping, and calendar times in UTC, which is also the local time here. As `Modules/timemodule.c`. */
import type { PyObject } from '../heap/object.ts'
import type { Held, Own } from '../heap/reference.ts'
import { lend, newRef } from '../heap/reference.ts'
import { checkPositional } from '../objects/declare/arguments.ts'
import { defineModule, fn, rawFn } from '../objects/declare/module.ts'
import { newFloat, PyFloat } from '../objects/float.ts'
import { newInt } from '../objects/int.ts'
import { toBigInt, toIndex } from '../objects/protocols/numbers.ts'
import { newInterned, newStr, PyStr } from '../objects/str.ts'
import { newTuple, PyTuple } from '../objects/tuple.ts'
import { typeName } from '../objects/type.ts'
import type { VM } from '../objects/vm.ts'
import { refuseKeywords } from './arguments.ts'
import { defineStructSequence, newStructSequence } from './struct-sequence.ts'
import { type CalendarTime, calendarOf, formatTime, secondsOf, textOfTime } from './time/calendar.ts'
import { parseTime } from './time/parse.ts'

const fields = [
  'tm_year',
  'tm_mon',
  'tm_mday',
  'tm_hour',
  'tm_min',
  'tm_sec',
  'tm_wday',
  'tm_yday',
  'tm_isdst',
] as const

const structTimeSpec = defineStructSequence(
  'time',
  'struct_time',
  'A calendar time.',
  fields,
  (vm, cls, args) => {
    const [given] = args
    if (args.length !== 1 || !(given instanceof PyTuple))
      return vm.raise('TypeError', 'constructor requires a sequence')
    if (given.items.length < fields.length) {
      return vm.raise(
        'TypeError',
        `time.struct_time() takes an at least 9-sequence (${given.items.length}-sequence given)`,
      )
    }
    return newStructSequence(vm, cls, given.items.slice(0, fields.length).map(newRef))
  },
)

function newStructTime(vm: VM, time: CalendarTime, isDst = 0): Own {
  const { year, month, day, hour, minute, second, weekday, yearday } = time
  const values = [year, month, day, hour, minute, second, weekday, yearday, isDst]
  return newStructSequence(
    vm,
    vm.typeFor(structTimeSpec),
    values.map((value) => newInt(vm, value) as Held),
  )
}

function toCalendar(vm: VM, time: PyObject): CalendarTime {
  if (!(time instanceof PyTuple)) return vm.raise('TypeError', 'Tuple or struct_time argument required')
  if (time.items.length !== fields.length) return vm.raise('TypeError', 'function takes exactly 9 arguments')
  const [year, month, day, hour, minute, second, weekday, yearday] = time.items.map((item) =>
    toIndex(vm, item, 'OverflowError'),
  )
  return {
    year: year!,
    month: month!,
    day: day!,
    hour: hour!,
    minute: minute!,
    second: second!,
    weekday: weekday!,
    yearday: yearday!,
  }
}

/** A time that is to be shown: zeros stand for the first month and the first day, and each field is in its range. */
function toShown(vm: VM, given: PyObject): CalendarTime {
  const time = toCalendar(vm, given)
  const check = (words: string, value: number, least: number, most: number): void => {
    if (value < least || value > most) vm.raise('ValueError', `${words} out of range`)
  }
  if (time.year > 2 ** 31 - 1) vm.raise('OverflowError', 'signed integer is greater than maximum')
  if (time.year < -(2 ** 31)) vm.raise('OverflowError', 'signed integer is less than minimum')
  if (time.year < -(2 ** 31) + 1900) vm.raise('OverflowError', 'year out of range')
  const shown = { ...time, month: time.month || 1, day: time.day || 1, yearday: time.yearday || 1 }
  check('month', shown.month, 1, 12)
  check('day of month', shown.day, 1, 31)
  check('hour', shown.hour, 0, 23)
  check('minute', shown.minute, 0, 59)
  check('seconds', shown.second, 0, 61)
  check('day of week', shown.weekday, -1, 2 ** 31)
  check('day of year', shown.yearday, 1, 366)
  return { ...shown, weekday: (shown.weekday + 7) % 7 }
}

/** The seconds given, or now. */
function secondsGiven(vm: VM, args: readonly PyObject[]): number {
  const [seconds] = args
  return seconds === undefined || seconds === vm.None
    ? vm.host.now()
    : seconds instanceof PyFloat
      ? seconds.value
      : Number(toBigInt(vm, seconds))
}

/** A function of an optional number of seconds. */
function ofSeconds(name: string, doc: string, body: (vm: VM, time: CalendarTime) => Own) {
  return rawFn(`${name}(seconds=None, /) -> object`, doc, (vm, args, kwnames) => {
    refuseKeywords(vm, `time.${name}`, kwnames)
    checkPositional(vm, name, args.length, 0, 1)
    return body(vm, calendarOf(Math.floor(secondsGiven(vm, args))))
  })
}

/** Seconds as nanoseconds: ints exactly, floats as far as they go. */
function nanoseconds(vm: VM, seconds: PyObject): bigint {
  if (seconds instanceof PyFloat) {
    if (Number.isNaN(seconds.value)) return vm.raise('ValueError', 'Invalid value NaN (not a number)')
    if (!Number.isFinite(seconds.value) || Math.abs(seconds.value) > 9e9) {
      return vm.raise('OverflowError', 'timestamp too large to convert to C PyTime_t')
    }
    return BigInt(Math.ceil(seconds.value * 1e9))
  }
  return toBigInt(vm, seconds) * 1_000_000_000n
}

function sleep(vm: VM, seconds: PyObject): void {
  const duration = nanoseconds(vm, seconds)
  if (duration < 0n) vm.raise('ValueError', 'sleep length must be non-negative')
  vm.sleep(duration)
}

function now(vm: VM): bigint {
  return BigInt(Math.round(vm.host.now() * 1e6)) * 1000n
}

function inSeconds(nanos: bigint): number {
  return Number(nanos / 1_000_000_000n) + Number(nanos % 1_000_000_000n) / 1e9
}

const clocks = {
  time: { implementation: 'clock_gettime(CLOCK_REALTIME)', monotonic: false, adjustable: true, read: now },
  monotonic: {
    implementation: 'clock_gettime(CLOCK_MONOTONIC)',
    monotonic: true,
    adjustable: false,
    read: (vm: VM) => vm.host.monotonic(),
  },
  perf_counter: {
    implementation: 'clock_gettime(CLOCK_MONOTONIC)',
    monotonic: true,
    adjustable: false,
    read: (vm: VM) => vm.host.monotonic(),
  },
  process_time: {
    implementation: 'clock_gettime(CLOCK_PROCESS_CPUTIME_ID)',
    monotonic: true,
    adjustable: false,
    read: (vm: VM) => vm.host.monotonic(),
  },
  thread_time: {
    implementation: 'clock_gettime(CLOCK_THREAD_CPUTIME_ID)',
    monotonic: true,
    adjustable: false,
    read: (vm: VM) => vm.host.monotonic(),
  },
} as const

const clockFunctions = Object.entries(clocks).flatMap(([name, { read }]) => [
  fn(`${name}() -> float` as 'f() -> float', 'A clock, in seconds.', (vm) => inSeconds(read(vm))),
  fn(`${name}_ns() -> int` as 'f() -> int', 'A clock, in nanoseconds.', (vm) => read(vm)),
])

function clockInfo(vm: VM, name: string): Own {
  const clock = Object.hasOwn(clocks, name)
    ? clocks[name as keyof typeof clocks]
    : vm.raise('ValueError', 'unknown clock')
  const values: Record<string, Own> = {
    implementation: newStr(vm, clock.implementation),
    monotonic: newRef(clock.monotonic ? vm.True : vm.False),
    adjustable: newRef(clock.adjustable ? vm.True : vm.False),
    resolution: newFloat(vm, 1e-9),
  }
  const names = Object.keys(values).map((key) => newInterned(vm, key))
  return lend(newTuple(vm, Object.values(values)), (items) =>
    lend(newTuple(vm, names), () => vm.call(vm.types.SimpleNamespace, items.items, names)),
  )
}

export const timeModule = defineModule('time', 'Clocks and calendar times.', {
  functions: [
    ...clockFunctions,
    fn('sleep(seconds, /)', 'Waits.', sleep),
    fn('get_clock_info(name: str, /) -> object', 'What is known about a clock.', clockInfo),
    ofSeconds('gmtime', 'The calendar time in UTC.', (vm, time) => newStructTime(vm, time)),
    ofSeconds('localtime', 'The local calendar time.', (vm, time) => newStructTime(vm, time)),
    ofSeconds('ctime', 'The local time as text.', (vm, time) => newStr(vm, textOfTime(time))),
    rawFn('asctime(tuple=None, /) -> object', 'A calendar time as text.', (vm, args, kwnames) => {
      refuseKeywords(vm, 'time.asctime', kwnames)
      checkPositional(vm, 'asctime', args.length, 0, 1)
      const time = args.length === 0 ? calendarOf(Math.floor(vm.host.now())) : toShown(vm, args[0]!)
      return newStr(vm, textOfTime(time))
    }),
    fn('mktime(tuple, /) -> float', 'Seconds since the epoch of a local time.', (vm, time) =>
      secondsOf(toCalendar(vm, time)),
    ),
    rawFn(
      'strftime(format, tuple=None, /) -> object',
      'A calendar time by a format.',
      (vm, args, kwnames) => {
        refuseKeywords(vm, 'time.strftime', kwnames)
        checkPositional(vm, 'strftime', args.length, 1, 2)
        const [format, time] = args
        if (!(format instanceof PyStr))
          return vm.raise('TypeError', `strftime() argument 1 must be str, not ${typeName(format!)}`)
        const calendar = time === undefined ? calendarOf(Math.floor(vm.host.now())) : toShown(vm, time)
        return newStr(vm, formatTime(format.value, calendar))
      },
    ),
    rawFn(
      "strptime(string, format='%a %b %d %H:%M:%S %Y', /) -> object",
      'Reads a calendar time by a format.',
      (vm, args, kwnames) => {
        refuseKeywords(vm, 'time.strptime', kwnames)
        checkPositional(vm, 'strptime', args.length, 1, 2)
        const [text, format] = args.map((each) =>
          each instanceof PyStr ? each.value : vm.raise('TypeError', 'strptime() arguments must be str'),
        )
        const time = parseTime(text!, format ?? '%a %b %d %H:%M:%S %Y')
        if (time === null)
          return vm.raise('ValueError', `time data '${text}' does not match format '${format}'`)
        return newStructTime(vm, time, -1)
      },
    ),
  ],
  attributes: {
    timezone: (vm) => newInt(vm, 0),
    altzone: (vm) => newInt(vm, 0),
    daylight: (vm) => newInt(vm, 0),
    tzname: (vm) => newTuple(vm, [newStr(vm, 'UTC'), newStr(vm, 'UTC')]),
  },
  types: { struct_time: structTimeSpec },
})
