// Moves people into a place before its server starts: accounts, offices and sessions, by the town's own commands.
import { type Actor, system } from '#app/domain/actor.ts'
import { postIdea } from '#app/domain/ideas/idea.server.ts'
import { startSession } from '#app/domain/people/session.server.ts'
import { type Command, run } from '#app/domain/run.server.ts'
import { inHaste } from '#db/haste.ts'
import { openPlatform, type RunningPlatform } from '#server/platform.ts'
import { readSettings } from '#server/settings.ts'
import { type Holding, openPerson, setUpTown } from '#tests/platform.ts'
import type { Place } from './place.ts'

export interface Inhabitant {
  readonly name: string
  readonly actor: Actor
  readonly accountId: string
  /** What the browser of this person sends. */
  readonly cookie: string
}

export interface SettlingIn {
  readonly platform: RunningPlatform
  person(name: string, as?: Holding): Promise<Inhabitant>
  does<I, O>(actor: Actor, command: Command<I, O>, input: I): Promise<O>
  idea(author: Actor, title: string): Promise<{ ideaId: string; number: number; conversationId: string }>
}

/** Runs `furnish` on the town's own platform and closes it again; the server may start afterwards. */
export async function settleIn<T>(
  place: Place,
  furnish: (town: SettlingIn) => Promise<T>,
  clock?: () => string,
): Promise<T> {
  const platform = await openPlatform(readSettings({ ...place.env, LOG_LEVEL: 'error' }), clock)
  try {
    let furnished: T | undefined
    await inHaste(platform.database, async () => {
      await setUpTown(platform)
      furnished = await furnish(settling(platform))
    })
    return furnished as T
  } finally {
    await platform.close()
  }
}

function settling(platform: RunningPlatform): SettlingIn {
  async function does<I, O>(actor: Actor, command: Command<I, O>, input: I): Promise<O> {
    const outcome = await run(platform, actor, command, input)
    if (!outcome.ok) throw new Error(`Expected this to work, but: ${outcome.refusal.reason}`)
    return outcome.value
  }
  return {
    platform,
    does,
    async person(name, as) {
      const actor = await openPerson(platform, platform.now(), name, as ?? {})
      const accountId = actor.accountId ?? ''
      const { token } = await does(system, startSession, { accountId, device: 'Firefox', replaces: null })
      return { name, actor, accountId, cookie: `stimmtisch=${token}` }
    },
    async idea(author, title) {
      const { id: ideaId, number } = await does(author, postIdea, {
        title,
        text: `Worum es geht: ${title}. Das wünschen sich viele im Stadtteil.`,
        district: 'welper',
        language: 'de',
        authorName: null,
        secret: null,
        source: 'web',
        picture: null,
      })
      const { conversationId } = await platform.database.read
        .selectFrom('idea')
        .select('conversationId')
        .where('id', '=', ideaId)
        .executeTakeFirstOrThrow()
      return { ideaId, number, conversationId }
    },
  }
}
