/** The modules of `asyncio` written in Python, by name. */
import { baseEventsSource } from './base-events.ts'
import { eventsSource } from './events.ts'
import {
  baseFuturesSource,
  baseTasksSource,
  constantsSource,
  coroutinesSource,
  exceptionsSource,
  formatHelpersSource,
  futuresSource,
  logSource,
  mixinsSource,
  threadsSource,
} from './helpers.ts'
import { locksSource, queuesSource } from './locks.ts'
import {
  asyncioSource,
  protocolsSource,
  streamsSource,
  subprocessSource,
  transportsSource,
  unixEventsSource,
} from './package.ts'
import { runnersSource } from './runners.ts'
import { taskgroupsSource, timeoutsSource } from './task-groups.ts'
import { tasksSource } from './tasks.ts'

export const asyncioSources: Readonly<Record<string, string>> = {
  asyncio: asyncioSource,
  'asyncio.base_events': baseEventsSource,
  'asyncio.base_futures': baseFuturesSource,
  'asyncio.base_tasks': baseTasksSource,
  'asyncio.constants': constantsSource,
  'asyncio.coroutines': coroutinesSource,
  'asyncio.events': eventsSource,
  'asyncio.exceptions': exceptionsSource,
  'asyncio.format_helpers': formatHelpersSource,
  'asyncio.futures': futuresSource,
  'asyncio.locks': locksSource,
  'asyncio.log': logSource,
  'asyncio.mixins': mixinsSource,
  'asyncio.protocols': protocolsSource,
  'asyncio.queues': queuesSource,
  'asyncio.runners': runnersSource,
  'asyncio.streams': streamsSource,
  'asyncio.subprocess': subprocessSource,
  'asyncio.taskgroups': taskgroupsSource,
  'asyncio.tasks': tasksSource,
  'asyncio.threads': threadsSource,
  'asyncio.timeouts': timeoutsSource,
  'asyncio.transports': transportsSource,
  'asyncio.unix_events': unixEventsSource,
}
