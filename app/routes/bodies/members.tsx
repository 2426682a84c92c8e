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
import { bodySubject, endSeat } from '#app/domain/bodies/body.server.ts'
import { addressOfBody, roundTableSlug } from '#app/domain/bodies/body.ts'
import { inviteToSeat, listInvitations, withdrawInvitation } from '#app/domain/bodies/invite.server.ts'
import { getBody } from '#app/domain/bodies/seats.server.ts'
import { describe, type FormDescription } from '#app/domain/form.ts'
import { momentAt } from '#app/domain/meetings/clear-days.ts'
import { parseMailAddress } from '#app/domain/people/mail-address.ts'
import { refuse } from '#app/domain/refusal.ts'
import { type Door, enter, enterWithForm } from '#app/http/door.server.ts'
import { titled } from '#app/http/titles.ts'
import { useWords } from '#app/i18n/words.tsx'
import type { PageHandle } from '#app/root.tsx'

export const handle: PageHandle = { voice: 'table', menu: 'table' }

const functions = ['member', 'substitute', 'minute-taker', 'deputy', 'chair'] as const

const inviteForm = {
  mail: { type: 'text', min: 5, max: 254 },
  function: { type: 'choice', options: functions, required: true },
  bench: { type: 'text', min: 0, max: 60 },
  until: { type: 'date', required: false },
} as const satisfies FormDescription

function bodyFor(door: Pick<Door, 'params' | 'may' | 'refuse' | 'actor'>): string {
  const slug = door.params.body ?? roundTableSlug
  if (!door.may('seat.invite', bodySubject(slug))) {
    throw door.refuse(door.actor.kind === 'guest' ? 'sign_in_first' : 'not_allowed')
  }
  return slug
}

export async function loader(args: LoaderFunctionArgs) {
  const door = enter(args)
  const body = await door.find(getBody(door.ask, bodyFor(door)))
  const held = [...body.free, ...body.benches.flatMap((bench) => bench.held), ...body.substitutes]
  return {
    title: door.t('bodies:members.title', { name: body.name }),
    here: `${addressOfBody(body.slug)}/mitglieder`,
    home: addressOfBody(body.slug),
    name: body.name,
    note: door.url.searchParams.get('meldung'),
    formKey: door.formKey(),
    benches: body.benches.map(({ slug, name }) => ({ value: slug, label: name })),
    held,
    waiting: await listInvitations(door.ask, body.slug),
    may: {
      end: body.kind === 'working-group' || door.may('body.manage', bodySubject(body.slug)),
    },
  }
}

export async function action(args: ActionFunctionArgs) {
  const door = await enterWithForm(args)
  const body = bodyFor(door)
  const here = (note: string) => () => `${addressOfBody(body)}/mitglieder?meldung=${note}`
  switch (door.intent) {
    case 'invite': {
      const form = await door.read(inviteForm)
      if (!form.ok) return door.invalid(form.problems)
      const mail = parseMailAddress(form.values.mail)
      if (mail === null) return door.refused(refuse('mail_not_valid'))
      const limited = await door.limit('post')
      if (limited) return limited
      const { bench, until, function: held } = form.values
      const untilAt = until === null ? null : momentAt(until, '23:59', door.ask.town.timeZone)
      return door.runAndGo(
        inviteToSeat,
        { body, mail, bench: bench === '' ? null : bench, function: held, untilAt },
        here('invited'),
      )
    }
    case 'withdraw':
      return door.runAndGo(
        withdrawInvitation,
        { invitationId: String(door.posted.get('invitation') ?? '') },
        here('gone'),
      )
    case 'end':
      return door.runAndGo(
        endSeat,
        { membershipId: String(door.posted.get('membership') ?? '') },
        here('ended'),
      )
    default:
      throw door.refuse('not_found')
  }
}

export const meta = titled<typeof loader>(({ title }) => ({ title, hidden: true }))

const notes = ['invited', 'gone', 'ended'] as const

export default function Members() {
  const page = useLoaderData<typeof loader>()
  const { t } = useWords()
  const answer = useAnswer('invite')
  const note = notes.find((one) => one === page.note)
  return (
    <div className="flow">
      <h1>{page.title}</h1>
      <p className="lead">
        <Go to={page.home}>{page.name}</Go>
      </p>
      {note && <Alert state="done" title={t(`bodies:members.note.${note}`)} role="status" />}
      <Answered />
      <p>{t('bodies:members.lead')}</p>
      <Form className="form" to={page.here} intent="invite" idempotencyKey={page.formKey}>
        <Field
          field={describe(inviteForm, 'mail')}
          type="email"
          label={t('bodies:members.mail')}
          {...kept(answer, 'mail')}
        />
        <Field
          field={describe(inviteForm, 'function')}
          kind="select"
          label={t('bodies:members.function')}
          options={functions.map((one) => ({ value: one, label: t(`bodies:function.${one}`) }))}
          {...kept(answer, 'function', 'member')}
        />
        {page.benches.length > 0 && (
          <Field
            field={describe(inviteForm, 'bench')}
            kind="select"
            label={t('bodies:members.bench')}
            options={[...page.benches, { value: '', label: t('bodies:members.no-bench') }]}
            {...kept(answer, 'bench')}
          />
        )}
        <Field
          field={describe(inviteForm, 'until')}
          type="date"
          label={t('bodies:members.until')}
          hint={t('bodies:members.until-hint')}
          {...kept(answer, 'until')}
        />
        <Button>{t('bodies:members.invite')}</Button>
      </Form>
      {page.waiting.length > 0 && (
        <Section id="eingeladen" title={t('bodies:members.waiting')}>
          <ul>
            {page.waiting.map((one) => (
              <li key={one.id}>
                {one.mail}, {t(`bodies:function.${one.function}`)}
                {one.bench && `, ${one.bench}`}, <Time at={one.at} as="date" />
                <Form to={page.here} intent="withdraw" idempotencyKey={`${page.formKey}-${one.id}`}>
                  <input type="hidden" name="invitation" value={one.id} />
                  <Button kind="text">
                    {t('bodies:members.withdraw')}
                    <span className="hidden-text">: {one.mail}</span>
                  </Button>
                </Form>
              </li>
            ))}
          </ul>
        </Section>
      )}
      <Section id="sitze" title={t('bodies:members.now')}>
        <ul>
          {page.held.map((seat) => (
            <li key={seat.membershipId}>
              {seat.name ?? t('bodies:deleted')}, {t(`bodies:function.${seat.function}`)}
              {page.may.end && (
                <Form to={page.here} intent="end" idempotencyKey={`${page.formKey}-${seat.membershipId}`}>
                  <input type="hidden" name="membership" value={seat.membershipId} />
                  <Button kind="text">
                    {t('bodies:members.end')}
                    <span className="hidden-text">: {seat.name}</span>
                  </Button>
                </Form>
              )}
            </li>
          ))}
        </ul>
      </Section>
    </div>
  )
}
