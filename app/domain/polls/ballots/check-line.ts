// Checks a line that was not written by our own form: sent by a browser's program, or typed from a sheet of paper.
import { refuse } from '../../refusal.ts'
import { ballotRules } from '../ballot-rules.ts'
import { type Choice, type ChoiceKind, checkChoice, kindOf, readChoice, writeChoice } from '../choice.ts'
import type { Poll } from '../poll.ts'

/** It may not say too much, nor the same thing in other words: each choice has one line. */
export function checkLine(line: string, poll: Poll, keys: readonly string[]): void {
  const rules = ballotRules(poll, keys)
  const choice = readable(line, kindOf(rules.form))
  checkChoice(choice, rules)
  if (writeChoice(choice, keys) !== line) throw refuse('ballot_not_of_this_kind')
}

function readable(line: string, kind: ChoiceKind): Choice {
  try {
    return readChoice(line, kind)
  } catch {
    throw refuse('ballot_not_of_this_kind')
  }
}
