import type { ActionFunctionArgs, LoaderFunctionArgs } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { Answered } from '#app/components/answered.tsx'
import { CheckStep } from '#app/components/ideas/check-step.tsx'
import { ForgetDraft } from '#app/components/ideas/draft.tsx'
import { PostedIdea } from '#app/components/ideas/posted-idea.tsx'
import { TitleStep } from '#app/components/ideas/title-step.tsx'
import { useScripted } from '#app/components/ideas/use-scripted.ts'
import { WordsStep } from '#app/components/ideas/words-step.tsx'
import { ProgressSteps } from '#app/components/progress-steps.tsx'
import { wholeTown } from '#app/domain/goals/town.ts'
import { isProtected } from '#app/domain/people/account.ts'
import { enter, enterWithForm } from '#app/http/door.server.ts'
import { titled } from '#app/http/titles.ts'
import { useWords } from '#app/i18n/words.tsx'
import type { PageHandle } from '#app/root.tsx'
import {
  change,
  districtOptions,
  join,
  type StepAnswer,
  send,
  takeTitle,
  takeWords,
} from './new-steps.server.ts'

export const handle: PageHandle = { voice: 'citizens', menu: 'ideas', live: ['ideas'] }

export async function loader(args: LoaderFunctionArgs) {
  const door = enter(args)
  const { actor } = door
  return {
    title: door.t('ideas:new'),
    formKey: door.formKey(),
    districts: districtOptions(door),
    answerWithinWeeks: door.ask.town.rules.answerWithinWeeks,
    account: actor.kind === 'account' ? { name: actor.name, protected: isProtected(actor.ageBand) } : null,
  }
}

export async function action(args: ActionFunctionArgs) {
  const door = await enterWithForm(args)
  const also = Number(door.posted.get('also') ?? 0)
  if (also > 0) return join(door, also)
  if (door.posted.has('change')) return change(door)
  switch (door.intent) {
    case 'title':
      return takeTitle(door)
    case 'words':
      return takeWords(door)
    case 'send':
      return send(door)
    default:
      throw door.refuse('not_found')
  }
}

export const meta = titled<typeof loader>(({ title }) => ({ title }))

export default function NewIdea() {
  const { title, formKey, districts, account, answerWithinWeeks } = useLoaderData<typeof loader>()
  const answer = useActionData<StepAnswer>()
  const { t, lang } = useWords()
  const scripted = useScripted()
  const step = answer?.step ?? 'title'
  const nothing = { title: '', text: '', district: wholeTown, language: lang }
  const fields = { formKey, districts, account, draft: answer?.draft ?? nothing }
  if (step === 'posted' && answer?.posted) {
    return (
      <>
        <ForgetDraft />
        <PostedIdea {...answer.posted} title={answer.draft.title} weeks={answerWithinWeeks} />
      </>
    )
  }
  return (
    <div className="flow">
      <h1>{title}</h1>
      <ProgressSteps
        at={step === 'send' ? 2 : 1}
        steps={[t('ideas:steps.write'), t('ideas:steps.check'), t('ideas:steps.done')]}
      />
      <Answered />
      {step === 'title' && !scripted && <TitleStep {...fields} answer={answer} />}
      {(step === 'words' || (step === 'title' && scripted)) && (
        <WordsStep {...fields} answer={answer} scripted={scripted} first={step === 'title'} />
      )}
      {step === 'send' && answer && <CheckStep {...fields} answer={answer} />}
    </div>
  )
}
