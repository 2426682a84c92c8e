// One section while people write in it: the document in memory, told on at once, saved every few seconds.
import * as Y from 'yjs'
import { type Actor, system } from '#app/domain/actor.ts'
import { isRefusal } from '#app/domain/refusal.ts'
import { run } from '#app/domain/run.server.ts'
import {
  type BadWriting,
  badWriting,
  lettersIn,
  openDocument,
} from '#app/domain/standards/workshop/document.server.ts'
import { type KeptDraft, saveDraft } from '#app/domain/standards/workshop/save.server.ts'
import { beginDraftAnew } from '#app/domain/standards/workshop/settle.server.ts'
import type { RunningPlatform } from '../../platform.ts'
import type { At } from './words.ts'

/** To everybody in the room; `but` leaves one socket out. */
export type Tell = (name: string, message: Record<string, unknown>, but?: string) => void

const tryAgainMs = 5_000
/** Bursts of many writers are told together; the first letter after a pause goes out at once. */
const tellEveryMs = 25

export interface Room {
  readonly sectionId: string
  readonly generation: string
  readonly version: number
  /** What somebody lacks who has this much. */
  missing(vector: Uint8Array | null): Uint8Array
  vector(): Uint8Array
  /** Takes a writing in; says why not, or 'gap' where something before it is missing. */
  write(from: string, writer: Actor, words: Uint8Array): BadWriting | 'gap' | null
  moved(who: string, at: At | null): void
  /** Saves what is new, and takes in what was saved by other ways. */
  save(): Promise<void>
  /** Somebody else may have saved: looks, and takes it in. */
  lookAround(newest: number | null): Promise<void>
  beginAnew(): Promise<void>
  close(): void
}

export async function openRoom(
  platform: RunningPlatform,
  sectionId: string,
  tell: Tell,
  /** How far each page's writings have come in, told with each save. */
  numbers: () => Readonly<Record<string, number>>,
  saveEveryMs: number,
): Promise<Room> {
  const first = await open()
  let document = openDocument(first.state)
  let { generation, version } = first
  let clauses: ReadonlySet<string> = new Set(first.clauses)
  let writer: Actor | null = null
  let dirty = false
  let closed = false
  let saveTimer: NodeJS.Timeout | undefined
  let tellTimer: NodeJS.Timeout | undefined
  let toldAt = 0
  let words: Uint8Array[] = []
  let places: Record<string, At | null> = {}
  const sources = new Set<string>()
  let saving = Promise.resolve()

  async function open(): Promise<KeptDraft> {
    const input = { sectionId, generation: null, writing: null, writerId: null }
    for (let tries = 1; ; tries++) {
      const outcome = await run(platform, system, saveDraft, input)
      if (outcome.ok) return outcome.value
      if (outcome.refusal.reason !== 'somebody_was_faster' || tries > 5) throw outcome.refusal
    }
  }

  function listen(): void {
    document.on('update', (update: Uint8Array, origin: unknown) => {
      words.push(update)
      sources.add(typeof origin === 'string' ? origin : '')
      tellSoon()
    })
  }
  listen()

  function tellSoon(): void {
    if (tellTimer || closed) return
    const wait = toldAt + tellEveryMs - performance.now()
    if (wait <= 0) tellNow()
    else tellTimer = setTimeout(tellNow, wait)
  }
  function tellNow(): void {
    clearTimeout(tellTimer)
    tellTimer = undefined
    toldAt = performance.now()
    const [only, ...others] = sources
    const message = {
      ...{ section: sectionId, generation, at: places },
      words: words.length === 0 ? null : words.length === 1 ? words[0] : Y.mergeUpdates(words),
    }
    words = []
    places = {}
    sources.clear()
    tell('workshop-words', message, only !== '' && others.length === 0 ? only : undefined)
  }

  function saveSoon(ms = saveEveryMs): void {
    dirty = true
    if (closed) return
    saveTimer ??= setTimeout(() => {
      saveTimer = undefined
      void save()
    }, ms)
  }

  function save(): Promise<void> {
    saving = saving.then(saveNow).catch((error: unknown) => {
      platform.log('error', 'The workshop could not save.', { error: String(error) })
      troubled()
    })
    return saving
  }
  async function saveNow(): Promise<void> {
    for (let tries = 1; ; tries++) {
      const took = numbers()
      dirty = false
      const outcome = await run(platform, writer ?? system, saveDraft, {
        ...{ sectionId, generation, writerId: writer?.accountId ?? null },
        writing: Y.encodeStateAsUpdate(document),
      })
      if (outcome.ok) return taken(outcome.value, took)
      const { reason } = outcome.refusal
      if (reason === 'draft_began_anew') return load()
      if (reason === 'database_away' || reason === 'storage_full' || tries > 20) return troubled()
      // What somebody wrote while they still might is saved, whoever has lost the right since.
      if (reason !== 'somebody_was_faster') writer = null
    }
  }
  function taken(kept: KeptDraft, took: Readonly<Record<string, number>>): void {
    version = kept.version
    clauses = new Set(kept.clauses)
    Y.applyUpdate(document, kept.state)
    tell('workshop-saved', { section: sectionId, version, numbers: took, aside: kept.aside })
  }
  function troubled(): void {
    tell('workshop-unsaved', { section: sectionId })
    saveSoon(tryAgainMs)
  }

  /** The document has begun anew: whoever holds the old one comes in again and brings what they have. */
  async function load(): Promise<void> {
    const fresh = await open()
    document.destroy()
    document = openDocument(fresh.state)
    listen()
    words = []
    dirty = false
    generation = fresh.generation
    version = fresh.version
    clauses = new Set(fresh.clauses)
    tell('workshop-again', { section: sectionId })
  }

  return {
    sectionId,
    get generation() {
      return generation
    },
    get version() {
      return version
    },
    missing: (vector) => lackedBy(document, vector),
    vector: () => Y.encodeStateVector(document),
    write(from, who, written) {
      const bad = badWriting(written, clauses, lettersIn(document))
      if (bad) return bad
      Y.applyUpdate(document, written, from)
      writer = who
      saveSoon()
      return document.store.pendingStructs === null ? null : 'gap'
    },
    moved(who, at) {
      places[who] = at
      tellSoon()
    },
    async save() {
      if (dirty) await save()
      else await saving
    },
    async lookAround(newest) {
      await saving
      if (newest === null || newest !== version) await save()
    },
    async beginAnew() {
      await save()
      const outcome = await run(platform, system, beginDraftAnew, { sectionId, generation })
      if (!outcome.ok && isRefusal(outcome.refusal)) throw outcome.refusal
      await load()
    },
    close() {
      closed = true
      clearTimeout(saveTimer)
      clearTimeout(tellTimer)
      document.destroy()
    },
  }
}

/** Whoever says in odd bytes how much they have is given everything. */
function lackedBy(document: Y.Doc, vector: Uint8Array | null): Uint8Array {
  try {
    if (vector !== null) return Y.encodeStateAsUpdate(document, vector)
  } catch {
    // The vector comes from outside; nothing else in here can fail.
  }
  return Y.encodeStateAsUpdate(document)
}
