// How a host runs programs and cells: slices, interrupts, input, sleeping, checks, the end.

import { describe, expect, test } from 'vitest'
import { type Host, Interpreter, type RunState } from '../../../src/simulator/index.ts'

class TestHost implements Host {
  out = ''
  err = ''
  lines: (string | null)[] = []
  clock = 0n

  write(stream: 'stdout' | 'stderr', text: string): void {
    if (stream === 'stdout') this.out += text
    else this.err += text
  }

  readLine(): string | null {
    return this.lines.length > 0 ? (this.lines.shift() as string | null) : null
  }

  now(): number {
    return Number(this.clock) / 1e9
  }

  monotonic(): bigint {
    return this.clock
  }

  entropy(): number {
    return 7
  }
}

function mkPython(): { host: TestHost; python: Interpreter } {
  const host = new TestHost()
  return { host, python: new Interpreter(host, { debug: true }) }
}

function expectClean(python: Interpreter): void {
  expect(python.audit(), 'counts against references').toEqual([])
  python.close()
  expect(python.audit(), 'left after close').toEqual([])
}

function finish(python: Interpreter): Extract<RunState, { state: 'finished' }> {
  for (;;) {
    const run = python.resume(1000)
    if (run.state === 'finished') return run
    if (run.state !== 'running') throw new Error(run.state)
  }
}

describe('programs', () => {
  test('a program prints and exits with 0', () => {
    const { host, python } = mkPython()
    python.startProgram('print(1 + 1)\n', 'p.py')
    expect(finish(python)).toEqual({ state: 'finished', exitCode: 0, error: null })
    expect(host.out).toBe('2\n')
    expectClean(python)
  })

  test('an uncaught exception is shown and ends with 1', () => {
    const { host, python } = mkPython()
    python.startProgram('def f():\n    raise ValueError("no")\nf()\n', 'p.py')
    const { exitCode, error } = finish(python)
    expect(exitCode).toBe(1)
    expect(error).toMatchObject({ type: 'ValueError', message: 'no', lineno: 2 })
    expect(host.err).toContain('File "p.py", line 2, in f')
    expectClean(python)
  })

  test('a syntax error says where it is', () => {
    const { python } = mkPython()
    python.startProgram('x = (1 +\n', 'p.py')
    const { exitCode, error } = finish(python)
    expect(exitCode).toBe(1)
    expect(error).toMatchObject({ type: 'SyntaxError', lineno: 1 })
    expectClean(python)
  })

  test.each([
    ['raise SystemExit', 0, ''],
    ['raise SystemExit(3)', 3, ''],
    ['raise SystemExit("bye")', 1, 'bye\n'],
    ['raise SystemExit(None)', 0, ''],
    ['raise KeyboardInterrupt', 130, null],
  ])('%s', (source, code, stderr) => {
    const { host, python } = mkPython()
    python.startProgram(`${source}\n`, 'p.py')
    expect(finish(python).exitCode).toBe(code)
    if (stderr !== null) expect(host.err).toBe(stderr)
    expectClean(python)
  })

  test('what dies at exit prints before close returns', () => {
    const { host, python } = mkPython()
    python.startProgram('class C:\n    def __del__(self): print("bye")\nc = C()\n', 'p.py')
    finish(python)
    expect(host.out).toBe('')
    python.finalize()
    expect(host.out).toBe('bye\n')
    expectClean(python)
  })
})

describe('slices', () => {
  test('an endless loop gives way, and is interrupted', () => {
    const { host, python } = mkPython()
    python.startProgram(
      'try:\n    while True: pass\nexcept KeyboardInterrupt:\n    print("stopped")\n',
      'p.py',
    )
    expect(python.resume(1000)).toEqual({ state: 'running' })
    expect(python.resume(1000)).toEqual({ state: 'running' })
    python.interrupt()
    expect(finish(python).exitCode).toBe(0)
    expect(host.out).toBe('stopped\n')
    expectClean(python)
  })

  test('a program can be closed while it is still running', () => {
    const { python } = mkPython()
    python.startProgram('def g():\n    for i in range(10**9): yield i\nfor i in g(): x = [i]\n', 'p.py')
    expect(python.resume(5000)).toEqual({ state: 'running' })
    expectClean(python)
  })
})

describe('waiting', () => {
  test('input() pauses until there is a line; the prompt is shown once', () => {
    const { host, python } = mkPython()
    python.startProgram('x = input("name? ")\nprint("hello", x)\n', 'p.py')
    expect(python.resume(1000)).toEqual({ state: 'waiting-input' })
    expect(python.resume(1000)).toEqual({ state: 'waiting-input' })
    host.lines.push('Ada\n')
    finish(python)
    expect(host.out).toBe('name? hello Ada\n')
    expectClean(python)
  })

  test('input() inside a nested call says what it cannot do', () => {
    const { host, python } = mkPython()
    python.startProgram('print(list(map(lambda p: input(p), ["?"])))\n', 'p.py')
    expect(finish(python).exitCode).toBe(1)
    expect(host.err).toContain('RuntimeError: input()')
    expectClean(python)
  })

  test('time.sleep() pauses until its time has come', () => {
    const { host, python } = mkPython()
    python.startProgram('import time\ntime.sleep(2)\nprint("awake")\n', 'p.py')
    expect(python.resume(10_000)).toEqual({ state: 'sleeping', until: 2_000_000_000n })
    host.clock = 1_000_000_000n
    expect(python.resume(10_000)).toEqual({ state: 'sleeping', until: 2_000_000_000n })
    host.clock = 2_000_000_000n
    finish(python)
    expect(host.out).toBe('awake\n')
    expectClean(python)
  })

  test('a sleeping program can be interrupted', () => {
    const { host, python } = mkPython()
    python.startProgram(
      'import time\ntry: time.sleep(100)\nexcept KeyboardInterrupt: print("early")\n',
      'p.py',
    )
    expect(python.resume(10_000).state).toBe('sleeping')
    python.interrupt()
    finish(python)
    expect(host.out).toBe('early\n')
    expectClean(python)
  })
})

describe('cells', () => {
  function cell(python: Interpreter, source: string): number {
    python.startCell(source, 'cell-1')
    return finish(python).exitCode
  }

  test('the last expression is shown, None is not, and names stay', () => {
    const { host, python } = mkPython()
    cell(python, 'x = 20')
    cell(python, 'y = 2\nx + y')
    cell(python, 'None')
    cell(python, '"text"')
    expect(host.out).toBe("22\n'text'\n")
    expectClean(python)
  })

  test('nothing keeps the value that was shown', () => {
    const { host, python } = mkPython()
    cell(python, 'class C:\n    def __repr__(self): return "C"\n    def __del__(self): print("dead")')
    cell(python, 'C()')
    expect(host.out).toBe('C\ndead\n')
    expectClean(python)
  })

  test('an exception ends its cell only', () => {
    const { host, python } = mkPython()
    expect(cell(python, '1 / 0')).toBe(1)
    expect(cell(python, 'print("still here")')).toBe(0)
    expect(host.out).toBe('still here\n')
    expectClean(python)
  })

  test('nothing runs where the last line does not compile', () => {
    const { host, python } = mkPython()
    expect(cell(python, 'print(1)\n)')).toBe(1)
    expect(host.out).toBe('')
    expectClean(python)
  })
})

describe('checks', () => {
  const checks = [
    'def check_b():',
    '    "x is two"',
    '    assert main.x == 2, f"x is {main.x}, not 2"',
    'def check_a():',
    '    """It printed.',
    '',
    '    More words."""',
    '    assert output == "hi\\n"',
    'def check_c():',
    '    return main.missing',
    'def helper(): pass',
    '',
  ].join('\n')

  test('each check_ function says whether it passed, in order', () => {
    const { host, python } = mkPython()
    python.startProgram('x = 1\nprint("hi")\n', 'p.py')
    finish(python)
    expect(python.runChecks(checks, host.out)).toEqual([
      { name: 'check_b', title: 'x is two', passed: false, message: 'x is 1, not 2' },
      { name: 'check_a', title: 'It printed.', passed: true, message: '' },
      {
        name: 'check_c',
        title: 'check_c',
        passed: false,
        message: "AttributeError: module '__main__' has no attribute 'missing'",
      },
    ])
    expectClean(python)
  })

  test('checks that do not compile fail as one', () => {
    const { python } = mkPython()
    python.startProgram('x = 1\n', 'p.py')
    finish(python)
    expect(python.runChecks('def check_(:\n', '')).toMatchObject([{ name: '<checks>', passed: false }])
    expectClean(python)
  })
})

describe('limits', () => {
  test.each([
    ['bytes', { heapBytes: 20_000_000 }, '[0] * 100'],
    ['objects', { heapObjects: 20_000 }, 'object()'],
  ])('memory ends in MemoryError, which the program can handle: %s', (_, limits, item) => {
    const host = new TestHost()
    const python = new Interpreter(host, { limits })
    python.startProgram(
      `try:\n    x = []\n    while True: x.append(${item})\nexcept MemoryError:\n    x = None\n    print("full")\n`,
      'p.py',
    )
    finish(python)
    expect(host.out).toBe('full\n')
    python.close()
  })

  test('recursion ends in RecursionError at the depth of CPython', () => {
    const { host, python } = mkPython()
    python.startProgram(
      'def f(n):\n    global d\n    d = n\n    f(n + 1)\ntry: f(1)\nexcept RecursionError as e: print(d, e)\n',
      'p.py',
    )
    finish(python)
    expect(host.out).toBe('999 maximum recursion depth exceeded\n')
    expectClean(python)
  })
})
