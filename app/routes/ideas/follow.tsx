import type { ActionFunctionArgs, LoaderFunctionArgs } from '@remix-run/node'
import { data } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { Alert } from '#app/components/alert.tsx'
import { Answered, kept } from '#app/components/answered.tsx'
import { Button } from '#app/components/button.tsx'
import { Field } from '#app/components/field.tsx'
import { Form } from '#app/components/form.tsx'
import { Go } from '#app/components/go.tsx'
import { FollowedIdea } from '#app/components/ideas/followed-idea.tsx'
import { followGuestIdea, getGuestIdea } from '#app/domain/ideas/guest.server.ts'
import { secretForm } from '#app/domain/ideas/idea.form.ts'
import { isPublic } from '#app/domain/ideas/idea.ts'
import { drawLife } from '#app/domain/ideas/life.ts'
import { viewIdea } from '#app/domain/ideas/view.server.ts'
import { reasonOf } from '#app/domain/moderation/measure.server.ts'
import { isRefusal } from '#app/domain/refusal.ts'
import type { Answer } from '#app/http/door.server.ts'
import { enter, enterWithForm, type FormDoor } from '#app/http/door.server.ts'
import { titled } from '#app/http/titles.ts'
import { useWords } from '#app/i18n/words.tsx'
import type { PageHandle } from '#app/root.tsx'

export const handle: PageHandle = { voice: 'citizens', menu: 'ideas' }

export async function loader(args: LoaderFunctionArgs) {
  const door = enter(args)
  return {
    title: door.t('ideas:follow.title'),
    signedIn: door.actor.kind === 'account',
    now: door.ask.now,
    formKey: door.formKey(),
  }
}

/** By POST only: a secret word in an address would stay in histories and logs. */
export async function action(args: ActionFunctionArgs) {
  const door = await enterWithForm(args)
  const limited = await door.limit('code')
  if (limited) return limited
  const form = await door.read(secretForm)
  if (!form.ok) return door.invalid(form.problems)
  try {
    const idea = await getGuestIdea(door.ask, door.platform, form.values)
    if (door.intent === 'take') {
      const outcome = await door.run(followGuestIdea, form.values)
      if (!outcome.ok) return door.refused(outcome.refusal)
      return data<FollowAnswer>(await found(door, idea, form.values.secret, true))
    }
    return data<FollowAnswer>(await found(door, idea, form.values.secret, false))
  } catch (error) {
    if (isRefusal(error)) return door.refused(error)
    throw error
  }
}

type FollowAnswer = Answer & { readonly found?: Awaited<ReturnType<typeof found>>['found'] }

async function found(
  door: FormDoor,
  idea: Awaited<ReturnType<typeof getGuestIdea>>,
  secret: string,
  taken: boolean,
) {
  const { steps, answers } = await viewIdea(door.ask, idea)
  const { number, title, language, state, answerDueAt } = idea
  const reason =
    state === 'refused' || state === 'hidden' ? await reasonOf(door.ask, `idea:${idea.id}`) : null
  return {
    intent: door.intent,
    errors: [],
    refusal: null,
    typed: {},
    found: {
      number,
      title,
      language,
      state,
      answerDueAt,
      secret,
      taken,
      public: isPublic(state),
      reason: reason && { rule: reason.rule, template: reason.template },
      life: drawLife(idea, steps),
      answers,
    },
  }
}

export type FoundIdea = Awaited<ReturnType<typeof found>>['found']

export const meta = titled<typeof loader>(({ title }) => ({ title }))

export default function FollowIdea() {
  const { title, signedIn, now, formKey } = useLoaderData<typeof loader>()
  const answer = useActionData<FollowAnswer>()
  const { t } = useWords()
  const idea = answer?.found
  if (idea) {
    return (
      <div className="flow">
        <h1>{t('ideas:follow.yours', { number: idea.number })}</h1>
        {idea.taken && <Alert state="done" role="status" title={t('ideas:follow.taken')} />}
        <FollowedIdea idea={idea} now={now} signedIn={signedIn} formKey={formKey} />
        <p>
          <Go to="/ideen/verfolgen">{t('ideas:follow.again')}</Go>
        </p>
      </div>
    )
  }
  return (
    <div className="flow">
      <h1>{title}</h1>
      <p className="lead">{t('ideas:follow.lead')}</p>
      <Answered />
      <Form className="form" to="/ideen/verfolgen" intent="show">
        <Field
          field={{ name: 'number', required: true, max: 9 }}
          inputMode="numeric"
          label={t('ideas:follow.number')}
          {...kept(answer, 'number')}
        />
        <Field
          field={{ name: 'secret', required: true, max: 100 }}
          label={t('ideas:follow.secret')}
          hint={t('ideas:follow.secret-hint')}
          autoComplete="off"
          spellCheck={false}
          {...kept(answer, 'secret')}
        />
        <Button>{t('ideas:follow.show')}</Button>
      </Form>
    </div>
  )
}
