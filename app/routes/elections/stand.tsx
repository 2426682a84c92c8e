import type { ActionFunctionArgs, LoaderFunctionArgs } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { Alert } from '#app/components/alert.tsx'
import { Answered, kept, useAnswer } from '#app/components/answered.tsx'
import { Button } from '#app/components/button.tsx'
import { Field } from '#app/components/field.tsx'
import { Form } from '#app/components/form.tsx'
import { Section } from '#app/components/section-head.tsx'
import { findDeclaration } from '#app/domain/bodies/creator.server.ts'
import { council } from '#app/domain/council/house.ts'
import { findOwnCandidature, handIn, withdrawCandidature } from '#app/domain/elections/candidature.server.ts'
import { candidatureForm } from '#app/domain/elections/election.form.ts'
import { getAnnounced } from '#app/domain/elections/election.server.ts'
import { dayThatEnds, momentsOf, takesCandidates } from '#app/domain/elections/election.ts'
import { isOnElectionRoll } from '#app/domain/elections/roll.server.ts'
import { describe } from '#app/domain/form.ts'
import { enter, enterWithForm } from '#app/http/door.server.ts'
import { titled } from '#app/http/titles.ts'
import { dateInWords, townZone } from '#app/i18n/dates.ts'
import { useWords } from '#app/i18n/words.tsx'
import type { PageHandle } from '#app/root.tsx'
import { ElectionHead } from './election-head.tsx'

export const handle: PageHandle = { voice: 'council', menu: 'more' }

export async function loader(args: LoaderFunctionArgs) {
  const door = enter(args)
  const election = await door.find(getAnnounced(door.ask.db, Number(door.params.number)))
  if (door.actor.kind === 'guest') throw door.refuse('sign_in_first')
  if (!door.may('election.stand', council)) throw door.refuse('election_not_on_roll')
  const { timeZone } = door.ask.town
  const own = await findOwnCandidature(door.ask, election)
  const declared = await findDeclaration(door.ask.db, door.actor.accountId ?? '')
  const branches = election.rules.branches.map(({ name }) => name)
  return {
    title: door.t('elections:stand.title'),
    of: election.rules.title,
    number: election.number,
    until: dateInWords(door, dayThatEnds(momentsOf(election.rules, timeZone).candidatesUntil), townZone),
    branches,
    own,
    branch: own?.branch ?? branches.find((name) => name === declared?.branch) ?? '',
    does: own?.does ?? declared?.does ?? '',
    open: takesCandidates(election, timeZone, door.ask.now),
    onRoll: await isOnElectionRoll(door.ask.db, election, door.actor.accountId, door.ask.now),
    done: door.url.searchParams.get('meldung'),
    keys: [door.formKey(), door.formKey()] as const,
  }
}

export async function action(args: ActionFunctionArgs) {
  const door = await enterWithForm(args)
  const number = Number(door.params.number)
  const here = `/sprecherrat/wahlen/${number}/kandidieren`
  if (door.intent === 'withdraw') {
    return door.runAndGo(withdrawCandidature, { number }, () => `${here}?meldung=withdrawn`)
  }
  const form = await door.read(candidatureForm)
  if (!form.ok) return door.invalid(form.problems)
  const { consent: _, ...written } = form.values
  return door.runAndGo(handIn, { number, ...written }, () => `${here}?meldung=handed-in`)
}

export const meta = titled<typeof loader>(({ title }) => ({ title, hidden: true }))

export default function Stand() {
  const page = useLoaderData<typeof loader>()
  const { own, keys } = page
  const answer = useAnswer('hand-in')
  const { t } = useWords()
  const here = `/sprecherrat/wahlen/${page.number}/kandidieren`
  const standing = own !== null && own.withdrawnAt === null
  return (
    <div className="flow">
      <ElectionHead number={page.number} of={page.of}>
        {page.title}
      </ElectionHead>
      {page.done === 'handed-in' && (
        <Alert state="done" role="status" title={t('elections:stand.handed-in')} />
      )}
      {page.done === 'withdrawn' && (
        <Alert state="done" role="status" title={t('elections:stand.withdrawn')} />
      )}
      <Answered />
      {!page.onRoll && <Alert title={t('elections:stand.not-on-roll')} />}
      {!page.open && <Alert title={t('elections:stand.closed')} />}
      {page.onRoll && page.open && (
        <>
          <p className="lead">{t('elections:stand.lead', { until: page.until })}</p>
          <Form to={here} intent="hand-in" idempotencyKey={keys[0]} className="flow">
            <Field
              field={describe(candidatureForm, 'branch')}
              kind="select"
              label={t('elections:stand.branch')}
              options={[
                // What somebody declared is in their own words and need not be the name of a branch.
                ...(page.branch === '' ? [{ value: '', label: t('elections:stand.choose') }] : []),
                ...page.branches.map((value) => ({ value, label: value })),
              ]}
              {...kept(answer, 'branch', page.branch)}
            />
            <Field
              field={describe(candidatureForm, 'does')}
              kind="textarea"
              rows={3}
              label={t('elections:stand.does')}
              {...kept(answer, 'does', page.does)}
            />
            <Field
              field={describe(candidatureForm, 'wants')}
              kind="textarea"
              rows={4}
              label={t('elections:stand.wants')}
              {...kept(answer, 'wants', own?.wants)}
            />
            <Field
              field={describe(candidatureForm, 'time')}
              label={t('elections:stand.time')}
              {...kept(answer, 'time', own?.time)}
            />
            <section aria-labelledby="name">
              <h2 className="small" id="name">
                {t('elections:stand.name')}
              </h2>
              <p>{t('elections:stand.name-shown')}</p>
              <p>{t('elections:stand.name-erased')}</p>
            </section>
            <Field
              field={describe(candidatureForm, 'consent')}
              kind="checkbox"
              label={t('elections:stand.consent')}
              {...kept(answer, 'consent')}
            />
            <Button>{t('elections:stand.hand-in')}</Button>
          </Form>
          {standing && (
            <Section id="zurueck" title={t('elections:stand.withdraw')}>
              <Form to={here} intent="withdraw" idempotencyKey={keys[1]}>
                <Button kind="quiet">{t('elections:stand.withdraw')}</Button>
              </Form>
            </Section>
          )}
        </>
      )}
    </div>
  )
}
