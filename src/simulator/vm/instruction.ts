/**
 * What an instruction means, as types derived from the instruction table.
 *
 * A *meaning* receives the machine, the frame, the argument and the inputs that the instruction's effect names,
 * and returns the outputs; it touches neither the stack nor the position nor the counts of inputs it borrows. An
 * instruction that enters or leaves a frame, or whose effect depends on more than its argument, is a *transfer*
 * instead: it works on the frame itself. `steps.ts` makes both into what the loop runs.
 */
import type { OpcodeName, opcodes } from '../bytecode/opcodes.ts'
import type { PyObject } from '../heap/object.ts'
import type { Held, Own } from '../heap/reference.ts'
import type { Frame } from '../objects/activation.ts'
import type { Machine } from './machine.ts'

type Trim<S extends string> = S extends ` ${infer R}` ? Trim<R> : S extends `${infer R} ` ? Trim<R> : S

type Split<S extends string> =
  Trim<S> extends '' ? [] : S extends `${infer A},${infer B}` ? [Trim<A>, ...Split<B>] : [Trim<S>]

type Input<S extends string> = S extends `unused${string}`
  ? []
  : S extends `^${string}[${string}`
    ? [Own[]]
    : S extends `${string}[${string}`
      ? [readonly PyObject[]]
      : S extends `^${string} if ${string}`
        ? [Own | null]
        : S extends `^${string}`
          ? [Own]
          : [PyObject]

type Inputs<L extends readonly string[]> = L extends readonly [
  infer A extends string,
  ...infer R extends readonly string[],
]
  ? [...Input<A>, ...Inputs<R>]
  : []

/** The outputs that are no inputs left in place, and no empty slots. */
type Fresh<L extends readonly string[], In> = L extends readonly [
  infer A extends string,
  ...infer R extends readonly string[],
]
  ? A extends In | `null${string}`
    ? Fresh<R, In>
    : [A, ...Fresh<R, In>]
  : []

type Output<L extends readonly string[]> = L extends readonly []
  ? void
  : L extends readonly [infer A extends string]
    ? A extends `${string}[${string}`
      ? readonly Held[]
      : Own
    : readonly Held[]

type Sides<E extends string> = E extends `(${infer In}--${infer Out})` ? [Split<In>, Split<Out>] : never

/** Instructions that work on the frame themselves. */
export type TransferName =
  | 'SWAP'
  | 'BINARY_SUBSCR'
  | 'LOAD_ATTR'
  | 'LOAD_SUPER_ATTR'
  | 'FOR_ITER'
  | 'SEND'
  | 'CALL'
  | 'CALL_KW'
  | 'CALL_FUNCTION_EX'
  | 'RETURN_VALUE'
  | 'RETURN_CONST'
  | 'RETURN_GENERATOR'
  | 'YIELD_VALUE'
  | 'RAISE_VARARGS'
  | 'RERAISE'
  | 'BEFORE_WITH'
  | 'LOAD_FAST_LOAD_FAST'
  | 'STORE_FAST_LOAD_FAST'
  | 'JUMP_FORWARD'
  | 'JUMP_BACKWARD'
  | 'JUMP_BACKWARD_NO_INTERRUPT'
  | 'RESUME'
  | 'STORE_FAST_STORE_FAST'

export type Transfer = (vm: Machine, frame: Frame, oparg: number) => void

type Shape<E extends string, F, Arg extends unknown[] = Inputs<Sides<E>[0]>> = (
  vm: Machine,
  frame: Frame,
  oparg: number,
  ...inputs: Arg
) => F extends 'branch' ? boolean : Output<Fresh<Sides<E>[1], Sides<E>[0][number]>>

export type Meaning<N extends Exclude<OpcodeName, TransferName>> = Shape<
  (typeof opcodes)[N]['effect'],
  (typeof opcodes)[N]['flow']
>

/** A meaning for every instruction that is no transfer. */
export type Meanings = { readonly [N in Exclude<OpcodeName, TransferName>]: Meaning<N> }

export type Transfers = { readonly [N in TransferName]: Transfer }
