import type { ActionFunctionArgs, LoaderFunctionArgs } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { Answered } from '#app/components/answered.tsx'
import { Button } from '#app/components/button.tsx'
import { Form } from '#app/components/form.tsx'
import { MeetingFields } from '#app/components/meetings/meeting-fields.tsx'
import { bodySubject, getBodyRow } from '#app/domain/bodies/body.server.ts'
import { roundTableSlug } from '#app/domain/bodies/body.ts'
import { planMeeting } from '#app/domain/meetings/meeting.server.ts'
import { enter, enterWithForm } from '#app/http/door.server.ts'
import { titled } from '#app/http/titles.ts'
import { useWords } from '#app/i18n/words.tsx'
import type { PageHandle } from '#app/root.tsx'
import { readPlan } from './plan-form.server.ts'

export const handle: PageHandle = { voice: 'table', menu: 'table' }

export async function loader(args: LoaderFunctionArgs) {
  const door = enter(args)
  const slug = door.url.searchParams.get('gremium') ?? roundTableSlug
  const body = await door.find(getBodyRow(door.ask.db, slug))
  if (!door.may('meeting.plan', bodySubject(slug))) {
    throw door.refuse(door.actor.kind === 'guest' ? 'sign_in_first' : 'not_allowed')
  }
  return {
    title: door.t('meetings:plan.title'),
    body: { slug, name: body.name },
    formKey: door.formKey(),
  }
}

export async function action(args: ActionFunctionArgs) {
  const door = await enterWithForm(args)
  const plan = await readPlan(door)
  if (!plan.ok) return plan.answer
  const body = String(door.posted.get('body') ?? roundTableSlug)
  return door.runAndGo(
    planMeeting,
    { ...plan.values, body },
    ({ number }) => `/runder-tisch/sitzungen/${number}/bearbeiten`,
  )
}

export const meta = titled<typeof loader>(({ title }) => ({ title, hidden: true }))

export default function PlanPage() {
  const { title, body, formKey } = useLoaderData<typeof loader>()
  const { t } = useWords()
  return (
    <div className="flow">
      <h1>{title}</h1>
      <p className="lead">{body.name}</p>
      <Answered />
      <Form className="form" to="/runder-tisch/sitzungen/neu" intent="plan" idempotencyKey={formKey}>
        <input type="hidden" name="body" value={body.slug} />
        <MeetingFields before={null} />
        <Button>{t('meetings:plan.save')}</Button>
      </Form>
    </div>
  )
}
