/**
 * The table of modules: what `import` finds without a file. A module is written in TypeScript (a `ModuleSpec`)
 * or in Python (its source text, below `python/`).
 */
import type { ModuleSpec } from '../objects/declare/module.ts'
import type { ModuleTable, PythonModule } from '../vm/toolchain.ts'
import { abcModule } from './abc.ts'
import { arrayModule } from './array.ts'
import { asyncioNative } from './asyncio.ts'
import { atexitModule } from './atexit.ts'
import { bisectModule } from './bisect.ts'
import { builtinsModule } from './builtins.ts'
import { codecsModule } from './codecs.ts'
import { collectionsNative } from './collections.ts'
import { contextvarsNative } from './contextvars.ts'
import { ctypesModule } from './ctypes.ts'
import { functoolsNative } from './functools.ts'
import { gcModule } from './gc.ts'
import { hashModule } from './hashing/module.ts'
import { heapbookModule } from './heapbook.ts'
import { heapqModule } from './heapq.ts'
import { impModule } from './imp.ts'
import { ioModule } from './io.ts'
import { itertoolsModule } from './itertools.ts'
import { jsonModule } from './json.ts'
import { mathModule } from './math.ts'
import { opcodeModule } from './opcode.ts'
import { operatorModule } from './operator.ts'
import { osModule } from './os.ts'
import { abcSource } from './python/abc.ts'
import { astSource } from './python/ast.ts'
import { astUnparseSource } from './python/ast-unparse.ts'
import { asyncioSources } from './python/asyncio/modules.ts'
import { bisectSource } from './python/bisect.ts'
import { codecsSource } from './python/codecs.ts'
import { collectionsSource } from './python/collections.ts'
import { collectionsAbcSource } from './python/collections-abc.ts'
import { concurrentSources } from './python/concurrent/modules.ts'
import { contextlibSource } from './python/contextlib.ts'
import { contextvarsSource } from './python/contextvars.ts'
import { copySource } from './python/copy.ts'
import { copyregSource } from './python/copyreg.ts'
import { ctypesSource } from './python/ctypes.ts'
import { dataclassesSource } from './python/dataclasses.ts'
import { datetimeSource } from './python/datetime.ts'
import { decimalSources } from './python/decimal/modules.ts'
import { difflibSource } from './python/difflib.ts'
import { disSource, opcodeSource } from './python/dis.ts'
import { enumSource } from './python/enum.ts'
import { fractionsSource } from './python/fractions.ts'
import { functoolsSource } from './python/functools.ts'
import { futureSource } from './python/future.ts'
import { graphlibSource } from './python/graphlib.ts'
import { base64Source, binasciiSource, hashlibSource, secretsSource } from './python/hashing.ts'
import { heapqSource } from './python/heapq.ts'
import { importlibMachinerySource, importlibSource, importlibUtilSource } from './python/importlib.ts'
import { inspectSource } from './python/inspect.ts'
import { ioSource } from './python/io.ts'
import { jsonDecoderSource, jsonEncoderSource, jsonSource } from './python/json.ts'
import { keywordSource } from './python/keyword.ts'
import { placeLines } from './python/line-marks.ts'
import { linecacheSource } from './python/linecache.ts'
import { loggingSource } from './python/logging.ts'
import { numbersSource } from './python/numbers.ts'
import { operatorSource } from './python/operator.ts'
import { osSource } from './python/os.ts'
import { pickleSource } from './python/pickle.ts'
import { posixpathSource } from './python/posixpath.ts'
import { pprintSource } from './python/pprint.ts'
import { queueSource } from './python/queue.ts'
import { randomSource } from './python/random.ts'
import { reSource } from './python/re.ts'
import { reprlibSource } from './python/reprlib.ts'
import { statisticsSource } from './python/statistics.ts'
import { stringSource } from './python/string.ts'
import { structSource, uuidSource } from './python/struct.ts'
import { textSources } from './python/text/modules.ts'
import { textwrapSource } from './python/textwrap.ts'
import { threadingSource } from './python/threading.ts'
import { timeitSource } from './python/timeit.ts'
import { tokenSource } from './python/token.ts'
import { tokenizeSource } from './python/tokenize.ts'
import { tracebackSource } from './python/traceback.ts'
import { tracemallocSource } from './python/tracemalloc.ts'
import { typesSource } from './python/types.ts'
import { typingIo } from './python/typing/names.ts'
import { typingSource } from './python/typing.ts'
import { unittestSources } from './python/unittest/modules.ts'
import { warningsSource } from './python/warnings.ts'
import { weakrefSource } from './python/weakref.ts'
import { weakrefsetSource } from './python/weakrefset.ts'
import { randomModule } from './random.ts'
import { regexModule } from './regex.ts'
import { queueNative } from './simple-queue.ts'
import { stringModule } from './string.ts'
import { structModule } from './struct.ts'
import { sysModule } from './sys.ts'
import { threadModule } from './thread.ts'
import { timeModule } from './time.ts'
import { tokenizeModule } from './tokenize.ts'
import { tracebackNativeSpec } from './traceback-native.ts'
import { tracemallocNative } from './tracemalloc.ts'
import { typingModule } from './typing.ts'
import { unicodedataModule } from './unicodedata.ts'
import { warningsModule } from './warnings.ts'
import { weakrefModule } from './weakref.ts'

const builtIn: readonly ModuleSpec[] = [
  builtinsModule,
  sysModule,
  gcModule,
  weakrefModule,
  atexitModule,
  abcModule,
  functoolsNative,
  collectionsNative,
  itertoolsModule,
  mathModule,
  operatorModule,
  timeModule,
  warningsModule,
  ctypesModule,
  osModule,
  tracebackNativeSpec,
  typingModule,
  threadModule,
  queueNative,
  hashModule,
  randomModule,
  heapqModule,
  bisectModule,
  ioModule,
  regexModule,
  stringModule,
  jsonModule,
  contextvarsNative,
  asyncioNative,
  opcodeModule,
  tracemallocNative,
  heapbookModule,
  structModule,
  impModule,
  codecsModule,
  arrayModule,
  tokenizeModule,
  unicodedataModule,
]

/** A module in Python, as if it came from the folder of the standard library. */
function python(name: string, source: string, isPackage = false): PythonModule {
  const path = name.replaceAll('.', '/') + (isPackage ? '/__init__' : '')
  return { name, source: placeLines(name, source), filename: `/usr/lib/python3.13/${path}.py`, isPackage }
}

/** A module in Python that CPython has inside its program. */
function frozen(name: string, source: string): PythonModule {
  return { ...python(name, source), isFrozen: true }
}

/** Those of `textSources` that have modules in them. */
const textPackages: ReadonlySet<string> = new Set(['html', 'urllib'])

const written: readonly PythonModule[] = [
  python('traceback', tracebackSource),
  frozen('abc', abcSource),
  python('types', typesSource),
  python('_weakrefset', weakrefsetSource),
  python('weakref', weakrefSource),
  python('warnings', warningsSource),
  python('ctypes', ctypesSource, true),
  python('linecache', linecacheSource),
  frozen('os', osSource),
  frozen('posixpath', posixpathSource),
  python('importlib', importlibSource, true),
  python('importlib.machinery', importlibMachinerySource),
  python('importlib.util', importlibUtilSource),
  frozen('_collections_abc', collectionsAbcSource),
  python('__future__', futureSource),
  python('contextlib', contextlibSource),
  python('operator', operatorSource),
  python('collections', collectionsSource, true),
  python('functools', functoolsSource),
  python('reprlib', reprlibSource),
  python('copyreg', copyregSource),
  python('copy', copySource),
  python('keyword', keywordSource),
  python('numbers', numbersSource),
  python('enum', enumSource),
  python('dataclasses', dataclassesSource),
  python('typing', typingSource),
  python('token', tokenSource),
  python('tokenize', tokenizeSource),
  python('_typing_io', typingIo),
  python('difflib', difflibSource),
  ...Object.entries(unittestSources).map(([name, source]) => python(name, source, name === 'unittest')),
  ...Object.entries(asyncioSources).map(([name, source]) => python(name, source, name === 'asyncio')),
  ...Object.entries(concurrentSources).map(([name, source]) =>
    python(name, source, !name.includes('_') && !name.endsWith('thread')),
  ),
  ...Object.entries(decimalSources).map(([name, source]) => python(name, source)),
  ...Object.entries(textSources).map(([name, source]) => python(name, source, textPackages.has(name))),
  python('hashlib', hashlibSource),
  python('binascii', binasciiSource),
  python('base64', base64Source),
  python('secrets', secretsSource),
  python('tracemalloc', tracemallocSource),
  python('struct', structSource),
  python('uuid', uuidSource),
  python('ast', astSource),
  python('_ast_unparse', astUnparseSource),
  python('codecs', codecsSource),
  python('pickle', pickleSource),
  python('opcode', opcodeSource),
  python('dis', disSource),
  python('bisect', bisectSource),
  python('heapq', heapqSource),
  python('random', randomSource),
  frozen('io', ioSource),
  python('re', reSource),
  python('string', stringSource),
  python('textwrap', textwrapSource),
  python('json', jsonSource, true),
  python('json.decoder', jsonDecoderSource),
  python('json.encoder', jsonEncoderSource),
  python('threading', threadingSource),
  python('queue', queueSource),
  python('_threading_local', "from _thread import _local as local\n\n__all__ = ['local']\n"),
  python('graphlib', graphlibSource),
  python('contextvars', contextvarsSource),
  python('timeit', timeitSource),
  python('logging', loggingSource, true),
  python('inspect', inspectSource),
  python('pprint', pprintSource),
  python('fractions', fractionsSource),
  python('statistics', statisticsSource),
  python('datetime', datetimeSource),
  python('heapbook', '"""What this site adds to Python: the module `heap`."""\n', true),
]

export const moduleTable: ModuleTable = Object.fromEntries(
  [...builtIn, ...written].map((module) => [module.name, module]),
)
