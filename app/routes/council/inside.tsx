import type { ActionFunctionArgs, LoaderFunctionArgs } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { Answered, kept, useAnswer } from '#app/components/answered.tsx'
import { Button } from '#app/components/button.tsx'
import { Empty } from '#app/components/empty.tsx'
import { Entries, Entry } from '#app/components/entry.tsx'
import { Field } from '#app/components/field.tsx'
import { Form } from '#app/components/form.tsx'
import { Go } from '#app/components/go.tsx'
import { RunningHead } from '#app/components/running-head.tsx'
import { Section } from '#app/components/section-head.tsx'
import { council, councilSpace } from '#app/domain/council/house.ts'
import { talkForm } from '#app/domain/council/statement.form.ts'
import { listTalks, openTalk } from '#app/domain/council/talk.server.ts'
import { describe } from '#app/domain/form.ts'
import { deskOf } from '#app/domain/moderation/measure.server.ts'
import { newestEvent } from '#app/domain/query.server.ts'
import { titled } from '#app/http/titles.ts'
import { nearMoment, townZone } from '#app/i18n/dates.ts'
import { useWords, type WordKey } from '#app/i18n/words.tsx'
import type { PageHandle } from '#app/root.tsx'
import { enterInside, enterInsideWithForm } from './inside-only.server.ts'
import { useCouncilNews } from './use-council-news.ts'

export const handle: PageHandle = { voice: 'council', menu: 'more', live: ['bodies', 'council', 'elections'] }

/** The other rooms of the house, each for whom it is. */
const rooms: readonly (readonly [address: string, word: WordKey, who: 'all' | 'speakers' | 'moderators'])[] =
  [
    ['/sprecherrat/kulturschaffende', 'council:inside.register', 'all'],
    ['/sprecherrat/wahlen', 'elections:list.title', 'all'],
    ['/sprecherrat/intern/stellungnahmen', 'council:inside.drafts', 'speakers'],
    ['/sprecherrat/intern/einwaende', 'council:register.objections', 'speakers'],
    ['/sprecherrat/intern/moderation', 'council:inside.desk', 'moderators'],
    ['/sprecherrat/intern/wer-moderiert', 'council:inside.moderators', 'all'],
    ['/sprecherrat/intern/zugriffe', 'council:inside.accesses', 'all'],
    ['/sprecherrat/intern/verantwortlich', 'council:inside.contact', 'speakers'],
    ['/sprecherrat/intern/mitnehmen', 'council:inside.take-along', 'speakers'],
  ]

export async function loader(args: LoaderFunctionArgs) {
  const door = enterInside(args)
  const asOf = await newestEvent(door.ask)
  const talks = await door.find(listTalks(door.ask))
  const holds = {
    all: true,
    speakers: door.may('council.change', council),
    moderators: door.may('moderation.read', deskOf(councilSpace)),
  }
  return {
    asOf,
    title: door.t('council:inside.title'),
    formKey: door.formKey(),
    mayOpen: door.may('council.open-talk', council),
    talks: talks.map((talk) => ({ ...talk, moved: nearMoment(door, talk.movedAt, townZone, door.ask.now) })),
    rooms: rooms.filter(([, , who]) => holds[who]).map(([to, word]) => ({ to, word })),
  }
}

export async function action(args: ActionFunctionArgs) {
  const door = await enterInsideWithForm(args)
  const form = await door.read(talkForm)
  if (!form.ok) return door.invalid(form.problems)
  return door.runAndGo(
    openTalk,
    { ...form.values, language: door.lang },
    ({ number }) => `/sprecherrat/intern/gespraeche/${number}?meldung=eroeffnet`,
  )
}

export const meta = titled<typeof loader>(({ title }) => ({ title, hidden: true }))

export default function Inside() {
  const page = useLoaderData<typeof loader>()
  const answer = useAnswer('open-talk')
  const { t } = useWords()
  useCouncilNews(page.asOf)
  return (
    <div className="flow">
      <RunningHead
        voice="council"
        parts={[
          <Go key="council" to="/sprecherrat">
            {t('bodies:council.title')}
          </Go>,
        ]}
      />
      <h1>{page.title}</h1>
      <Answered />
      <p className="lead">{t('council:inside.lead')}</p>
      <Section id="gespraeche" title={t('council:inside.talks')}>
        {page.talks.length === 0 && <Empty voice="council" title={t('council:inside.talks-none')} />}
        <Entries>
          {page.talks.map((talk) => (
            <Entry
              key={talk.number}
              level={3}
              numeral={talk.number}
              to={`/sprecherrat/intern/gespraeche/${talk.number}`}
              title={talk.title}
              lang={talk.language}
              meta={[
                t('council:inside.contributions', { count: talk.contributions }),
                `${t('council:inside.moved')} ${talk.moved}`,
              ]}
              side={talk.state === 'closed' ? t('council:inside.ended') : null}
            />
          ))}
        </Entries>
      </Section>
      {page.mayOpen && (
        <Section id="neu" title={t('council:inside.open')}>
          <Form to="/sprecherrat/intern" intent="open-talk" idempotencyKey={page.formKey} className="flow">
            <Field
              field={describe(talkForm, 'title')}
              label={t('council:inside.open-title')}
              {...kept(answer, 'title')}
            />
            <Button>{t('council:inside.open-button')}</Button>
          </Form>
        </Section>
      )}
      <Section id="raeume" title={t('council:inside.parts')}>
        <ul>
          {page.rooms.map(({ to, word }) => (
            <li key={to}>
              <Go to={to}>{t(word)}</Go>
            </li>
          ))}
        </ul>
      </Section>
    </div>
  )
}
