import type { ActionFunctionArgs, LoaderFunctionArgs } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { Alert } from '#app/components/alert.tsx'
import { Answered, kept, useAnswer } from '#app/components/answered.tsx'
import { Button } from '#app/components/button.tsx'
import { FactList } from '#app/components/fact-list.tsx'
import { Field } from '#app/components/field.tsx'
import { Form } from '#app/components/form.tsx'
import { Go } from '#app/components/go.tsx'
import { Section } from '#app/components/section-head.tsx'
import { Time } from '#app/components/time.tsx'
import { seat } from '#app/domain/bodies/body.server.ts'
import { getBody, listBodies } from '#app/domain/bodies/seats.server.ts'
import { describe } from '#app/domain/form.ts'
import { getAccount } from '#app/domain/people/account.server.ts'
import { listResponsibleRoles } from '#app/domain/people/accounts.server.ts'
import { appoint } from '#app/domain/people/appointment.server.ts'
import { changeLostMail } from '#app/domain/people/mail-change.server.ts'
import { appointedRoles, appointForm, seatForm } from '#app/domain/people/operator.form.ts'
import { mailForm } from '#app/domain/people/people.form.ts'
import { endSessionsForSomebody } from '#app/domain/people/session.server.ts'
import { enter, enterWithForm, type FormDoor } from '#app/http/door.server.ts'
import { titled } from '#app/http/titles.ts'
import { useWords } from '#app/i18n/words.tsx'
import type { PageHandle } from '#app/root.tsx'
import { requireOperator } from './operator-only.server.ts'
import { SeatPart } from './seat-part.tsx'

export const handle: PageHandle = { voice: 'none', menu: 'account' }

const messages = ['benannt', 'adresse', 'besetzt', 'abgemeldet'] as const

export async function loader(args: LoaderFunctionArgs) {
  const door = enter(args)
  requireOperator(door)
  const { id, name, handle, mail, pausedUntil } = await door.find(
    getAccount(door.ask.db, door.params.id ?? ''),
  )
  const bodies = await Promise.all((await listBodies(door.ask)).map(({ slug }) => getBody(door.ask, slug)))
  const asked = door.url.searchParams.get('meldung')
  return {
    title: door.t('operator:account.title', { name }),
    message: messages.find((message) => message === asked) ?? null,
    formKey: door.formKey(),
    path: `/betrieb/konten/${id}`,
    account: { handle, mail, pausedUntil },
    roles: await listResponsibleRoles(door.ask),
    places: bodies.flatMap((body) => [
      { value: body.slug, label: body.name },
      ...body.benches.map((bench) => ({
        value: `${body.slug}/${bench.slug}`,
        label: `${body.name}, ${bench.name} (${bench.held.length}/${bench.seats})`,
      })),
    ]),
    today: door.ask.now.slice(0, 10),
  }
}

export async function action(args: ActionFunctionArgs) {
  const door = await enterWithForm(args)
  requireOperator(door)
  switch (door.intent) {
    case 'appoint':
      return giveTask(door)
    case 'mail':
      return changeMail(door)
    case 'end-sessions':
      return signOut(door)
    case 'seat':
      return giveSeat(door)
    default:
      throw door.refuse('not_found')
  }
}

async function giveTask(door: FormDoor) {
  const form = await door.read(appointForm)
  if (!form.ok) return door.invalid(form.problems)
  const { role, scope, responsible } = form.values
  if (role === 'staff' && scope.length < 2) return door.invalid({ scope: { error: 'missing' } })
  if (role === 'responsible' && responsible === '') return door.invalid({ responsible: { error: 'missing' } })
  const accountId = door.params.id ?? ''
  const where = role === 'staff' ? scope : role === 'responsible' ? responsible : 'town'
  return door.runAndGo(
    appoint,
    { accountId, role, scope: where },
    () => `/betrieb/konten/${accountId}?meldung=benannt`,
  )
}

async function changeMail(door: FormDoor) {
  const form = await door.read(mailForm)
  if (!form.ok) return door.invalid(form.problems)
  const accountId = door.params.id ?? ''
  return door.runAndGo(
    changeLostMail,
    { accountId, mail: form.values.mail },
    () => `/betrieb/konten/${accountId}?meldung=adresse`,
  )
}

function signOut(door: FormDoor) {
  const accountId = door.params.id ?? ''
  return door.runAndGo(
    endSessionsForSomebody,
    { accountId },
    () => `/betrieb/konten/${accountId}?meldung=abgemeldet`,
  )
}

async function giveSeat(door: FormDoor) {
  const form = await door.read(seatForm)
  if (!form.ok) return door.invalid(form.problems)
  const { place, from, until } = form.values
  const [body = '', bench = null] = place.split('/')
  const accountId = door.params.id ?? ''
  // A term that begins today begins now: whoever is given a seat may use it at once.
  const now = door.ask.now
  return door.runAndGo(
    seat,
    {
      body,
      bench,
      accountId,
      function: form.values.function,
      fromAt: from === now.slice(0, 10) ? now : `${from}T00:00:00.000Z`,
      untilAt: until === null ? null : `${until}T00:00:00.000Z`,
    },
    () => `/betrieb/konten/${accountId}?meldung=besetzt`,
  )
}

export const meta = titled<typeof loader>(({ title }) => ({ title, hidden: true }))

export default function OperatorAccount() {
  const { title, message, formKey, path, account, roles, places, today } = useLoaderData<typeof loader>()
  const { t } = useWords()
  const appointing = useAnswer('appoint')
  const mailing = useAnswer('mail')
  return (
    <div className="flow">
      <h1>{title}</h1>
      {message && <Alert state="done" title={t(`operator:message.${message}`)} role="status" />}
      <Answered />
      <FactList
        facts={[
          { question: t('operator:account.handle'), answer: account.handle },
          { question: t('operator:account.mail'), answer: account.mail ?? '–' },
          ...(account.pausedUntil
            ? [{ question: t('operator:account.paused'), answer: <Time at={account.pausedUntil} /> }]
            : []),
        ]}
      />
      <p>{t('operator:account.pause-more')}</p>
      <Section id="aufgabe" title={t('operator:account.appoint')}>
        <Form className="form" to={path} intent="appoint" idempotencyKey={`${formKey}:appoint`}>
          <Field
            field={describe(appointForm, 'role')}
            kind="radios"
            label={t('operator:account.role')}
            options={appointedRoles.map((role) => ({ value: role, label: t(`operator:role.${role}`) }))}
            {...kept(appointing, 'role')}
          />
          <Field
            field={describe(appointForm, 'scope')}
            label={t('operator:account.scope')}
            hint={t('operator:account.scope-hint')}
            {...kept(appointing, 'scope')}
          />
          <Field
            field={describe(appointForm, 'responsible')}
            kind="select"
            label={t('operator:account.responsible')}
            hint={t('operator:account.responsible-hint')}
            options={[
              { value: '', label: t('operator:account.no-role') },
              ...roles.map(({ slug, name }) => ({ value: slug, label: name })),
            ]}
            {...kept(appointing, 'responsible')}
          />
          <Button>{t('operator:account.send')}</Button>
        </Form>
      </Section>
      <SeatPart path={path} places={places} today={today} formKey={formKey} />
      <Section
        id="adresse"
        title={t('operator:account.new-mail-title')}
        lead={t('operator:account.new-mail-lead')}
      >
        <Form className="form" to={path} intent="mail" idempotencyKey={`${formKey}:mail`}>
          <Field
            field={describe(mailForm, 'mail')}
            type="email"
            label={t('operator:account.new-mail')}
            {...kept(mailing, 'mail')}
          />
          <Button kind="quiet">{t('operator:account.change-mail')}</Button>
        </Form>
      </Section>
      <Section
        id="abmelden"
        title={t('operator:account.end-sessions-title')}
        lead={t('operator:account.end-sessions-lead')}
      >
        <Form to={path} intent="end-sessions" idempotencyKey={`${formKey}:end-sessions`}>
          <Button kind="quiet">{t('operator:account.end-sessions')}</Button>
        </Form>
      </Section>
      <p>
        <Go to="/betrieb">{t('operator:back')}</Go>
      </p>
    </div>
  )
}
