/**
 * The table of built-in types: each name in `names.ts` and its specification. Bases may come in any order.
 */
import {
  asyncGeneratorAsendSpec,
  asyncGeneratorAthrowSpec,
  asyncGeneratorSpec,
  asyncValueSpec,
} from './async-generator.ts'
import { builtinFunctionSpec } from './builtin-function.ts'
import { bytearraySpec } from './bytearray-type.ts'
import { bytesIteratorSpecs, bytesSpec } from './bytes-type.ts'
import { cellSpec } from './cell.ts'
import { classMethodSpec } from './class-method.ts'
import { codeSpec } from './code-type.ts'
import { complexSpec } from './complex-type.ts'
import { coroutineSpec, coroutineWrapperSpec } from './coroutine.ts'
import type { TypeSpec } from './declare/type.ts'
import {
  classMethodDescriptorSpec,
  getSetDescriptorSpec,
  memberDescriptorSpec,
  methodDescriptorSpec,
  methodWrapperSpec,
  wrapperDescriptorSpec,
} from './descriptors.ts'
import { dictSpec } from './dict-type.ts'
import { dictIteratorSpecs, dictViewSpecs } from './dict-views.ts'
import { exceptionSpecs } from './exception-types.ts'
import { floatSpec } from './float-type.ts'
import { frameSpec } from './frame.ts'
import { frameLocalsProxySpec } from './frame-locals.ts'
import { functionSpec } from './function-type.ts'
import { enumerateSpec, filterSpec, mapSpec, reversedSpec, zipSpec } from './functional-iterators.ts'
import { generatorSpec } from './generator.ts'
import { genericAliasSpec } from './generic-alias.ts'
import { boolSpec, intSpec } from './int-type.ts'
import { callableIteratorSpec, sequenceIteratorSpec } from './iterators.ts'
import { listIteratorSpec, listReverseIteratorSpec, listSpec } from './list-type.ts'
import { mappingProxySpec } from './mapping-proxy.ts'
import { managedBufferSpec, memoryIteratorSpec, memoryviewSpec } from './memoryview-type.ts'
import { methodSpec } from './method.ts'
import { moduleSpec } from './module-type.ts'
import type { TypeName } from './names.ts'
import { objectSpec } from './object-type.ts'
import { propertySpec } from './property.ts'
import { rangeIteratorSpecs, rangeSpec } from './range.ts'
import { frozensetSpec, setIteratorSpec, setSpec } from './set-type.ts'
import { simpleNamespaceSpec } from './simple-namespace.ts'
import { ellipsisSpec, noneSpec, notImplementedSpec } from './singletons.ts'
import { sliceSpec } from './slice.ts'
import { staticMethodSpec } from './static-method.ts'
import { strIteratorSpecs, strSpec } from './str-type.ts'
import { superSpec } from './super.ts'
import { tracebackSpec } from './traceback.ts'
import { tupleIteratorSpec, tupleSpec } from './tuple-type.ts'
import { typeSpec } from './type-object.ts'
import { unionSpec } from './union.ts'
import { unraisableHookArgsSpec } from './unraisable.ts'
import { callableProxySpec, proxySpec, referenceSpec } from './weakref.ts'

export const builtinTypes: Readonly<Record<TypeName, TypeSpec>> = {
  object: objectSpec,
  type: typeSpec,
  NoneType: noneSpec,
  NotImplementedType: notImplementedSpec,
  ellipsis: ellipsisSpec,
  bool: boolSpec,
  int: intSpec,
  float: floatSpec,
  complex: complexSpec,
  str: strSpec,
  bytes: bytesSpec,
  bytearray: bytearraySpec,
  memoryview: memoryviewSpec,
  managedbuffer: managedBufferSpec,
  memory_iterator: memoryIteratorSpec,
  list: listSpec,
  tuple: tupleSpec,
  dict: dictSpec,
  set: setSpec,
  frozenset: frozensetSpec,
  range: rangeSpec,
  slice: sliceSpec,
  list_iterator: listIteratorSpec,
  list_reverseiterator: listReverseIteratorSpec,
  tuple_iterator: tupleIteratorSpec,
  ...strIteratorSpecs,
  ...bytesIteratorSpecs,
  ...rangeIteratorSpecs,
  set_iterator: setIteratorSpec,
  ...dictViewSpecs,
  ...dictIteratorSpecs,
  iterator: sequenceIteratorSpec,
  callable_iterator: callableIteratorSpec,
  enumerate: enumerateSpec,
  zip: zipSpec,
  map: mapSpec,
  filter: filterSpec,
  reversed: reversedSpec,
  function: functionSpec,
  builtin_function_or_method: builtinFunctionSpec,
  method: methodSpec,
  method_descriptor: methodDescriptorSpec,
  wrapper_descriptor: wrapperDescriptorSpec,
  'method-wrapper': methodWrapperSpec,
  getset_descriptor: getSetDescriptorSpec,
  member_descriptor: memberDescriptorSpec,
  classmethod_descriptor: classMethodDescriptorSpec,
  property: propertySpec,
  classmethod: classMethodSpec,
  staticmethod: staticMethodSpec,
  super: superSpec,
  mappingproxy: mappingProxySpec,
  cell: cellSpec,
  code: codeSpec,
  frame: frameSpec,
  FrameLocalsProxy: frameLocalsProxySpec,
  traceback: tracebackSpec,
  generator: generatorSpec,
  coroutine: coroutineSpec,
  coroutine_wrapper: coroutineWrapperSpec,
  async_generator: asyncGeneratorSpec,
  async_generator_asend: asyncGeneratorAsendSpec,
  async_generator_athrow: asyncGeneratorAthrowSpec,
  async_generator_wrapped_value: asyncValueSpec,
  module: moduleSpec,
  SimpleNamespace: simpleNamespaceSpec,
  GenericAlias: genericAliasSpec,
  UnionType: unionSpec,
  ReferenceType: referenceSpec,
  ProxyType: proxySpec,
  CallableProxyType: callableProxySpec,
  UnraisableHookArgs: unraisableHookArgsSpec,
  ...exceptionSpecs,
}
