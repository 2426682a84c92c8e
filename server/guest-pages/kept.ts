// Pages kept in memory, the one not asked for longest thrown away first.
import { openMemory } from '#app/domain/memory.ts'
import type { CutPage } from './pieces.ts'

export interface KeptPage {
  readonly page: CutPage
  /** How many words are filled in: the nonce and so many form keys. */
  readonly keys: number
  /** Names and values in turn. */
  readonly headers: readonly string[]
  /** Where among them the nonce stands. */
  readonly noncePlaces: readonly number[]
  readonly nonce: string
  /** The newest event when its making began. */
  readonly event: number
  readonly madeAt: number
}

export interface KeptPages {
  find(address: string): KeptPage | undefined
  keep(address: string, page: KeptPage): void
  forget(address: string): void
}

const mostBytes = 48_000_000

export function openKeptPages(most = mostBytes): KeptPages {
  const pages = openMemory<KeptPage>(most)
  return { ...pages, keep: (address, page) => pages.keep(address, page, page.page.bytes) }
}
