import type { ActionFunctionArgs, LoaderFunctionArgs } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { Answered, kept, useAnswer } from '#app/components/answered.tsx'
import { Button } from '#app/components/button.tsx'
import { Field } from '#app/components/field.tsx'
import { Form } from '#app/components/form.tsx'
import { Html } from '#app/components/html.tsx'
import { describe } from '#app/domain/form.ts'
import { withdrawForm } from '#app/domain/ideas/idea.form.ts'
import { getReadableIdea, ideaSubject, withdrawIdea } from '#app/domain/ideas/idea.server.ts'
import { newestEvent } from '#app/domain/query.server.ts'
import { enter, enterWithForm, type FormDoor } from '#app/http/door.server.ts'
import { titled } from '#app/http/titles.ts'
import { useWords } from '#app/i18n/words.tsx'
import type { PageHandle } from '#app/root.tsx'

export const handle: PageHandle = { voice: 'citizens', menu: 'ideas', live: true }

export async function loader(args: LoaderFunctionArgs) {
  const door = enter(args)
  const asOf = await newestEvent(door.ask)
  const idea = await door.find(getReadableIdea(door.ask, Number(door.params.number)))
  const { id, number, title, html, state, language } = idea
  return {
    asOf,
    formKey: door.formKey(),
    idea: { id, number, title, html, state, language },
    may: { withdraw: door.may('idea.withdraw', ideaSubject(idea)) },
  }
}

export async function action(args: ActionFunctionArgs) {
  const door = await enterWithForm(args)
  const idea = await door.find(getReadableIdea(door.ask, Number(door.params.number)))
  switch (door.intent) {
    case 'withdraw':
      return takeBack(door, idea)
    default:
      throw door.refuse('not_found')
  }
}

async function takeBack(door: FormDoor, idea: { id: string; number: number }) {
  const form = await door.read(withdrawForm)
  if (!form.ok) return door.invalid(form.problems)
  return door.runAndGo(withdrawIdea, { ideaId: idea.id, ...form.values }, () => `/ideen/${idea.number}`)
}

export const meta = titled<typeof loader>(({ idea }) => ({ title: idea.title }))

export default function IdeaPage() {
  const { idea, may, formKey } = useLoaderData<typeof loader>()
  const { t } = useWords()
  const withdrawing = useAnswer('withdraw')
  return (
    <>
      <h1 lang={idea.language}>{idea.title}</h1>
      <Answered />
      <Html lang={idea.language} html={idea.html} />
      {may.withdraw && idea.state === 'talk' && (
        <Form to={`/ideen/${idea.number}`} intent="withdraw" idempotencyKey={formKey}>
          <Field
            field={describe(withdrawForm, 'reason')}
            kind="textarea"
            label={t('ideas:withdraw.reason')}
            {...kept(withdrawing, 'reason')}
          />
          <Button kind="quiet">{t('ideas:withdraw.button')}</Button>
        </Form>
      )}
    </>
  )
}
