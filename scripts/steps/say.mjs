/**
 * One line that tells what happens next; every script speaks with this prefix.
 * @param {string} line
 */
export function say(line) {
  console.log(`» ${line}`);
}

/** A failure that the reader can act on: what went wrong, then what to do about it. */
export class Advice extends Error {
  /**
   * @param {string} problem
   * @param {string} whatToDo
   */
  constructor(problem, whatToDo) {
    super(problem);
    this.whatToDo = whatToDo;
  }
}
