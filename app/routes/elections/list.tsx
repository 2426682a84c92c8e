import type { ActionFunctionArgs, LoaderFunctionArgs } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { Answered } from '#app/components/answered.tsx'
import { Button } from '#app/components/button.tsx'
import { Empty } from '#app/components/empty.tsx'
import { Entries, Entry } from '#app/components/entry.tsx'
import { Form } from '#app/components/form.tsx'
import { Go } from '#app/components/go.tsx'
import { RunningHead } from '#app/components/running-head.tsx'
import { council } from '#app/domain/council/house.ts'
import { beginElection, listElections } from '#app/domain/elections/election.server.ts'
import { findPollOf, phaseOf } from '#app/domain/elections/view.server.ts'
import { enter, enterWithForm } from '#app/http/door.server.ts'
import { titled } from '#app/http/titles.ts'
import { useWords } from '#app/i18n/words.tsx'
import type { PageHandle } from '#app/root.tsx'

export const handle: PageHandle = { voice: 'council', menu: 'more' }

export async function loader(args: LoaderFunctionArgs) {
  const door = enter(args)
  const elections = await listElections(door.ask)
  return {
    title: door.t('elections:list.title'),
    formKey: door.formKey(),
    maySetUp: door.may('election.set-up', council),
    elections: await Promise.all(
      elections.map(async (election) => ({
        number: election.number,
        title: election.rules.title ?? null,
        phase: await phaseOf(door.ask, election, await findPollOf(door.ask, election)),
      })),
    ),
  }
}

export async function action(args: ActionFunctionArgs) {
  const door = await enterWithForm(args)
  return door.runAndGo(beginElection, null, ({ number }) => `/sprecherrat/wahlen/${number}/vorbereiten`)
}

export const meta = titled<typeof loader>(({ title }) => ({ title }))

export default function Elections() {
  const { title, formKey, maySetUp, elections } = useLoaderData<typeof loader>()
  const { t } = useWords()
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
      <h1>{title}</h1>
      <Answered />
      <p className="lead">{t('elections:list.lead')}</p>
      {elections.length === 0 && <Empty voice="council" title={t('elections:list.none')} />}
      <Entries ordered>
        {elections.map(({ number, title: named, phase }) => (
          <Entry
            key={number}
            level={2}
            numeral={number}
            numeralName={t('elections:list.number')}
            to={`/sprecherrat/wahlen/${number}${phase === 'draft' ? '/vorbereiten' : ''}`}
            title={named ?? `${t('elections:list.number')} ${number}`}
            side={t(`elections:phase.${phase}`)}
          />
        ))}
      </Entries>
      {maySetUp && (
        <Form to="/sprecherrat/wahlen" intent="begin" idempotencyKey={formKey}>
          <Button kind="quiet">{t('elections:list.new')}</Button>
        </Form>
      )}
    </div>
  )
}
