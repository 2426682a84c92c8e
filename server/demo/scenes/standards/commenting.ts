// People talk about clauses and amendments where these stand.
import { contribute, type Posted } from '#app/domain/conversations/contribute.server.ts'
import { comments } from '../../story/standards/comments.ts'
import type { StoryComment } from '../../story/standards/types.ts'
import type { Scene } from '../scene.ts'
import type { Made } from './made.ts'

export function commentingScenes(made: Made): readonly Scene[] {
  const { stage } = made
  const posted: Posted[] = []
  return comments.map(({ by, daysAgo, about, answers, move, text }, place) => ({
    daysAgo,
    play: async () => {
      posted[place] = await stage.does(await stage.actor(by), contribute, {
        conversationId: await talkAbout(made, about),
        parentId: answers === undefined ? null : (posted[answers]?.id ?? null),
        ...{ move, text, language: 'de', official: false },
      })
    },
  }))
}

async function talkAbout({ stage, ...made }: Made, about: StoryComment['about']): Promise<string> {
  const { read } = stage.platform.database
  const row =
    'clause' in about
      ? await read
          .selectFrom('clause')
          .select('conversationId')
          .where('id', '=', made.clauses.get(about.clause) ?? '')
          .executeTakeFirstOrThrow()
      : await read
          .selectFrom('amendment')
          .select('conversationId')
          .where('id', '=', made.amendments.get(about.amendment) ?? '')
          .executeTakeFirstOrThrow()
  return row.conversationId ?? ''
}
