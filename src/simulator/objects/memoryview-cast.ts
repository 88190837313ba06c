/** `memoryview.cast`: the same bytes as items of another format, or in other dimensions. As `memory_cast` of `Objects/memoryobject.c`. */
import type { PyObject } from '../heap/object.ts'
import type { Own } from '../heap/reference.ts'
import { PyInt } from './int.ts'
import { PyList } from './list.ts'
import { checkView, denseStrides, isContiguous, newViewLike, type PyMemoryView } from './memoryview.ts'
import { nativeFormat } from './memoryview-items.ts'
import { PyStr } from './str.ts'
import { PyTuple } from './tuple.ts'
import { typeName } from './type.ts'
import type { VM } from './vm.ts'

const MOST_DIMENSIONS = 64

function readShape(vm: VM, given: PyObject, itemsize: number): number[] {
  if (!(given instanceof PyList) && !(given instanceof PyTuple))
    return vm.raise('TypeError', 'shape must be a list or a tuple')
  if (given.items.length > MOST_DIMENSIONS) {
    return vm.raise('ValueError', `memoryview: number of dimensions must not exceed ${MOST_DIMENSIONS}`)
  }
  let length = BigInt(itemsize)
  return given.items.map((each) => {
    if (!(each instanceof PyInt))
      return vm.raise('TypeError', 'memoryview.cast(): elements of shape must be integers')
    const size = BigInt(each.value)
    if (size >= 1n << 63n || size < -(1n << 63n))
      vm.raise('OverflowError', 'Python int too large to convert to C ssize_t')
    if (size <= 0n) vm.raise('ValueError', 'memoryview.cast(): elements of shape must be integers > 0')
    length *= size
    if (length >= 1n << 63n) vm.raise('ValueError', 'memoryview.cast(): product(shape) > SSIZE_MAX')
    return Number(size)
  })
}

export function castView(vm: VM, self: PyMemoryView, format: PyObject, shape: PyObject | null): Own {
  if (!(format instanceof PyStr)) {
    return vm.raise('TypeError', `cast() argument 'format' must be str, not ${typeName(format)}`)
  }
  checkView(vm, self)
  const { layout } = self
  if (!isContiguous(layout, 'C'))
    return vm.raise('TypeError', 'memoryview: casts are restricted to C-contiguous views')
  if ((shape !== null || layout.shape.length !== 1) && layout.shape.includes(0))
    return vm.raise('TypeError', 'memoryview: cannot cast view with zeros in shape or strides')
  const dimensions = shape instanceof PyList || shape instanceof PyTuple ? shape.items.length : 1
  if (layout.shape.length !== 1 && dimensions !== 1 && dimensions <= MOST_DIMENSIONS)
    return vm.raise('TypeError', 'memoryview: cast must be 1D -> ND or ND -> 1D')
  const mustBe = (which: string): never =>
    vm.raise(
      'ValueError',
      `memoryview: ${which} format must be a native single character format prefixed with an optional '@'`,
    )
  const from = nativeFormat(layout.format) ?? mustBe('source')
  const to = nativeFormat(format.value) ?? mustBe('destination')
  const isByte = (each: typeof from): boolean => each.size === 1 && each.kind !== '?'
  if (!isByte(from) && !isByte(to))
    return vm.raise('TypeError', 'memoryview: cannot cast between two non-byte formats')
  const length = self.byteCount
  if (length % to.size !== 0) return vm.raise('TypeError', 'memoryview: length is not a multiple of itemsize')
  const sizes = shape === null ? [length / to.size] : readShape(vm, shape, to.size)
  if (sizes.reduce((product, size) => product * size, to.size) !== length)
    return vm.raise('TypeError', 'memoryview: product(shape) * itemsize != buffer size')
  return newViewLike(vm, self, {
    ...layout,
    format: format.value,
    itemsize: to.size,
    shape: sizes,
    strides: denseStrides(sizes, to.size),
  })
}
