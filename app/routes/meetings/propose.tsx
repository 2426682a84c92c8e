import type { ActionFunctionArgs, LoaderFunctionArgs } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { Alert } from '#app/components/alert.tsx'
import { Answered, kept, useAnswer } from '#app/components/answered.tsx'
import { Button } from '#app/components/button.tsx'
import { Field } from '#app/components/field.tsx'
import { Form } from '#app/components/form.tsx'
import { Go } from '#app/components/go.tsx'
import { ProposalList } from '#app/components/meetings/proposal-list.tsx'
import { Section } from '#app/components/section-head.tsx'
import { describe } from '#app/domain/form.ts'
import { proposalForm } from '#app/domain/meetings/meeting.form.ts'
import { type BodyMeeting, getMeetingByNumber } from '#app/domain/meetings/meeting.server.ts'
import { isAhead } from '#app/domain/meetings/meeting.ts'
import { listProposals, proposeItem, withdrawProposal } from '#app/domain/meetings/proposals.server.ts'
import { mayPropose } from '#app/domain/meetings/proposals.ts'
import { functionIn } from '#app/domain/meetings/roster.ts'
import { rulesOf } from '#app/domain/meetings/rules.server.ts'
import { enter, enterWithForm, type FormDoor } from '#app/http/door.server.ts'
import { titled } from '#app/http/titles.ts'
import { useWords } from '#app/i18n/words.tsx'
import type { PageHandle } from '#app/root.tsx'

export const handle: PageHandle = { voice: 'table', menu: 'table' }

export async function loader(args: LoaderFunctionArgs) {
  const door = enter(args)
  const meeting = await door.find(getMeetingByNumber(door.ask, Number(door.params.number)))
  if (door.actor.kind === 'guest') throw door.refuse('sign_in_first')
  const { rules } = await rulesOf(door.ask.db, meeting.bodyId)
  const own = (await listProposals(door.ask, meeting)).filter((one) => one.own)
  return {
    title: door.t('meetings:propose.title'),
    here: `/runder-tisch/sitzungen/${meeting.number}`,
    meeting: { title: meeting.title },
    note: door.url.searchParams.get('meldung'),
    idea: door.url.searchParams.get('idee') ?? '',
    formKey: door.formKey(),
    who: rules.proposers,
    takes: isAhead(meeting) && mayPropose(rules.proposers, door.actor, meeting.body),
    own,
    goals: door.ask.town.goals.map((goal) => ({
      value: goal.number,
      label: `${goal.number} ${goal.short[door.lang]}`,
    })),
  }
}

export async function action(args: ActionFunctionArgs) {
  const door = await enterWithForm(args)
  const meeting = await door.find(getMeetingByNumber(door.ask, Number(door.params.number)))
  const here = (note: string) => () => `/runder-tisch/sitzungen/${meeting.number}/vorschlag?meldung=${note}`
  switch (door.intent) {
    case 'propose': {
      const limited = await door.limit('post')
      if (limited) return limited
      const options = door.ask.town.goals.map(({ number }) => number)
      const form = await door.read({ ...proposalForm, goals: { type: 'choices', options } })
      if (!form.ok) return door.invalid(form.problems)
      const input = { ...form.values, meetingId: meeting.id, broughtBy: broughtBy(door, meeting) }
      return door.runAndGo(proposeItem, input, here('sent'))
    }
    case 'withdraw':
      return door.runAndGo(
        withdrawProposal,
        { proposalId: String(door.posted.get('proposal') ?? '') },
        here('gone'),
      )
    default:
      throw door.refuse('not_found')
  }
}

/** On the agenda stands a function; a citizen's name is nobody's to print. */
function broughtBy(door: FormDoor, meeting: BodyMeeting): string {
  const held = functionIn(door.actor, meeting.body)
  return held ? `${door.t(`bodies:function.${held}`)}, ${meeting.bodyName}` : door.t('meetings:citizen')
}

export const meta = titled<typeof loader>(({ title }) => ({ title, hidden: true }))

const notes = ['sent', 'gone'] as const

export default function Propose() {
  const page = useLoaderData<typeof loader>()
  const { t } = useWords()
  const answer = useAnswer('propose')
  const note = notes.find((one) => one === page.note)
  const typedGoals = answer?.typed.goals
  const chosen = typeof typedGoals === 'string' ? [typedGoals] : (typedGoals ?? [])
  return (
    <div className="flow">
      <h1>{page.title}</h1>
      <p className="lead">
        <Go to={page.here}>{page.meeting.title}</Go>
      </p>
      {note && <Alert state="done" title={t(`meetings:propose.note.${note}`)} role="status" />}
      <Answered />
      <p>
        {t('meetings:propose.lead')}{' '}
        {t('meetings:propose.who', { who: t(`meetings:rules.option.${page.who}`) })}
      </p>
      {page.takes && (
        <Form className="form" to={`${page.here}/vorschlag`} intent="propose" idempotencyKey={page.formKey}>
          <Field
            field={describe(proposalForm, 'title')}
            label={t('meetings:propose.name')}
            {...kept(answer, 'title')}
          />
          <Field
            field={describe(proposalForm, 'text')}
            kind="textarea"
            label={t('meetings:propose.text')}
            {...kept(answer, 'text')}
          />
          <Field
            field={describe(proposalForm, 'idea')}
            type="number"
            inputMode="numeric"
            label={t('meetings:propose.idea')}
            {...kept(answer, 'idea', page.idea)}
          />
          <Field
            field={{ name: 'goals' }}
            kind="checkboxes"
            label={t('meetings:item.goals')}
            value={chosen}
            options={page.goals}
          />
          <Field
            field={describe(proposalForm, 'noGoalReason')}
            label={t('meetings:item.no-goal')}
            hint={t('meetings:item.no-goal-hint')}
            {...kept(answer, 'noGoalReason')}
          />
          <Button>{t('meetings:propose.send')}</Button>
        </Form>
      )}
      {page.own.length > 0 && (
        <Section id="eigene" title={t('meetings:propose.own')}>
          <ProposalList
            proposals={page.own}
            to={`${page.here}/vorschlag`}
            formKey={page.formKey}
            for="author"
          />
        </Section>
      )}
    </div>
  )
}
