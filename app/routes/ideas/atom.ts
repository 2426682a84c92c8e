import type { LoaderFunctionArgs } from '@remix-run/node'
import { guest } from '#app/domain/actor.ts'
import { listIdeas } from '#app/domain/ideas/list.server.ts'
import { firstThought } from '#app/domain/search/plain-words.ts'
import { feedResponse } from '#app/http/atom.ts'
import { enter } from '#app/http/door.server.ts'

/** The newest ideas. Read as a guest, whoever asks. */
export async function loader(args: LoaderFunctionArgs) {
  const door = enter(args)
  const { ideas } = await listIdeas(
    { ...door.ask, actor: guest },
    { goal: null, district: null, stand: null, sort: 'neu', page: 1 },
  )
  const entries = ideas.map((idea) => {
    const at = idea.publishedAt ?? door.ask.now
    return {
      ...{ id: `/ideen/${idea.number}`, path: `/ideen/${idea.number}`, title: idea.title },
      ...{ published: at, updated: at, summary: firstThought(idea.text, 300), language: idea.language },
    }
  })
  const words = { title: door.t('ideas:feed.title'), subtitle: door.t('ideas:feed.summary') }
  return feedResponse(door, { path: '/ideen', ...words, entries })
}
