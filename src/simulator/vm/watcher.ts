/** Who follows a run instruction by instruction. */
import type { Frame } from '../objects/activation.ts'

export interface Watcher {
  /**
   * Before the instruction with the index `at` of the frame: nothing of it has happened yet, and `frame.lasti` is still
   * the instruction before. It may throw what is no `Raise`, which ends the run; the interpreter is then not used again.
   */
  before(frame: Frame, at: number): void
}
