// What deeds and pages need from the running process. It arrives as an argument; no module holds it.
import type { Database } from '#db/open.ts'
import type { Event } from './events.ts'
import type { Town } from './goals/town.ts'
import type { BallotKeys } from './polls/ballots/keys.ts'
import type { Counted, CountOrder } from './polls/counting.ts'

export interface Platform {
  readonly database: Database
  readonly town: Town
  /** The address people type, without a slash at its end. */
  readonly baseUrl: string
  readonly dataDir: string
  /** True only in a process started by `npm run demo`. */
  readonly demo: boolean
  /** Who lives in the demo town, and the mails it kept; null in a real one. */
  readonly demoTown: DemoTown | null
  now(): string
  newId(): string
  /** A secret for a link or a session: 256 random bits as text. */
  newSecret(): string
  /** Six random digits. */
  newCode(): string
  /** One-way: what is stored of a secret. Keyed, so that a stolen file cannot be searched for codes. */
  hash(secret: string): string
  /** SHA-256 in hex of a text as it is printed, so that anybody can reckon it again. */
  digest(text: string): string
  /** What a guest's steps must remember travels signed in the page, not in a cookie. */
  seal(purpose: string, value: unknown): string
  unseal<T>(purpose: string, sealed: string): T | null
  readonly render: (markdown: string) => Promise<Rendered>
  readonly readPicture: (bytes: Uint8Array) => Promise<ReadPicture>
  /** PNG stays PNG, all else becomes JPEG; nothing tells where or by whom it was taken. */
  readonly cleanPicture: (bytes: Uint8Array) => Promise<CleanPicture>
  /** The words of an office document as Markdown. */
  readonly readDocument: (bytes: Uint8Array) => Promise<ReadDocument>
  readonly keepPicture: (id: string, picture: { webp: Uint8Array; small: Uint8Array }) => Promise<void>
  /** Removes a picture's files; one that is gone already is no mistake. */
  readonly forgetPicture: (id: string) => Promise<void>
  /** Counts in a thread of its own; the lines of the ballots arrive page by page. */
  readonly countBallots: (order: CountOrder, pages: AsyncIterable<readonly string[]>) => Promise<Counted>
  /** The order a seed gives the options, best lot first: SHA-256 of seed and option, the smallest first. */
  readonly drawLots: (seed: string, options: readonly string[]) => readonly string[]
  readonly ballotKeys: BallotKeys
  /** Called after the commit, never before. */
  announce(news: readonly News[]): void
  /** Makes what several are writing live in a section the newest versions of its clauses, before a form meets them. */
  settleDraft(sectionId: string): Promise<void>
  /** A limit of tries, per account or network block; false when it is used up. */
  allow(limit: LimitName, who: string): Promise<boolean>
  log(level: 'info' | 'warn' | 'error', message: string, facts?: Record<string, unknown>): void
}

export interface Rendered {
  readonly html: string
  readonly sanitiser: string
}

export type ReadPicture =
  | { readonly webp: Uint8Array; readonly small: Uint8Array; readonly width: number; readonly height: number }
  | RefusedPicture

export type CleanPicture = { readonly bytes: Uint8Array } | RefusedPicture

export interface RefusedPicture {
  readonly refused: 'too_large' | 'not_a_picture' | 'too_many_pixels'
}

export type ReadDocument =
  | { readonly markdown: string }
  | { readonly refused: 'not_a_document' | 'macros' | 'too_much' }

export interface DemoTown {
  readonly people: readonly DemoPerson[]
  /** The newest first. */
  keptMails(): Promise<readonly KeptMail[]>
}

export const demoGroups = [
  'citizens',
  'table',
  'council',
  'administration',
  'moderation',
  'operation',
] as const

export interface DemoPerson {
  readonly handle: string
  readonly name: string
  /** One sentence, in the language of the story. */
  readonly about: string
  readonly group: (typeof demoGroups)[number]
}

export interface KeptMail {
  readonly to: string
  readonly subject: string
  readonly text: string
  readonly keptAt: string
}

/** What was committed, told to open pages. */
export interface News {
  readonly number: number
  readonly event: Event
  readonly topics: readonly string[]
}

export type LimitName = 'sign-in' | 'code' | 'post' | 'guest-post' | 'search' | 'report' | 'form' | 'signal'
