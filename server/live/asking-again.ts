// After rights changed: asks for every watched topic of the sockets concerned, and makes them leave what is refused.
import type { Actor } from '#app/domain/actor.ts'
import type { RunningPlatform } from '../platform.ts'
import type { Concerned } from './rights.ts'
import { mayWatch } from './topics.ts'
import { actorOf, type LiveSocket } from './visitors.ts'

export async function socketsOf(
  platform: RunningPlatform,
  sockets: readonly LiveSocket[],
  concerned: Concerned,
): Promise<readonly LiveSocket[]> {
  switch (concerned.who) {
    case 'session':
      return sockets.filter(
        ({ data }) =>
          data.accountId === concerned.accountId &&
          (concerned.sessionId === null || data.sessionId === concerned.sessionId),
      )
    case 'account':
      return sockets.filter(({ data }) => data.accountId === concerned.accountId)
    case 'signed-in':
      return sockets.filter(({ data }) => data.accountId !== null)
    case 'conversation':
      return watching(sockets, [`conversation:${concerned.conversationId}`])
    case 'meeting': {
      const items = await platform.database.read
        .selectFrom('agendaItem')
        .select(['id', 'conversationId'])
        .where('meetingId', '=', concerned.meetingId)
        .execute()
      return watching(
        sockets,
        items.flatMap(({ id, conversationId }) => [`agendaItem:${id}`, `conversation:${conversationId}`]),
      )
    }
    case 'poll': {
      const poll = await platform.database.read
        .selectFrom('poll')
        .select('conversationId')
        .where('id', '=', concerned.pollId)
        .executeTakeFirst()
      return watching(sockets, [`poll:${concerned.pollId}`, `conversation:${poll?.conversationId}`])
    }
    case 'idea': {
      const conversations = await platform.database.read
        .selectFrom('conversation')
        .select('id')
        .where('subjectKind', '=', 'idea')
        .where('subjectId', '=', concerned.ideaId)
        .execute()
      const topics = [`idea:${concerned.ideaId}`, ...conversations.map(({ id }) => `conversation:${id}`)]
      return watching(sockets, topics)
    }
  }
}

function watching(sockets: readonly LiveSocket[], topics: readonly string[]): readonly LiveSocket[] {
  return sockets.filter(({ data }) => topics.some((topic) => data.topics.has(topic)))
}

/** Guests are one and the same to the policy, so a crowd costs one question a topic. */
export async function askAgain(
  platform: RunningPlatform,
  sockets: readonly LiveSocket[],
  leave: (socket: LiveSocket, topic: string) => void,
): Promise<void> {
  const people = new Map<string, Actor | null>()
  const answers = new Map<string, boolean>()
  for (const socket of sockets) {
    const who = socket.data.token ?? ''
    if (!people.has(who)) people.set(who, await actorOf(platform, socket.data))
    const actor = people.get(who) ?? null
    if (actor === null) {
      socket.disconnect(true)
      continue
    }
    for (const topic of [...socket.data.topics]) {
      const key = `${who} ${topic}`
      if (!answers.has(key)) answers.set(key, await mayWatch(platform.database.read, actor, topic))
      if (!answers.get(key)) leave(socket, topic)
    }
  }
}
