// Where people write Markdown, each as long as its field takes: whatever joins here is tried with the texts that stall parsers.
import { type Answer, isDone } from '../harness/visitor.ts'
import type { BusyTown } from './busy-town.ts'
import { postingAs } from './ideas.ts'
import { address, amendments, type Drafted } from './standards.ts'

export interface WayToWrite {
  readonly name: string
  /** Writes it and looks at the page that shows it. */
  write(text: string): Promise<readonly Answer[]>
}

/** Everybody writes in turn, since one alone would soon be told to wait. */
export function waysToWrite(busy: BusyTown): readonly WayToWrite[] {
  let turn = 0
  const next = () => {
    const mark = `text-${turn++}`
    return { mark, door: busy.as(busy.people[turn % busy.people.length] ?? null) }
  }
  const { clauseId, editor } = busy.furnishedFor(amendments) as Drafted
  return [
    {
      name: 'a contribution',
      async write(text) {
        const { mark, door } = next()
        const { conversationId, number } = busy.pick(busy.ideas)
        const fields = { move: 'question', text: text.slice(0, 4000), idempotencyKey: mark }
        return [await door.send(`/gespraech/${conversationId}`, fields), await door.get(`/ideen/${number}`)]
      },
    },
    {
      name: 'an idea',
      async write(text) {
        const { mark, door } = next()
        const sent = await postingAs(door, mark, {}, text.slice(0, 8000))()
        return [sent, ...(sent.location ? [await door.get(sent.location)] : [])]
      },
    },
    {
      name: 'an amendment',
      async write(text) {
        const { mark, door } = next()
        const part = { 'kind-0': 'change', 'clause-0': clauseId, 'base-0': 1, 'after-0': '' }
        const sent = await door.send(`${address}/aenderungen/neu`, {
          ...{ intent: 'send', ...part, 'text-0': text.slice(0, 20_000) },
          ...{ reason: text.slice(0, 2000).padEnd(10, '.'), idempotencyKey: mark },
        })
        return [sent, ...(sent.location ? [await door.get(sent.location)] : [])]
      },
    },
    {
      name: 'a clause',
      async write(text) {
        const { mark } = next()
        const door = busy.as(editor)
        const to = `${address}/werkstatt/1`
        const fields = { intent: 'add-clause', text: text.slice(0, 20_000), idempotencyKey: mark }
        const sent = await door.send(to, fields)
        const added = sent.location?.split('#absatz-')[1]
        if (!isDone(sent) || !added) return [sent]
        const shown = await door.get(to)
        // Taken away again, so that the next one is not held up by all before it.
        const away = { intent: 'strike', clause: added, version: 1, idempotencyKey: `${mark}-away` }
        return [sent, shown, await door.send(to, away)]
      },
    },
  ]
}
