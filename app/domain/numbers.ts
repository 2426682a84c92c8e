// The numbers people say and type: of an idea, a vote, a contribution.

/** What both databases take for a whole number; anything else in an address names nothing. */
export function isNumber(number: number): boolean {
  return Number.isSafeInteger(number) && number > 0 && number < 2 ** 31
}
