// Knows how a change of words is shown: what stays, what goes, what comes, in whole words.
import { changesBetween } from './changes.ts'
import type { Edit } from './edits.ts'
import { isWord, tokensOf } from './tokens.ts'

export interface Passage {
  readonly kind: 'same' | 'removed' | 'added'
  readonly text: string
}

/**
 * The passages from `before` to `after`, removed before added at each place. All but the added ones joined are `before`,
 * all but the removed ones joined are `after`.
 */
export function diffWords(before: string, after: string): readonly Passage[] {
  const tokens = tokensOf(before)
  const passages: Passage[] = []
  const add = (kind: Passage['kind'], words: readonly string[]) => {
    if (words.length > 0) passages.push({ kind, text: words.join('') })
  }
  let from = 0
  for (const { at, removed, added } of readable(tokens, changesBetween(before, after))) {
    add('same', tokens.slice(from, at))
    add('removed', removed)
    add('added', added)
    from = at + removed.length
  }
  add('same', tokens.slice(from))
  return passages
}

export function beforeOf(passages: readonly Passage[]): string {
  return passages.map(({ kind, text }) => (kind === 'added' ? '' : text)).join('')
}

export function afterOf(passages: readonly Passage[]): string {
  return passages.map(({ kind, text }) => (kind === 'removed' ? '' : text)).join('')
}

/** Two changes with no word between them read as one: a kept blank amid struck words only flickers. */
function readable(tokens: readonly string[], edits: readonly Edit[]): readonly Edit[] {
  const joined: { at: number; removed: string[]; added: string[] }[] = []
  for (const { at, removed, added } of edits) {
    const last = joined.at(-1)
    const between = last ? tokens.slice(last.at + last.removed.length, at) : []
    if (last && !between.some(isWord)) {
      // One by one: as arguments there could be more of them than a call takes.
      for (const word of [...between, ...removed]) last.removed.push(word)
      for (const word of [...between, ...added]) last.added.push(word)
    } else {
      joined.push({ at, removed: [...removed], added: [...added] })
    }
  }
  return joined.map(withoutSameEnds).filter(({ removed, added }) => removed.length > 0 || added.length > 0)
}

/** What a join pulled in on both sides alike stays unmarked. */
function withoutSameEnds(edit: Edit): Edit {
  const { removed, added } = edit
  let start = 0
  while (start < removed.length && start < added.length && removed[start] === added[start]) start++
  let end = 0
  const least = Math.min(removed.length, added.length) - start
  while (end < least && removed[removed.length - 1 - end] === added[added.length - 1 - end]) end++
  return {
    at: edit.at + start,
    removed: removed.slice(start, removed.length - end),
    added: added.slice(start, added.length - end),
  }
}
