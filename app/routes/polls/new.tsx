import type { ActionFunctionArgs, LoaderFunctionArgs } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { Answered } from '#app/components/answered.tsx'
import { Guide } from '#app/components/polls/guide.tsx'
import { PollForm } from '#app/components/polls/poll-form.tsx'
import { announcePoll } from '#app/domain/polls/announce.server.ts'
import { guidePurposes, guideSizes, guideWishes, recommend } from '#app/domain/polls/guide.ts'
import { isMethod, pollMethods } from '#app/domain/polls/method.ts'
import { newPollFrom, pollForm } from '#app/domain/polls/poll.form.ts'
import { spacesToSetUp } from '#app/domain/polls/space.ts'
import { votersToChoose } from '#app/domain/polls/voters.server.ts'
import { isRefusal } from '#app/domain/refusal.ts'
import { type Door, enter, enterWithForm } from '#app/http/door.server.ts'
import { titled } from '#app/http/titles.ts'
import { useWords } from '#app/i18n/words.tsx'
import type { PageHandle } from '#app/root.tsx'

export const handle: PageHandle = { voice: 'council', menu: 'polls' }

function spacesOrRefuse(door: Pick<Door, 'actor' | 'refuse'>) {
  const spaces = spacesToSetUp(door.actor)
  if (spaces.length > 0) return spaces
  throw door.refuse(door.actor.kind === 'guest' ? 'sign_in_first' : 'not_allowed')
}

export async function loader(args: LoaderFunctionArgs) {
  const door = enter(args)
  const spaces = spacesOrRefuse(door)
  const query = door.url.searchParams
  const asked = query.get('methode') ?? ''
  const answered = <T extends string>(name: string, all: readonly T[]) =>
    all.find((one) => one === query.get(name)) ?? null
  const purpose = answered('worum', guidePurposes)
  const size = answered('wie-viele', guideSizes)
  const wish = answered('wichtig', guideWishes)
  return {
    title: door.t('polls:set-up-new'),
    formKey: door.formKey(),
    spaces,
    method: isMethod(asked) ? asked : null,
    methods: pollMethods,
    guide: {
      purpose,
      size,
      wish,
      recommended: purpose && size && wish ? recommend(purpose, size, wish) : null,
    },
    voters: await votersToChoose(door.ask),
  }
}

export async function action(args: ActionFunctionArgs) {
  const door = await enterWithForm(args)
  spacesOrRefuse(door)
  const limited = await door.limit('post')
  if (limited) return limited
  const form = await door.read(pollForm)
  if (!form.ok) return door.invalid(form.problems)
  try {
    const terms = newPollFrom(form.values, door.ask.town.timeZone)
    return door.runAndGo(announcePoll, terms, ({ number }) => `/abstimmungen/${number}`)
  } catch (error) {
    if (isRefusal(error)) return door.refused(error)
    throw error
  }
}

export const meta = titled<typeof loader>(({ title }) => ({ title, hidden: true }))

export default function NewPoll() {
  const page = useLoaderData<typeof loader>()
  const { t } = useWords()
  return (
    <div className="flow">
      <h1>{page.title}</h1>
      <Answered />
      {page.method === null ? (
        <>
          <p className="lead">{t('polls:guide.lead')}</p>
          <Guide guide={page.guide} methods={page.methods} />
        </>
      ) : (
        <PollForm
          to={`/abstimmungen/neu?methode=${page.method}`}
          method={page.method}
          spaces={page.spaces}
          voters={page.voters}
          formKey={page.formKey}
          written={{}}
        />
      )}
    </div>
  )
}
