/**
 * Types of modules are heap types in CPython: their instances show them to the collector. Here they are
 * immortal, so that the reference is shown and not counted.
 */
import type { PyObject, Visit } from '../heap/object.ts'

/** Visits the type of an instance; that of a class made in Python is visited by the heap itself. */
export function visitOwnType(object: PyObject, visit: Visit): void {
  if (!object.type.isHeapType) visit(object.type, '__class__')
}
