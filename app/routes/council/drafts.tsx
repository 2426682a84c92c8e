import type { ActionFunctionArgs, LoaderFunctionArgs } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { Answered, useAnswer } from '#app/components/answered.tsx'
import { Empty } from '#app/components/empty.tsx'
import { Entries, Entry } from '#app/components/entry.tsx'
import { Section } from '#app/components/section-head.tsx'
import { listDrafts, writeStatement } from '#app/domain/council/statement.server.ts'
import { newestEvent } from '#app/domain/query.server.ts'
import { titled } from '#app/http/titles.ts'
import { nearMoment, townZone } from '#app/i18n/dates.ts'
import { useWords } from '#app/i18n/words.tsx'
import type { PageHandle } from '#app/root.tsx'
import { InnerHead } from './inner-head.tsx'
import { enterInside, enterInsideWithForm } from './inside-only.server.ts'
import { readStatementForm, StatementFields } from './statement-fields.tsx'
import { useCouncilNews } from './use-council-news.ts'

export const handle: PageHandle = { voice: 'council', menu: 'more', live: ['bodies', 'council'] }

const here = '/sprecherrat/intern/stellungnahmen'

export async function loader(args: LoaderFunctionArgs) {
  const door = enterInside(args, 'council.write-statement')
  const asOf = await newestEvent(door.ask)
  const drafts = await door.find(listDrafts(door.ask))
  return {
    asOf,
    title: door.t('council:drafts.title'),
    formKey: door.formKey(),
    drafts: drafts.map(({ id, number, title, language, state, changedAt }) => ({
      ...{ id, number, title, language, state },
      changed: nearMoment(door, changedAt, townZone, door.ask.now),
    })),
  }
}

export async function action(args: ActionFunctionArgs) {
  const door = await enterInsideWithForm(args, 'council.write-statement')
  const form = await readStatementForm(door)
  if (!form.ok) return door.invalid(form.problems)
  const written = { ...form.values, statementId: null, language: door.lang }
  return door.runAndGo(writeStatement, written, ({ statementId }) => `${here}/${statementId}?meldung=saved`)
}

export const meta = titled<typeof loader>(({ title }) => ({ title, hidden: true }))

export default function Drafts() {
  const { asOf, title, formKey, drafts } = useLoaderData<typeof loader>()
  const answer = useAnswer('write')
  const { t } = useWords()
  useCouncilNews(asOf, 'council-drafts')
  return (
    <div className="flow">
      <InnerHead title={title} />
      <Answered />
      <p className="lead">{t('council:drafts.lead')}</p>
      {drafts.length === 0 && <Empty voice="council" title={t('council:drafts.none')} />}
      <Entries>
        {drafts.map((draft) => (
          <Entry
            key={draft.id}
            level={2}
            numeral={draft.number ?? '·'}
            to={`${here}/${draft.id}`}
            title={draft.title}
            lang={draft.language}
            meta={[`${t('council:drafts.changed')} ${draft.changed}`]}
            side={t(`council:drafts.state.${draft.state}`)}
          />
        ))}
      </Entries>
      <Section id="neu" title={t('council:drafts.new')}>
        <StatementFields to={here} formKey={formKey} answer={answer} version={0} />
      </Section>
    </div>
  )
}
