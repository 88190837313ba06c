/** `datetime`: dates, times and durations; as `Lib/_pydatetime.py`. */
import { datetimeDates } from './datetime/dates.ts'
import { datetimeDurations } from './datetime/durations.ts'
import { datetimeMoments } from './datetime/moments.ts'

export const datetimeSource = [datetimeDurations, datetimeDates, datetimeMoments].join('\n')
