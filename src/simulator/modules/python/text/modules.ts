/** Modules in Python about texts, command lines and data in files' formats. */
import { argparseSource } from '../argparse/source.ts'
import { calendarSource } from './calendar.ts'
import { cmathSource } from './cmath.ts'
import { colorsysSource } from './colorsys.ts'
import { csvSource } from './csv.ts'
import { errnoSource } from './errno.ts'
import { fnmatchSource } from './fnmatch.ts'
import { getoptSource, gettextSource } from './getopt.ts'
import { htmlEntitiesSource, htmlSource } from './html.ts'
import { ipaddressSource } from './ipaddress.ts'
import { localeSource, schedSource } from './locale.ts'
import { pathlibSource } from './pathlib.ts'
import { hmacSource, platformSource } from './platform.ts'
import { shlexSource } from './shlex.ts'
import { urllibParseSource } from './urllib.ts'
import { zlibSource } from './zlib.ts'

export const textSources: Readonly<Record<string, string>> = {
  argparse: argparseSource,
  calendar: calendarSource,
  cmath: cmathSource,
  colorsys: colorsysSource,
  csv: csvSource,
  errno: errnoSource,
  fnmatch: fnmatchSource,
  getopt: getoptSource,
  gettext: gettextSource,
  hmac: hmacSource,
  html: htmlSource,
  'html.entities': htmlEntitiesSource,
  ipaddress: ipaddressSource,
  locale: localeSource,
  pathlib: pathlibSource,
  platform: platformSource,
  sched: schedSource,
  shlex: shlexSource,
  urllib: '',
  'urllib.parse': urllibParseSource,
  zlib: zlibSource,
}
