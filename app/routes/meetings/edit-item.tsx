import type { ActionFunctionArgs, LoaderFunctionArgs } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { Alert } from '#app/components/alert.tsx'
import { Answered, kept, useAnswer } from '#app/components/answered.tsx'
import { Button } from '#app/components/button.tsx'
import { Field } from '#app/components/field.tsx'
import { Form } from '#app/components/form.tsx'
import { Go } from '#app/components/go.tsx'
import { ItemFields } from '#app/components/meetings/item-fields.tsx'
import { PaperList } from '#app/components/meetings/paper-list.tsx'
import { Section } from '#app/components/section-head.tsx'
import { describe } from '#app/domain/form.ts'
import { addItem, changeItem } from '#app/domain/meetings/agenda.server.ts'
import { getReadableItem, goalsOf } from '#app/domain/meetings/items.server.ts'
import { paperForm } from '#app/domain/meetings/meeting.form.ts'
import { getMeetingByNumber, meetingSubject } from '#app/domain/meetings/meeting.server.ts'
import { addPaper, papersOf, removePaper } from '#app/domain/meetings/papers.server.ts'
import { type Door, enter, enterWithForm } from '#app/http/door.server.ts'
import { titled } from '#app/http/titles.ts'
import { useWords } from '#app/i18n/words.tsx'
import type { PageHandle } from '#app/root.tsx'
import { readItem } from './item-form.server.ts'

export const handle: PageHandle = { voice: 'table', menu: 'table' }

/** One page for a new item (…/punkt-neu) and for one that is there (/runder-tisch/punkte/47/bearbeiten). */
async function found(door: Pick<Door, 'find' | 'ask' | 'params' | 'may' | 'refuse' | 'actor'>) {
  const { item, meeting } =
    door.params.item === undefined
      ? { item: null, meeting: await door.find(getMeetingByNumber(door.ask, Number(door.params.number))) }
      : await door.find(getReadableItem(door.ask, Number(door.params.item)))
  if (!door.may('meeting.plan', meetingSubject(meeting))) {
    throw door.refuse(door.actor.kind === 'guest' ? 'sign_in_first' : 'not_allowed')
  }
  return { item, meeting }
}

export async function loader(args: LoaderFunctionArgs) {
  const door = enter(args)
  const { item, meeting } = await found(door)
  const goals = item ? ((await goalsOf(door.ask, [item.id])).get(item.id) ?? []) : []
  return {
    title: item ? door.t('meetings:item.edit', { number: item.number }) : door.t('meetings:item.new'),
    here: item
      ? `/runder-tisch/punkte/${item.publicNumber}/bearbeiten`
      : `/runder-tisch/sitzungen/${meeting.number}/punkt-neu`,
    note: door.url.searchParams.get('meldung'),
    formKey: door.formKey(),
    meeting: { number: meeting.number, title: meeting.title },
    item: item && {
      id: item.id,
      title: item.title,
      kind: item.kind,
      audience: item.audience,
      minutes: String(item.minutes),
      text: item.text,
      noGoalReason: item.noGoalReason ?? '',
      responsible: item.responsible,
      broughtBy: item.broughtBy,
      project: item.project,
      goals,
    },
    goals: door.ask.town.goals.map((goal) => ({
      value: goal.number,
      label: `${goal.number} ${goal.short[door.lang]}`,
    })),
    papers: item ? ((await papersOf(door.ask, [item.id])).get(item.id) ?? []) : [],
  }
}

export async function action(args: ActionFunctionArgs) {
  const door = await enterWithForm(args)
  const { item, meeting } = await found(door)
  const agenda = `/runder-tisch/sitzungen/${meeting.number}/bearbeiten`
  const here = (note: string) => `/runder-tisch/punkte/${item?.publicNumber}/bearbeiten?meldung=${note}`
  switch (door.intent) {
    case 'save': {
      const read = await readItem(door)
      if (!read.ok) return read.answer
      if (item)
        return door.runAndGo(changeItem, { itemId: item.id, ...read.values }, () => `${agenda}?meldung=saved`)
      return door.runAndGo(
        addItem,
        { meetingId: meeting.id, ...read.values },
        () => `${agenda}?meldung=added`,
      )
    }
    case 'paper': {
      if (!item) throw door.refuse('not_found')
      const form = await door.read({ ...paperForm, file: { type: 'file' } })
      if (!form.ok) return door.invalid(form.problems)
      return door.runAndGo(addPaper, { itemId: item.id, ...form.values }, () => here('paper'))
    }
    case 'remove-paper':
      return door.runAndGo(removePaper, { paperId: String(door.posted.get('paper') ?? '') }, () =>
        here('paper-gone'),
      )
    default:
      throw door.refuse('not_found')
  }
}

export const meta = titled<typeof loader>(({ title }) => ({ title, hidden: true }))

const notes = ['paper', 'paper-gone'] as const

export default function EditItem() {
  const { title, here, note, formKey, meeting, item, goals, papers } = useLoaderData<typeof loader>()
  const { t } = useWords()
  const answer = useAnswer('paper')
  const known = notes.find((one) => one === note)
  return (
    <div className="flow">
      <h1>{title}</h1>
      <p className="lead">
        <Go to={`/runder-tisch/sitzungen/${meeting.number}/bearbeiten`}>{meeting.title}</Go>
      </p>
      {known && <Alert state="done" title={t(`meetings:item.note.${known}`)} role="status" />}
      <Answered ids={{ paper: { title: 'paper-title' } }} />
      <Form className="form" to={here} intent="save" idempotencyKey={formKey}>
        <ItemFields before={item} goals={goals} />
        <Button>{t('meetings:item.save')}</Button>
      </Form>
      {item && (
        <Section id="unterlagen" title={t('meetings:papers.title')}>
          <PaperList papers={papers} removeTo={here} formKey={formKey} />
          <Form className="form" to={here} intent="paper" idempotencyKey={`${formKey}-p`} withFiles>
            <Field
              field={describe(paperForm, 'title')}
              id="paper-title"
              label={t('meetings:papers.name')}
              {...kept(answer, 'title')}
            />
            <Field
              field={describe(paperForm, 'target')}
              label={t('meetings:papers.target')}
              hint={t('meetings:papers.target-hint')}
              {...kept(answer, 'target')}
            />
            <Field
              field={{ name: 'file' }}
              kind="file"
              accept=".pdf,.png,.jpg,.jpeg"
              label={t('meetings:papers.file')}
              hint={t('meetings:papers.file-hint')}
            />
            <Button kind="quiet">{t('meetings:papers.add')}</Button>
          </Form>
        </Section>
      )}
    </div>
  )
}
