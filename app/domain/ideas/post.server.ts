// Posting an idea: with an account it is public at once; a guest's waits to be read; on paper or phone staff write it down.

import { addLifelineStep } from '../lifelines.server.ts'
import type { Platform } from '../platform.ts'
import { refuse } from '../refusal.ts'
import { nextNumber, prepared, type Work } from '../run.server.ts'
import { firstPromise, follow, indexIdea, keepVersion } from './idea.server.ts'
import type { Idea } from './idea.ts'
import { writeReminders } from './reminders.server.ts'
import { plainSecret } from './secret-word.ts'

export interface NewIdea {
  readonly title: string
  readonly text: string
  readonly district: string
  readonly language: string
  /** How a guest wants to be called; null for an account. */
  readonly authorName: string | null
  /** The word with which a guest follows the idea; null for an account. */
  readonly secret: string | null
  readonly source: Idea['source']
  readonly picture: SentPicture | null
}

/** A picture as it was sent, with its words for those who do not see it. */
export interface SentPicture {
  readonly bytes: Uint8Array
  readonly alt: string
}

export const postIdea = prepared(
  async (platform, input: NewIdea) => ({
    ...input,
    ...(await platform.render(input.text)),
    secretHash: input.secret === null ? null : platform.hash(plainSecret(input.secret)),
    picture: await prepareSentPicture(platform, input.picture),
  }),
  async (work: Work, input): Promise<{ id: string; number: number; state: Idea['state'] }> => {
    work.require('idea.post', { kind: 'town' })
    const known = work.actor.kind === 'account'
    return fileIdea(work, { ...input, authorId: known ? work.actor.accountId : null, public: known })
  },
)

/** Taken down from paper or the phone: the same numbers, public at once, and named who wrote it down. */
export const enterForSomebody = prepared(
  async (platform, input: NewIdea & { readonly source: 'paper' | 'phone' }) => ({
    ...input,
    ...(await platform.render(input.text)),
    secretHash: input.secret === null ? null : platform.hash(plainSecret(input.secret)),
    picture: await prepareSentPicture(platform, input.picture),
  }),
  async (work: Work, input): Promise<{ id: string; number: number; state: Idea['state'] }> => {
    work.require('idea.enter-for-somebody', { kind: 'town' })
    return fileIdea(work, { ...input, authorId: null, public: true })
  },
)

/** Reads a picture, makes it anew and keeps both sizes; nothing of what was sent is stored. */
async function prepareSentPicture(platform: Platform, sent: SentPicture | null) {
  if (sent === null) return null
  if (sent.alt.trim() === '') throw refuse('alt_missing')
  const read = await platform.readPicture(sent.bytes)
  if ('refused' in read) {
    throw refuse(read.refused === 'not_a_picture' ? 'picture_not_readable' : 'picture_too_large')
  }
  const id = platform.newId()
  await platform.keepPicture(id, read)
  return { id, alt: sent.alt, width: read.width, height: read.height }
}

interface FiledIdea
  extends Pick<NewIdea, 'title' | 'text' | 'district' | 'language' | 'authorName' | 'source'> {
  readonly html: string
  readonly sanitiser: string
  readonly secretHash: string | null
  readonly picture: { id: string; alt: string; width: number; height: number } | null
  readonly authorId: string | null
  readonly public: boolean
}

async function fileIdea(work: Work, input: FiledIdea) {
  const { promise } = await firstPromise(work)
  const idea: Idea = {
    id: work.newId(),
    number: await nextNumber(work.tx, 'idea'),
    conversationId: work.newId(),
    title: input.title,
    text: input.text,
    html: input.html,
    sanitiser: input.sanitiser,
    language: input.language,
    state: input.public ? 'talk' : 'waiting',
    district: input.district,
    authorId: input.authorId,
    authorName: input.authorName,
    source: input.source,
    secretHash: input.secretHash,
    pictureId: input.picture?.id ?? null,
    supportCount: 0,
    receivedAt: work.now,
    publishedAt: input.public ? work.now : null,
    movedAt: work.now,
    responsible: input.public ? promise.responsible : null,
    answerDueAt: input.public ? promise.answerDueAt : null,
    reviewOn: null,
    mergedIntoId: null,
    closedReason: null,
    stateBefore: null,
    agendaItemId: null,
    version: 1,
  }
  if (input.picture) {
    await work.tx
      .insertInto('picture')
      .values({ ...input.picture, ownerId: work.actor.accountId, at: work.now })
      .execute()
  }
  await work.tx.insertInto('idea').values(idea).execute()
  await openConversation(work, idea)
  await keepVersion(work, idea)
  await indexIdea(work, idea)
  if (idea.authorId) await follow(work, idea.authorId, idea.id)
  await addLifelineStep(work, `idea:${idea.id}`, 'received')
  await work.record({ type: 'idea.received', ideaId: idea.id })
  if (input.public) {
    await writeReminders(work, idea)
    await addLifelineStep(work, `idea:${idea.id}`, 'published')
    await work.record({ type: 'idea.published', ideaId: idea.id })
  }
  return { id: idea.id, number: idea.number, state: idea.state }
}

async function openConversation(work: Work, idea: Idea): Promise<void> {
  await work.tx
    .insertInto('conversation')
    .values({
      id: idea.conversationId,
      subjectKind: 'idea',
      subjectId: idea.id,
      state: 'open',
      contributionCount: 0,
      movedAt: work.now,
      version: 1,
    })
    .execute()
}
