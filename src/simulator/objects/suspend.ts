/**
 * Thrown by a builtin that has to wait, before it has had any effect: the machine leaves its call unexecuted, lets
 * other threads run or pauses the run, and makes the call again later.
 */
export class Suspend {}
