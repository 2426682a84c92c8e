import type { ActionFunctionArgs, LoaderFunctionArgs } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { Alert } from '#app/components/alert.tsx'
import { Answered, kept, useAnswer } from '#app/components/answered.tsx'
import { Button } from '#app/components/button.tsx'
import { Field } from '#app/components/field.tsx'
import { Form } from '#app/components/form.tsx'
import { Section } from '#app/components/section-head.tsx'
import { rollObjectionForm } from '#app/domain/elections/election.form.ts'
import { getAnnounced } from '#app/domain/elections/election.server.ts'
import { dayThatEnds, momentsOf, preparesAt, takesRollObjections } from '#app/domain/elections/election.ts'
import { objectToRoll } from '#app/domain/elections/objection.server.ts'
import { isOnElectionRoll, listRoll } from '#app/domain/elections/roll.server.ts'
import { describe } from '#app/domain/form.ts'
import { titled } from '#app/http/titles.ts'
import { dateInWords, nearMoment, townZone } from '#app/i18n/dates.ts'
import { useWords } from '#app/i18n/words.tsx'
import type { PageHandle } from '#app/root.tsx'
import { enterInside, enterInsideWithForm } from '../council/inside-only.server.ts'
import { ElectionHead } from './election-head.tsx'

export const handle: PageHandle = { voice: 'council', menu: 'more' }

export async function loader(args: LoaderFunctionArgs) {
  const door = enterInside(args)
  const election = await door.find(getAnnounced(door.ask.db, Number(door.params.number)))
  const { rollClosesAt } = momentsOf(election.rules, door.ask.town.timeZone)
  return {
    title: door.t('elections:roll.title'),
    of: election.rules.title,
    number: election.number,
    own: await isOnElectionRoll(door.ask.db, election, door.actor.accountId, door.ask.now),
    people: await door.find(listRoll(door.ask, election)),
    closed:
      election.rollClosedAt === null ? null : dateInWords(door, dayThatEnds(election.rollClosedAt), townZone),
    until: dateInWords(door, dayThatEnds(rollClosesAt), townZone),
    mayObject: takesRollObjections(election),
    objectUntil: nearMoment(door, preparesAt(election.rules, door.ask.town.timeZone), townZone, door.ask.now),
    sent: door.url.searchParams.has('meldung'),
    formKey: door.formKey(),
  }
}

export async function action(args: ActionFunctionArgs) {
  const door = await enterInsideWithForm(args)
  const form = await door.read(rollObjectionForm)
  if (!form.ok) return door.invalid(form.problems)
  const number = Number(door.params.number)
  return door.runAndGo(
    objectToRoll,
    { number, ...form.values },
    () => `/sprecherrat/wahlen/${number}/verzeichnis?meldung=ja`,
  )
}

export const meta = titled<typeof loader>(({ title }) => ({ title, hidden: true }))

export default function Roll() {
  const page = useLoaderData<typeof loader>()
  const answer = useAnswer('object')
  const { t } = useWords()
  return (
    <div className="flow">
      <ElectionHead number={page.number} of={page.of}>
        {page.title}
      </ElectionHead>
      {page.sent && <Alert state="done" role="status" title={t('elections:roll.sent')} />}
      <Answered />
      <Alert
        state={page.own ? 'done' : 'soon'}
        title={t(page.own ? 'elections:roll.yes' : 'elections:roll.no')}
      >
        {!page.own && page.closed === null && <p>{t('elections:roll.no-until', { until: page.until })}</p>}
      </Alert>
      <p className="lead">{t('elections:roll.lead')}</p>
      <p>
        {page.closed === null
          ? t('elections:roll.so-far', { until: page.until })
          : t('elections:roll.closed', { when: page.closed, count: page.people.length })}
      </p>
      {page.mayObject && (
        <Section
          id="einwand"
          title={t('elections:roll.object')}
          lead={t('elections:roll.object-lead', { until: page.objectUntil })}
        >
          <Form
            to={`/sprecherrat/wahlen/${page.number}/verzeichnis`}
            intent="object"
            idempotencyKey={page.formKey}
            className="flow"
          >
            <Field
              field={describe(rollObjectionForm, 'about')}
              kind="radios"
              label={t('elections:roll.about')}
              options={(['missing', 'wrong'] as const).map((value) => ({
                value,
                label: t(`elections:roll.${value}`),
              }))}
              {...kept(answer, 'about')}
            />
            <Field
              field={describe(rollObjectionForm, 'person')}
              label={t('elections:roll.person')}
              hint={t('elections:roll.person-hint')}
              {...kept(answer, 'person')}
            />
            <Field
              field={describe(rollObjectionForm, 'text')}
              kind="textarea"
              rows={3}
              label={t('elections:roll.text')}
              {...kept(answer, 'text')}
            />
            <Button kind="quiet">{t('elections:roll.send')}</Button>
          </Form>
        </Section>
      )}
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: a wide table is scrolled by keyboard, too */}
      <section className="scroll-x" aria-label={t('elections:roll.caption')} tabIndex={0}>
        <table>
          <caption>{t('elections:roll.caption')}</caption>
          <thead>
            <tr>
              <th scope="col">{t('elections:roll.name')}</th>
              <th scope="col">{t('elections:roll.branch')}</th>
            </tr>
          </thead>
          <tbody>
            {page.people.map(({ id, name, branch }) => (
              <tr key={id}>
                <th scope="row">{name}</th>
                <td>{branch}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </section>
    </div>
  )
}
