/** Modules in Python about texts, command lines and data in files' formats. */
import { argparseSource } from '../argparse/source.ts'
import { calendarSource } from './calendar.ts'
import { colorsysSource } from './colorsys.ts'
import { csvSource } from './csv.ts'
import { errnoSource } from './errno.ts'
import { fnmatchSource } from './fnmatch.ts'
import { getoptSource, gettextSource } from './getopt.ts'
import { htmlEntitiesSource, htmlSource } from './html.ts'
import { shlexSource } from './shlex.ts'

export const textSources: Readonly<Record<string, string>> = {
  argparse: argparseSource,
  calendar: calendarSource,
  colorsys: colorsysSource,
  csv: csvSource,
  errno: errnoSource,
  fnmatch: fnmatchSource,
  getopt: getoptSource,
  gettext: gettextSource,
  html: htmlSource,
  'html.entities': htmlEntitiesSource,
  shlex: shlexSource,
}
