import type { ActionFunctionArgs, LoaderFunctionArgs } from '@remix-run/node'
import { data } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { Alert } from '#app/components/alert.tsx'
import { Answered } from '#app/components/answered.tsx'
import { Go } from '#app/components/go.tsx'
import { AnswerCheck } from '#app/components/ideas/answer-check.tsx'
import { AnswerFields, ExtendFields } from '#app/components/ideas/answer-fields.tsx'
import { ProgressSteps } from '#app/components/progress-steps.tsx'
import { endOfDay } from '#app/domain/day.ts'
import { answerOfficially, extendAnswer } from '#app/domain/ideas/answer.server.ts'
import { answerForm, extendForm } from '#app/domain/ideas/idea.form.ts'
import { getReadableIdea, ideaSubject } from '#app/domain/ideas/idea.server.ts'
import type { AnswerKind } from '#app/domain/ideas/idea.ts'
import type { Answer, Door } from '#app/http/door.server.ts'
import { enter, enterWithForm, type FormDoor } from '#app/http/door.server.ts'
import { titled } from '#app/http/titles.ts'
import { useWords } from '#app/i18n/words.tsx'
import type { PageHandle } from '#app/root.tsx'

export const handle: PageHandle = { voice: 'table', menu: 'ideas' }

export interface AnswerDraft {
  readonly kind: AnswerKind
  readonly text: string
  readonly reviewOn: string | null
}

export interface CheckAnswer extends Answer {
  readonly checked: { readonly draft: AnswerDraft; readonly html: string; readonly sealed: string } | null
  readonly draft: AnswerDraft | null
}

/** The idea, for the one role that may answer it. */
async function answerable(door: Omit<Door, 'formKey'>) {
  const idea = await door.find(getReadableIdea(door.ask, Number(door.params.number)))
  if (!door.may('idea.answer', ideaSubject(idea))) {
    throw door.refuse(door.actor.kind === 'guest' ? 'sign_in_first' : 'not_allowed')
  }
  return idea
}

export async function loader(args: LoaderFunctionArgs) {
  const door = enter(args)
  const { number, title, state, language, answerDueAt } = await answerable(door)
  return {
    title: door.t('ideas:answer.title', { number }),
    formKey: door.formKey(),
    idea: { number, title, state, language, answerDueAt },
  }
}

export async function action(args: ActionFunctionArgs) {
  const door = await enterWithForm(args)
  const idea = await answerable(door)
  if (door.posted.has('change')) return again(door)
  switch (door.intent) {
    case 'check':
      return check(door)
    case 'answer': {
      const draft = unsealed(door)
      if (!draft) return again(door)
      const back = () => `/ideen/${idea.number}?meldung=answered`
      return door.runAndGo(answerOfficially, { ideaId: idea.id, ...draft }, back)
    }
    case 'extend': {
      const form = await door.read(extendForm)
      if (!form.ok) return door.invalid(form.problems)
      // The promise holds to the end of that day, wherever in Europe the town's clocks stand.
      const input = {
        ideaId: idea.id,
        dueAt: endOfDay(form.values.dueOn, door.ask.town.timeZone),
        reason: form.values.reason,
      }
      return door.runAndGo(extendAnswer, input, () => `/ideen/${idea.number}?meldung=extended`)
    }
    default:
      throw door.refuse('not_found')
  }
}

async function check(door: FormDoor) {
  const form = await door.read(answerForm)
  if (!form.ok) return door.invalid(form.problems)
  const { kind, text } = form.values
  const draft: AnswerDraft = { kind, text, reviewOn: kind === 'later' ? form.values.reviewOn : null }
  if (kind === 'later' && (draft.reviewOn === null || draft.reviewOn <= door.ask.now.slice(0, 10))) {
    return door.invalid({ reviewOn: { error: 'missing' } })
  }
  const { html } = await door.platform.render(text)
  return shown(door, { checked: { draft, html, sealed: door.platform.seal('answer', draft) } })
}

function again(door: FormDoor) {
  return shown(door, { draft: unsealed(door) })
}

function unsealed(door: FormDoor): AnswerDraft | null {
  const sealed = door.posted.get('state')
  return typeof sealed === 'string' ? door.platform.unseal<AnswerDraft>('answer', sealed) : null
}

function shown(door: FormDoor, more: Partial<CheckAnswer>) {
  const bare = { intent: door.intent, errors: [], refusal: null, typed: {}, checked: null, draft: null }
  return data<CheckAnswer>({ ...bare, ...more }, { status: 200 })
}

export const meta = titled<typeof loader>(({ title }) => ({ title, hidden: true }))

export default function AnswerPage() {
  const { title, idea, formKey } = useLoaderData<typeof loader>()
  const answer = useActionData<CheckAnswer>()
  const { t } = useWords()
  const open = idea.state === 'talk' || idea.state === 'later'
  const checked = answer?.checked ?? null
  return (
    <div className="flow">
      <h1>{title}</h1>
      <p className="lead" lang={idea.language} dir="auto">
        <Go to={`/ideen/${idea.number}`}>{idea.title}</Go>
      </p>
      {open && <ProgressSteps at={checked ? 2 : 1} />}
      <Answered />
      {!open && <Alert title={t('ideas:answer.gone')} />}
      {open && checked && <AnswerCheck number={idea.number} formKey={formKey} {...checked} />}
      {open && !checked && (
        <AnswerFields number={idea.number} answer={answer} draft={answer?.draft ?? null} />
      )}
      {idea.state === 'talk' && !checked && (
        <ExtendFields number={idea.number} formKey={formKey} dueAt={idea.answerDueAt} />
      )}
    </div>
  )
}
