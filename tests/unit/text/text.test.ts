// Text by code points: codecs, searching, padding, repr, Unicode properties and case; cases recorded from CPython.

import { describe, expect, it } from 'vitest'
import * as points from '../../../src/simulator/objects/text/code-points.ts'
import * as codecs from '../../../src/simulator/objects/text/codecs.ts'
import { pad } from '../../../src/simulator/objects/text/format-spec.ts'
import { quoteBytes, quoteText, quoteTextAscii } from '../../../src/simulator/objects/text/repr.ts'
import * as texts from '../../../src/simulator/objects/text/str-operations.ts'
import * as unicode from '../../../src/simulator/objects/text/unicode.ts'
import * as cases from '../../../src/simulator/objects/text/unicode-case.ts'
import { bytes, int, testRecorded } from './recorded.ts'

function orCodecError<T>(action: () => T): T | string {
  try {
    return action()
  } catch (error) {
    if (!(error instanceof codecs.CodecError)) throw error
    const type = error.kind === 'decode' ? 'UnicodeDecodeError' : 'UnicodeEncodeError'
    const { encoding, start, end, reason } = error
    return `${type} ${encoding} ${start} ${end} ${reason} | ${codecs.codecErrorMessage(error)}`
  }
}

describe('codecs', () => {
  testRecorded('codecs', {
    decode: (data: string, encoding: codecs.Encoding, errors: string) =>
      orCodecError(() => codecs.decode(bytes(data), encoding, errors)),
    encode: (text: string, encoding: codecs.Encoding, errors: string) =>
      orCodecError(() => codecs.encode(text, encoding, errors)),
    name: (name: string) =>
      codecs.findEncoding(name) === null ? `!LookupError: unknown encoding: ${name}` : false,
  })

  it('asks a function what to make of an error', () => {
    const errors = (error: codecs.CodecError) => ({ replacement: `<${error.start}>`, resume: -1 })
    expect(codecs.decode(Uint8Array.of(0xff, 0xfe, 65), 'utf-8', errors)).toBe('<0>A')
    expect(codecs.encode('é€é!', 'ascii', errors)).toEqual(codecs.encode('<0>!', 'ascii'))
  })
})

describe('str', () => {
  testRecorded('operations', {
    search: (text: string, part: string, start: string, stop: string) => {
      const range = [Number(start), Number(stop)] as const
      return [
        int(texts.findText(text, part, ...range)),
        int(texts.findLastText(text, part, ...range)),
        int(texts.countText(text, part, ...range)),
        texts.startsWith(text, part, ...range),
        texts.endsWith(text, part, ...range),
        texts.containsText(text, part),
      ]
    },
    replace: (text: string, part: string, count: string) =>
      texts.replaceText(text, part, '<x>', Number(count)),
    split: (text: string, part: string, count: string) => [
      texts.splitText(text, part, Number(count)),
      texts.splitTextRight(text, part, Number(count)),
      texts.partition(text, part),
      texts.partitionRight(text, part),
    ],
    space: (text: string, count: string) => [
      texts.splitSpace(text, Number(count)),
      texts.splitSpaceRight(text, Number(count)),
    ],
    lines: (text: string) => [texts.splitLines(text, false), texts.splitLines(text, true)],
    strip: (text: string, characters: string | null) => [
      texts.stripText(text, characters, true, true),
      texts.stripText(text, characters, true, false),
      texts.stripText(text, characters, false, true),
    ],
    pad: (text: string, width: string) => {
      const wide = Number(width)
      const length = points.codePointLength(text)
      return [
        texts.centerText(text, wide, '*'),
        texts.centerText(text, wide, ' '),
        pad(text, length, wide, '𝄞', '<'),
        pad(text, length, wide, ' ', '>'),
        texts.fillZeros(text, wide),
        texts.expandTabs(text, wide),
      ]
    },
    repr: (text: string) => [quoteText(text), quoteTextAscii(text)],
    slice: (text: string, start: string, stop: string, step: string) => {
      const by = Number(step)
      const count = Math.max(0, Math.ceil((Number(stop) - Number(start)) / by))
      return points.sliceText(text, Number(start), by, count)
    },
    length: (text: string) => [
      int(points.codePointLength(text)),
      int(points.largestCodePoint(text)),
      points.isAscii(text),
    ],
    compare: (a: string, b: string) => [points.compareText(a, b) < 0, points.compareText(a, b) === 0],
    bytesRepr: (data: string) => quoteBytes(bytes(data)),
  })

  it('does not find half a pair within a pair', () => {
    const clef = '𝄞'
    expect(texts.containsText(clef, clef[1]!)).toBe(false)
    expect(texts.findText(`${clef}${clef[1]}`, clef[1]!)).toBe(1)
    expect(texts.startsWith(clef, clef[0]!)).toBe(false)
    expect(texts.splitText(`a${clef}b`, clef[0]!)).toEqual([`a${clef}b`])
  })
})

describe('Unicode', () => {
  testRecorded('unicode', {
    kinds: (text: string) => [
      unicode.isAlpha(text),
      unicode.isDecimal(text),
      unicode.isDigit(text),
      unicode.isNumeric(text),
      unicode.isIdentifier(text),
      unicode.isAlphanumeric(text),
      unicode.isPrintable(text),
      unicode.isSpace(text),
      unicode.isLower(text),
      unicode.isUpper(text),
      unicode.isTitle(text),
    ],
    case: (text: string) => [
      cases.toLower(text),
      cases.toUpper(text),
      cases.toTitle(text),
      cases.toCasefold(text),
      cases.swapCase(text),
      cases.capitalize(text),
    ],
  })
})
