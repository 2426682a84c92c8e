// Sets a vote up, and changes it while nobody could have voted yet.
import { toJson } from '#db/columns.ts'
import type { Platform, Rendered } from '../platform.ts'
import { refuse } from '../refusal.ts'
import { nextNumber, prepared, type Work } from '../run.server.ts'
import { putIntoIndex } from '../search/indexing.server.ts'
import { isOffered } from './ballots/stores.server.ts'
import { planOpening } from './clock.server.ts'
import { fixedOptions } from './method.ts'
import { getPoll, listOptions, pollSubject, savePoll } from './poll.server.ts'
import type { Poll, PollTerms } from './poll.ts'
import { writeRoll } from './roll.server.ts'
import { setUpAction } from './space.ts'
import { checkChange, checkTerms } from './terms.ts'

export interface WrittenOption {
  /** What ballots call it; only an option that stands again brings its name along. */
  readonly key?: string
  readonly title: string
  readonly about?: string
}

export interface NewPoll extends PollTerms {
  /** Empty for 'yes-no' and 'consent'. The first is called '1' on ballots and in settings, the second '2'. */
  readonly options: readonly WrittenOption[]
  /** For a roll made by hand. */
  readonly roll?: readonly string[]
  /** The vote this one decides on a second time. */
  readonly parentId?: string | null
  /** Whether people may talk about it on its page. */
  readonly talk?: boolean
}

export interface Announced {
  readonly pollId: string
  readonly number: number
}

export const announcePoll = prepared(
  async (platform, input: NewPoll) => ({
    ...input,
    ...(await platform.render(input.about)),
    drawn: drawOrder(platform, input),
  }),
  async (work: Work, input: NewPoll & Rendered & Drawn): Promise<Announced> => {
    work.require(setUpAction(input.space), pollSubject({ ...input, id: '' }))
    const poll = await writePoll(work, input)
    await work.record({ type: 'poll.announced', pollId: poll.id })
    return { pollId: poll.id, number: poll.number }
  },
)

/**
 * Writes a vote down as announced. Asks nobody: for deeds that asked already, such as a chair's.
 * The one who calls records what happened.
 */
export async function writePoll(work: Work, input: NewPoll & Rendered & Partial<Drawn>): Promise<Poll> {
  const { options, roll, parentId, talk, drawn = [], ...terms } = input
  const named = keysOf(input)
  checkTerms(terms, named)
  if (!isOffered(terms.secrecy)) throw refuse('poll_secrecy_not_offered')
  const poll: Poll = {
    ...terms,
    id: work.newId(),
    number: await nextNumber(work.tx, 'poll'),
    parentId: parentId ?? null,
    conversationId: talk ? work.newId() : null,
    state: 'announced',
    source: 'ballots',
    createdById: work.actor.accountId,
    announcedAt: work.now,
    openedAt: null,
    closedAt: null,
    sealedAt: null,
    countedAt: null,
    finalAt: null,
    objectionUntil: null,
    invalidReason: null,
    seed: null,
    rollSize: null,
    reviewedAt: null,
    reviewNote: null,
    version: 1,
  }
  if (poll.conversationId !== null) await openTalk(work, poll.id, poll.conversationId)
  await work.tx
    .insertInto('poll')
    .values({ ...poll, settings: toJson(poll.settings) })
    .execute()
  await writeOptions(work, poll.id, named, options, drawn)
  if (roll) await writeRoll(work, poll.id, roll)
  await indexPoll(work, poll)
  await planOpening(work, poll)
  return poll
}

/** Found by its question and what stands below it; hidden from whom the vote is hidden. */
export async function indexPoll(work: Work, poll: Poll): Promise<void> {
  const options =
    poll.method === 'yes-no' || poll.method === 'consent' ? [] : await listOptions(work.tx, poll.id)
  const body = [poll.about, poll.consequence, ...options.map(({ title }) => title)].join('\n')
  await putIntoIndex(work, { id: poll.id, kind: 'poll', subjectId: poll.id, title: poll.question, body })
}

async function openTalk(work: Work, pollId: string, id: string): Promise<void> {
  await work.tx
    .insertInto('conversation')
    .values({
      id,
      subjectKind: 'poll',
      subjectId: pollId,
      state: 'open',
      contributionCount: 0,
      movedAt: work.now,
      version: 1,
    })
    .execute()
}

/** How ballots name the options, from the first on. */
export function keysOf(input: Pick<NewPoll, 'method' | 'options'>): readonly string[] {
  if (input.method === 'yes-no' || input.method === 'consent') return fixedOptions[input.method]
  return input.options.map(({ key }, index) => key ?? String(index + 1))
}

interface Drawn {
  /** The order of lots on the ballot; empty where nothing is drawn. */
  readonly drawn: readonly string[]
}

function drawOrder(platform: Platform, input: NewPoll): readonly string[] {
  return input.optionOrder === 'lot' ? platform.drawLots(platform.newSecret(), keysOf(input)) : []
}

async function writeOptions(
  work: Work,
  pollId: string,
  keys: readonly string[],
  options: readonly WrittenOption[],
  drawn: readonly string[],
): Promise<void> {
  await work.tx
    .insertInto('pollOption')
    .values(
      keys.map((key, index) => ({
        pollId,
        key,
        place: index + 1,
        drawnPlace: drawn.includes(key) ? drawn.indexOf(key) + 1 : null,
        title: options[index]?.title ?? key,
        about: options[index]?.about ?? '',
        salt: null,
      })),
    )
    .execute()
}

/** Everything may be written anew while it is only announced; from the opening on nothing. */
export const changePoll = prepared(
  async (platform, input: NewPoll & { readonly pollId: string }) => ({
    ...input,
    ...(await platform.render(input.about)),
    drawn: drawOrder(platform, input),
  }),
  async (work: Work, input: NewPoll & { readonly pollId: string } & Rendered & Drawn): Promise<void> => {
    const poll = await getPoll(work.tx, input.pollId)
    work.require(setUpAction(poll.space), pollSubject(poll))
    if (poll.state !== 'announced') throw refuse('poll_not_announced')
    const { pollId, options, roll, parentId: _, talk: __, drawn, ...terms } = input
    const named = keysOf(input)
    checkTerms(terms, named)
    checkChange(poll, terms)
    if (!isOffered(terms.secrecy)) throw refuse('poll_secrecy_not_offered')
    const changed: Poll = { ...poll, ...terms, space: poll.space, subject: poll.subject }
    await savePoll(work, changed)
    await work.tx.deleteFrom('pollOption').where('pollId', '=', pollId).execute()
    await writeOptions(work, pollId, named, options, drawn)
    if (roll) await writeRoll(work, pollId, roll)
    await indexPoll(work, changed)
    await planOpening(work, changed)
    await work.record({ type: 'poll.changed', pollId })
  },
)
