// Knows when two ideas are about the same thing.
import { isFunctionWord } from './function-words.ts'
import { fragmentOf, type Word, wordsOf } from './words.ts'

/** What the index is asked for: entries with any of these stems, also inside longer words. */
export interface SimilarQuery {
  readonly stems: readonly string[]
  readonly fragments: readonly string[]
}

export interface SimilarCandidate {
  readonly id: string
  readonly title: string
  readonly body: string
}

export interface Similar {
  readonly id: string
  /** Between 0 and 1. */
  readonly score: number
}

const mostStems = 24
const mostShown = 10
const lowestScore = 0.25

/** A compound shares its subject with its part, but not wholly: "Bühne" and "Freilichtbühne". */
const compoundWeight = 0.7

/** A text that mentions a subject in passing is less alike than one that has it in its title. */
const bodyWeight = 0.6

export function similarQuery(draft: string): SimilarQuery {
  const subjects = subjectsOf(draft).slice(0, mostStems)
  return {
    stems: subjects.map((subject) => subject.stem),
    fragments: [...new Set(subjects.flatMap((subject) => fragmentOf(subject) ?? []))],
  }
}

/**
 * The candidates that resemble a draft's title, most alike first, at most ten.
 *
 * Compared are the distinct stems without function words. Score = the larger of
 * (a) both titles by Dice: 2 · shared / (stems of the one + stems of the other), and
 * (b) 0.6 · the share of the draft's stems that the candidate has anywhere.
 * Equal stems count 1; when one is only a part of the other (from four letters on) they count 0.7.
 * Below 0.25 nothing is shown. Limit and number as in Decidim's similar proposals, which compare letter triples;
 * stems also see "Proberäume" in "Räume zum Proben".
 */
export function rankSimilar(draft: string, candidates: readonly SimilarCandidate[]): readonly Similar[] {
  const subjects = subjectsOf(draft)
  return candidates
    .map((candidate) => ({ id: candidate.id, score: likeness(subjects, candidate) }))
    .filter((similar) => similar.score >= lowestScore)
    .sort((a, b) => b.score - a.score || (a.id < b.id ? 1 : -1))
    .slice(0, mostShown)
}

function likeness(subjects: readonly Word[], candidate: SimilarCandidate): number {
  if (subjects.length === 0) return 0
  const title = subjectsOf(candidate.title)
  const anywhere = [...title, ...subjectsOf(candidate.body)]
  const dice = (2 * shared(subjects, title)) / (subjects.length + title.length)
  return Math.max(Math.min(1, dice), (bodyWeight * shared(subjects, anywhere)) / subjects.length)
}

function shared(subjects: readonly Word[], others: readonly Word[]): number {
  const stems = new Set(others.map((other) => other.stem))
  let sum = 0
  for (const subject of subjects) {
    if (stems.has(subject.stem)) sum += 1
    else if (others.some((other) => isPart(subject, other) || isPart(other, subject))) sum += compoundWeight
  }
  return sum
}

function isPart(part: Word, whole: Word): boolean {
  const fragment = fragmentOf(part)
  return fragment !== null && whole.folded.includes(fragment)
}

/** The first word of each stem. */
function subjectsOf(text: string): readonly Word[] {
  const subjects = new Map<string, Word>()
  for (const word of wordsOf(text)) {
    if (!isFunctionWord(word.folded) && !subjects.has(word.stem)) subjects.set(word.stem, word)
  }
  return [...subjects.values()]
}
