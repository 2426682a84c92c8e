import type { ActionFunctionArgs, LoaderFunctionArgs } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { Alert } from '#app/components/alert.tsx'
import { Answered, kept, useAnswer } from '#app/components/answered.tsx'
import { Button } from '#app/components/button.tsx'
import { Field } from '#app/components/field.tsx'
import { Form } from '#app/components/form.tsx'
import { Go } from '#app/components/go.tsx'
import { Section } from '#app/components/section-head.tsx'
import { Time } from '#app/components/time.tsx'
import { publishForm, withdrawStatementForm } from '#app/domain/council/statement.form.ts'
import {
  getDraft,
  publishStatement,
  withdrawStatement,
  writeStatement,
} from '#app/domain/council/statement.server.ts'
import { describe } from '#app/domain/form.ts'
import { titled } from '#app/http/titles.ts'
import { useWords } from '#app/i18n/words.tsx'
import type { PageHandle } from '#app/root.tsx'
import { InnerHead } from './inner-head.tsx'
import { enterInside, enterInsideWithForm } from './inside-only.server.ts'
import { readStatementForm, StatementFields } from './statement-fields.tsx'

export const handle: PageHandle = { voice: 'council', menu: 'more' }

const done = ['saved', 'published', 'withdrawn'] as const

export async function loader(args: LoaderFunctionArgs) {
  const door = enterInside(args, 'council.write-statement')
  const { statement, versions } = await door.find(getDraft(door.ask, door.params.id ?? ''))
  const { id, number, title, text, state, version } = statement
  return {
    title,
    statement: { id, number, text, state, version },
    versions,
    waiting: versions[0]?.publishedAt === null,
    done: done.find((word) => word === door.url.searchParams.get('meldung')) ?? null,
    keys: [door.formKey(), door.formKey(), door.formKey()] as const,
  }
}

export async function action(args: ActionFunctionArgs) {
  const door = await enterInsideWithForm(args, 'council.write-statement')
  const statementId = door.params.id ?? ''
  const back = (word: (typeof done)[number]) => () =>
    `/sprecherrat/intern/stellungnahmen/${statementId}?meldung=${word}`
  switch (door.intent) {
    case 'write': {
      const form = await readStatementForm(door)
      if (!form.ok) return door.invalid(form.problems)
      return door.runAndGo(
        writeStatement,
        { ...form.values, statementId, language: door.lang },
        back('saved'),
      )
    }
    case 'publish': {
      const form = await door.read(publishForm)
      if (!form.ok) return door.invalid(form.problems)
      return door.runAndGo(publishStatement, { statementId, ...form.values }, back('published'))
    }
    case 'withdraw': {
      const form = await door.read(withdrawStatementForm)
      if (!form.ok) return door.invalid(form.problems)
      return door.runAndGo(withdrawStatement, { statementId, ...form.values }, back('withdrawn'))
    }
    default:
      throw door.refuse('not_found')
  }
}

export const meta = titled<typeof loader>(({ title }) => ({ title, hidden: true }))

export default function Draft() {
  const page = useLoaderData<typeof loader>()
  const { statement, versions } = page
  const [writing, withdrawing] = [useAnswer('write'), useAnswer('withdraw')]
  const { t } = useWords()
  const here = `/sprecherrat/intern/stellungnahmen/${statement.id}`
  return (
    <div className="flow">
      <InnerHead title={page.title} />
      {page.done && <Alert state="done" role="status" title={t(`council:drafts.${page.done}`)} />}
      <Answered />
      <p>
        {t(`council:drafts.state.${statement.state}`)}
        {statement.number !== null && (
          <>
            {' · '}
            <Go to={`/sprecherrat/stellungnahmen/${statement.number}`}>{t('council:drafts.see')}</Go>
          </>
        )}
      </p>
      {statement.state !== 'withdrawn' && (
        <StatementFields
          to={here}
          formKey={page.keys[0]}
          answer={writing}
          version={statement.version}
          title={page.title}
          text={statement.text}
        />
      )}
      {statement.state !== 'withdrawn' && page.waiting && (
        <Section id="veroeffentlichen" title={t('council:drafts.publish')}>
          <Form to={here} intent="publish" idempotencyKey={page.keys[1]} className="flow">
            <input type="hidden" name="version" value={statement.version} />
            <p>
              {t(statement.number === null ? 'council:drafts.publish-lead' : 'council:drafts.publish-again')}
            </p>
            <Button kind="quiet">{t('council:drafts.publish')}</Button>
          </Form>
        </Section>
      )}
      {statement.state === 'published' && (
        <Section id="zurueckziehen" title={t('council:drafts.withdraw')}>
          <Form to={here} intent="withdraw" idempotencyKey={page.keys[2]} className="flow">
            <p>{t('council:drafts.withdraw-lead')}</p>
            <Field
              field={describe(withdrawStatementForm, 'reason')}
              kind="textarea"
              rows={3}
              label={t('council:drafts.reason')}
              {...kept(withdrawing, 'reason')}
            />
            <Button kind="quiet">{t('council:drafts.withdraw')}</Button>
          </Form>
        </Section>
      )}
      <Section id="verlauf" title={t('council:drafts.history')} lead={t('council:drafts.history-lead')}>
        <ul>
          {versions.map(({ number, by, at, note, publishedAt }) => (
            <li key={number}>
              {t('council:statement.version-of', { number })} <Time at={at} />, {by}
              {publishedAt !== null && `, ${t('council:drafts.public')}`}
              {note !== '' && <p>{note}</p>}
            </li>
          ))}
        </ul>
      </Section>
    </div>
  )
}
