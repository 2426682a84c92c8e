// Reads how a meeting stands for one reader: guests get what is public, members all of it. One function for pages, for the
// screens' own small address and for what is broadcast, so that none can tell more than another.
import { may } from '../policy.ts'
import { type Ask, newestEvent } from '../query.server.ts'
import { markOf } from './agenda.ts'
import { itemSubject } from './items.server.ts'
import { type ItemLife, openMotions } from './live.ts'
import type { BodyMeeting } from './meeting.server.ts'
import { quorumNow } from './quorum.ts'
import { stillAsking, tableNow } from './roster.ts'
import type { RulesOfProcedure } from './rules-of-procedure.ts'
import { secretNeeds } from './secret-vote.ts'
import { readSignals } from './signals.server.ts'
import { orderSpeakers, shareByBench } from './speaker-list.ts'
import type { Stand, StandItem, Who } from './stand.ts'
import { voteOf } from './stand-vote.server.ts'
import { readSession, rosterOf, type Session } from './steps.server.ts'

/** `upTo`: the step after which a projector was frozen. */
export async function readStand(ask: Ask, meeting: BodyMeeting, upTo: number | null = null): Promise<Stand> {
  const asOf = await newestEvent(ask)
  const session = await readSession(ask.db, meeting, upTo)
  const { live, items, rules } = session
  const roster = await rosterOf(ask.db, meeting.bodyId, ask.now)
  const names = await namesOf(ask, session, roster)
  const who = (accountId: string): Who => {
    const seat = roster.find((one) => one.accountId === accountId)
    return {
      accountId,
      name: names.get(accountId) ?? null,
      function: seat?.function ?? 'citizen',
      bench: seat?.benchName ?? null,
      online: live.presence[accountId] === 'online',
    }
  }
  const readable = new Set(
    items.filter((item) => may(ask.actor, 'agendaItem.read', itemSubject(item, meeting))).map(({ id }) => id),
  )
  const current = live.currentId
  const closed = current !== null && !readable.has(current)
  const told = closed ? null : current
  const life = told === null ? undefined : live.items[told]
  const ideas = await ideaNumbers(
    ask,
    items.flatMap(({ ideaId }) => ideaId ?? []),
  )
  const seats = tableNow(roster, live)
  const quorum = quorumNow(live, seats, rules, told)
  const benchName = (bench: string | null) => roster.find((seat) => seat.bench === bench)?.benchName ?? null
  const spoken = live.speeches.filter(({ itemId }) => itemId === told)
  const openSpeeches = live.speeches.filter(({ itemId }) => readable.has(itemId))
  return {
    asOf,
    now: ask.now,
    number: meeting.number,
    title: meeting.title,
    bodyName: meeting.bodyName,
    bodyKind: meeting.bodyKind,
    withoutQuorum: rules.withoutQuorum,
    place: meeting.place,
    online: meeting.online,
    startsAt: meeting.startsAt,
    endsAt: meeting.endsAt,
    state: meeting.state,
    pause: live.pause,
    startedAt: live.startedAt,
    endedAt: live.endedAt,
    items: items.map((item): StandItem => {
      const one = live.items[item.id]
      const open = readable.has(item.id)
      return {
        id: item.id,
        number: item.number,
        minutes: item.minutes,
        state: item.id === current ? 'current' : (one?.outcome ?? 'ahead'),
        calledAt: one?.calledAt ?? null,
        closedAt: one?.closedAt ?? null,
        open: open
          ? {
              publicNumber: item.publicNumber,
              title: item.title,
              kind: item.kind,
              audience: item.audience,
              ideaNumber: item.ideaId === null ? null : (ideas.get(item.ideaId) ?? null),
              mark: markOf(item, meeting.invitedAt),
            }
          : null,
      }
    }),
    currentId: current,
    closed,
    list: life ? { mode: life.mode, state: life.list } : null,
    speech:
      live.speech && !closed
        ? {
            who: who(live.speech.accountId),
            kind: live.speech.kind,
            note: live.speech.note,
            clock: live.speech.clock,
          }
        : null,
    places: life
      ? orderSpeakers(stillAsking(life.requests, roster), spoken, life.mode).map(({ request, reason }) => ({
          requestId: request.id,
          who: who(request.accountId),
          kind: request.kind,
          reason: reason.why === 'bench-turn' ? { ...reason, bench: benchName(reason.bench) } : reason,
        }))
      : [],
    motions: closed
      ? []
      : live.motions
          .filter(({ itemId, id }) => itemId === told && (isLastOf(live.motions, id) || openIn(session, id)))
          .map((motion) => ({
            id: motion.id,
            kind: motion.kind,
            state: motion.state,
            mover: who(motion.moverId),
            objector: motion.objectorId === null ? null : who(motion.objectorId),
          })),
    voteWish: life?.voteWish ?? null,
    secret: life ? secretAsked(life, quorum.present, rules) : null,
    vote: told === null ? null : await voteOf(ask, live.votes.filter(({ itemId }) => itemId === told).at(-1)),
    quorum: {
      ...quorum,
      benches: quorum.benches.map((bench) => ({ ...bench, name: benchName(bench.bench) })),
    },
    seats: seats.map((seat) => ({
      accountId: seat.accountId,
      name: seat.name,
      function: seat.function,
      bench: seat.bench,
      votes: seat.votes,
      standsInFor: seat.forId,
      as: live.presence[seat.accountId] ?? null,
    })),
    shares: shareByBench(openSpeeches).map((share) => ({ ...share, name: benchName(share.bench) })),
    notes: notesOf(session).filter(({ itemId }) => readable.has(itemId)),
    signals: await readSignals(ask, meeting.id),
    projector: live.projector,
    frozenAt: live.projector === 'frozen' ? frozenStep(session) : null,
    leader:
      live.leaderId === null ? null : { accountId: live.leaderId, name: names.get(live.leaderId) ?? null },
    turn: live.turn,
    turnAt: closed ? null : (live.lastTurn?.at ?? null),
    turnType: closed ? null : (live.lastTurn?.type ?? null),
  }
}

/** Every line as it was written last; those taken back are gone. */
export function notesOf(
  session: Pick<Session, 'steps'>,
): readonly { noteId: string; itemId: string; at: string; text: string }[] {
  const notes = new Map<string, { noteId: string; itemId: string; at: string; text: string }>()
  for (const step of session.steps) {
    if (step.type !== 'noted') continue
    const { noteId, itemId, text } = step
    notes.set(noteId, { noteId, itemId, text, at: notes.get(noteId)?.at ?? step.at })
  }
  return [...notes.values()].filter(({ text }) => text !== '')
}

async function namesOf(
  ask: Ask,
  { live, steps }: Session,
  roster: readonly { accountId: string; name: string | null }[],
): Promise<ReadonlyMap<string, string>> {
  const names = new Map<string, string>()
  for (const { accountId, name } of roster) if (name !== null) names.set(accountId, name)
  const wanted = new Set<string>([
    ...(live.speech ? [live.speech.accountId] : []),
    ...live.motions.flatMap(({ moverId, objectorId }) => [moverId, ...(objectorId ? [objectorId] : [])]),
    ...steps.flatMap((step) => ('accountId' in step ? [step.accountId] : [])),
  ])
  const missing = [...wanted].filter((id) => !names.has(id) && !id.startsWith('guest:'))
  if (missing.length === 0) return names
  const rows = await ask.db
    .selectFrom('account')
    .select(['id', 'name'])
    .where('id', 'in', missing)
    .where('erasedAt', 'is', null)
    .execute()
  for (const { id, name } of rows) names.set(id, name)
  return names
}

function secretAsked(life: ItemLife, present: number, rules: RulesOfProcedure) {
  return { asked: life.secretAsked.length, needed: secretNeeds(rules.secretOnRequest, present) }
}

async function ideaNumbers(ask: Ask, ids: readonly string[]): Promise<ReadonlyMap<string, number>> {
  if (ids.length === 0) return new Map()
  const rows = await ask.db
    .selectFrom('idea')
    .select(['id', 'number'])
    .where('id', 'in', [...ids])
    .execute()
  return new Map(rows.map(({ id, number }) => [id, Number(number)]))
}

function openIn({ live }: Session, id: string): boolean {
  return openMotions(live).some((motion) => motion.id === id)
}

function isLastOf(motions: readonly { id: string }[], id: string): boolean {
  return motions.at(-1)?.id === id
}

function frozenStep({ steps }: Session): number | null {
  return steps.filter(({ type }) => type === 'frozen').at(-1)?.number ?? null
}
