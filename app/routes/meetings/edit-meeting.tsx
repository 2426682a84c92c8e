import type { ActionFunctionArgs, LoaderFunctionArgs } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { Alert } from '#app/components/alert.tsx'
import { Answered, kept, useAnswer } from '#app/components/answered.tsx'
import { Button, ButtonLink } from '#app/components/button.tsx'
import { Field } from '#app/components/field.tsx'
import { Form } from '#app/components/form.tsx'
import { Go } from '#app/components/go.tsx'
import { AgendaEditor } from '#app/components/meetings/agenda-editor.tsx'
import { MeetingFields } from '#app/components/meetings/meeting-fields.tsx'
import { ProposalList } from '#app/components/meetings/proposal-list.tsx'
import { Section } from '#app/components/section-head.tsx'
import { describe } from '#app/domain/form.ts'
import { getReadableIdea } from '#app/domain/ideas/idea.server.ts'
import { moves } from '#app/domain/meetings/agenda.ts'
import { putIdeaOnAgenda } from '#app/domain/meetings/agenda-ideas.server.ts'
import { moveAgendaItem, removeItem } from '#app/domain/meetings/agenda-order.server.ts'
import { checkInvitation, dayIn, lastInvitationDay } from '#app/domain/meetings/clear-days.ts'
import { agendaOf } from '#app/domain/meetings/items.server.ts'
import { cancelForm, declineForm, inviteForm } from '#app/domain/meetings/meeting.form.ts'
import {
  cancelMeeting,
  changeMeeting,
  getMeetingByNumber,
  inviteToMeeting,
  meetingSubject,
} from '#app/domain/meetings/meeting.server.ts'
import { isAhead } from '#app/domain/meetings/meeting.ts'
import { decideProposal, listProposals } from '#app/domain/meetings/proposals.server.ts'
import { rulesOf } from '#app/domain/meetings/rules.server.ts'
import { isRefusal } from '#app/domain/refusal.ts'
import { type Door, enter, enterWithForm, type FormDoor } from '#app/http/door.server.ts'
import { titled } from '#app/http/titles.ts'
import { clock, dayInWords, townZone } from '#app/i18n/dates.ts'
import { useWords } from '#app/i18n/words.tsx'
import type { PageHandle } from '#app/root.tsx'
import { readPlan } from './plan-form.server.ts'

export const handle: PageHandle = { voice: 'table', menu: 'table' }

async function planned(door: Pick<Door, 'find' | 'ask' | 'params' | 'may' | 'refuse' | 'actor'>) {
  const meeting = await door.find(getMeetingByNumber(door.ask, Number(door.params.number)))
  if (!door.may('meeting.plan', meetingSubject(meeting))) {
    throw door.refuse(door.actor.kind === 'guest' ? 'sign_in_first' : 'not_allowed')
  }
  return meeting
}

export async function loader(args: LoaderFunctionArgs) {
  const door = enter(args)
  const meeting = await planned(door)
  const { rules } = await rulesOf(door.ask.db, meeting.bodyId)
  const { timeZone } = door.ask.town
  const period = { days: rules.invitationDays, count: rules.invitationCount }
  return {
    title: door.t('meetings:edit.title', { title: meeting.title }),
    note: door.url.searchParams.get('meldung'),
    formKey: door.formKey(),
    meeting,
    ahead: isAhead(meeting),
    plan: {
      title: meeting.title,
      day: dayIn(meeting.startsAt, timeZone),
      from: clock(meeting.startsAt, timeZone),
      until: clock(meeting.endsAt, timeZone),
      place: meeting.place,
      access: meeting.access,
      online: meeting.online ?? '',
    },
    items: (await agendaOf(door.ask.db, meeting.id)).map(
      ({ id, number, title, kind, audience, minutes, publicNumber }) => ({
        id,
        number,
        title,
        kind,
        audience,
        minutes,
        publicNumber,
      }),
    ),
    proposals: await listProposals(door.ask, meeting),
    invitation: {
      days: rules.invitationDays,
      check: checkInvitation(door.ask.now, meeting.startsAt, period, timeZone),
      until: dayInWords(door, lastInvitationDay(meeting.startsAt, period, timeZone), townZone),
    },
  }
}

export async function action(args: ActionFunctionArgs) {
  const door = await enterWithForm(args)
  const meeting = await planned(door)
  const here = (note: string) => `/runder-tisch/sitzungen/${meeting.number}/bearbeiten?meldung=${note}`
  const itemId = String(door.posted.get('item') ?? '')
  const proposalId = String(door.posted.get('proposal') ?? '')
  switch (door.intent) {
    case 'change': {
      const plan = await readPlan(door)
      if (!plan.ok) return plan.answer
      return door.runAndGo(changeMeeting, { meetingId: meeting.id, ...plan.values }, () => here('saved'))
    }
    case 'move': {
      const move = moves.find((one) => one === door.posted.get('move'))
      if (!move) throw door.refuse('not_found')
      return door.runAndGo(moveAgendaItem, { itemId, move }, () => `${here('moved')}#punkt-${itemId}`)
    }
    case 'remove':
      return door.runAndGo(removeItem, { itemId }, () => here('removed'))
    case 'idea':
      return addIdea(door, meeting.id, here('added'))
    case 'accept':
      return door.runAndGo(decideProposal, { proposalId, decision: 'accepted', reply: '' }, () =>
        here('accepted'),
      )
    case 'decline': {
      const form = await door.read(declineForm)
      if (!form.ok) return door.invalid(form.problems)
      const declined = { proposalId, decision: 'declined', ...form.values } as const
      return door.runAndGo(decideProposal, declined, () => `${here('declined')}#vorschlaege`)
    }
    case 'invite': {
      const form = await door.read(inviteForm)
      if (!form.ok) return door.invalid(form.problems)
      return door.runAndGo(inviteToMeeting, { meetingId: meeting.id, ...form.values }, () => here('invited'))
    }
    case 'cancel': {
      const form = await door.read(cancelForm)
      if (!form.ok) return door.invalid(form.problems)
      return door.runAndGo(cancelMeeting, { meetingId: meeting.id, ...form.values }, () => here('cancelled'))
    }
    default:
      throw door.refuse('not_found')
  }
}

async function addIdea(door: FormDoor, meetingId: string, to: string) {
  const form = await door.read({ idea: { type: 'number', min: 1, max: 999_999_999, required: true } })
  if (!form.ok) return door.invalid(form.problems)
  try {
    const idea = await getReadableIdea(door.ask, form.values.idea)
    return door.runAndGo(putIdeaOnAgenda, { ideaId: idea.id, meetingId }, () => to)
  } catch (error) {
    if (isRefusal(error)) return door.refused(error)
    throw error
  }
}

export const meta = titled<typeof loader>(({ title }) => ({ title, hidden: true }))

const notes = ['saved', 'moved', 'removed', 'added', 'invited', 'cancelled', 'accepted', 'declined'] as const

export default function EditMeeting() {
  const { title, note, formKey, meeting, ahead, plan, items, proposals, invitation } =
    useLoaderData<typeof loader>()
  const { t } = useWords()
  const to = `/runder-tisch/sitzungen/${meeting.number}/bearbeiten`
  const known = notes.find((one) => one === note)
  const inviting = useAnswer('invite')
  const cancelling = useAnswer('cancel')
  return (
    <div className="flow">
      <h1>{title}</h1>
      {known && <Alert state="done" title={t(`meetings:edit.note.${known}`)} role="status" />}
      <Answered />
      <p>
        <Go to={`/runder-tisch/sitzungen/${meeting.number}`}>{t('meetings:edit.to-meeting')}</Go>
      </p>
      <Section id="tagesordnung" title={t('meetings:agenda.title')}>
        <AgendaEditor to={to} formKey={formKey} number={meeting.number} items={items} ahead={ahead} />
      </Section>
      {proposals.length > 0 && (
        <Section id="vorschlaege" title={t('meetings:propose.all')}>
          <ProposalList proposals={proposals} to={to} formKey={formKey} for="preparer" />
        </Section>
      )}
      {meeting.state === 'planned' && (
        <Section id="einladung" title={t('meetings:invite.title')}>
          <Form className="form" to={to} intent="invite" idempotencyKey={`${formKey}-i`}>
            <Alert
              state={invitation.check.state === 'in-time' ? 'info' : 'soon'}
              title={
                invitation.check.state === 'in-time'
                  ? t('meetings:invite.in-time', { day: invitation.until })
                  : t('meetings:invite.too-late', { count: invitation.check.missing })
              }
            >
              <p>{t('meetings:invite.rule', { count: invitation.days })}</p>
            </Alert>
            {invitation.check.state === 'too-late' && (
              <Field
                field={{ ...describe(inviteForm, 'urgency'), required: true }}
                label={t('meetings:invite.urgency')}
                hint={t('meetings:invite.urgency-hint')}
                {...kept(inviting, 'urgency')}
              />
            )}
            <Button>{t('meetings:invite.send')}</Button>
            <p className="hint">{t('meetings:invite.who')}</p>
          </Form>
        </Section>
      )}
      {ahead && (
        <Section id="termin" title={t('meetings:edit.when')}>
          <Form className="form" to={to} intent="change" idempotencyKey={`${formKey}-c`}>
            <MeetingFields before={plan} />
            <Button kind="quiet">{t('meetings:edit.save')}</Button>
          </Form>
        </Section>
      )}
      {ahead && (
        <Section id="absagen" title={t('meetings:cancel.title')} voice="none">
          <details open={cancelling !== undefined}>
            <summary>{t('meetings:cancel.open')}</summary>
            <Form className="form" to={to} intent="cancel" idempotencyKey={`${formKey}-x`}>
              <Field
                field={describe(cancelForm, 'reason')}
                label={t('meetings:cancel.reason')}
                {...kept(cancelling, 'reason')}
              />
              <Button kind="quiet">{t('meetings:cancel.button')}</Button>
            </Form>
          </details>
        </Section>
      )}
      <p>
        <ButtonLink kind="quiet" to={`/runder-tisch/sitzungen/${meeting.number}/leitung`}>
          {t('meetings:edit.to-console')}
        </ButtonLink>
      </p>
    </div>
  )
}
