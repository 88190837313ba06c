/**
 * Thrown by a builtin that has to wait, before it has had any effect: the machine leaves its call unexecuted,
 * pauses the run, and makes the call again later.
 */
export class Suspend {
  readonly reason: 'input' | 'sleep'

  constructor(reason: 'input' | 'sleep') {
    this.reason = reason
  }
}
