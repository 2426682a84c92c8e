import type { ActionFunctionArgs, LoaderFunctionArgs } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { Answered, kept, useAnswer } from '#app/components/answered.tsx'
import { Button } from '#app/components/button.tsx'
import { Field } from '#app/components/field.tsx'
import { Form } from '#app/components/form.tsx'
import { describe } from '#app/domain/form.ts'
import { ideaForm } from '#app/domain/ideas/idea.form.ts'
import { postIdea } from '#app/domain/ideas/idea.server.ts'
import { enter, enterWithForm } from '#app/http/door.server.ts'
import { titled } from '#app/http/titles.ts'
import { useWords } from '#app/i18n/words.tsx'
import type { PageHandle } from '#app/root.tsx'

export const handle: PageHandle = { voice: 'citizens', menu: 'ideas' }

export async function loader(args: LoaderFunctionArgs) {
  const door = enter(args)
  return { title: door.t('ideas:new'), formKey: door.formKey() }
}

export async function action(args: ActionFunctionArgs) {
  const door = await enterWithForm(args)
  const form = await door.read(ideaForm)
  if (!form.ok) return door.invalid(form.problems)
  const limited = await door.limit(door.actor.kind === 'guest' ? 'guest-post' : 'post')
  if (limited) return limited
  const idea = {
    ...form.values,
    language: door.lang,
    authorName: null,
    secret: null,
    source: 'web',
    picture: null,
  } as const
  return door.runAndGo(postIdea, idea, ({ number }) => `/ideen/${number}`)
}

export const meta = titled<typeof loader>(({ title }) => ({ title }))

export default function NewIdea() {
  const { title, formKey } = useLoaderData<typeof loader>()
  const { t } = useWords()
  const answer = useAnswer()
  return (
    <>
      <h1>{title}</h1>
      <Answered />
      <Form to="/ideen/neu" idempotencyKey={formKey}>
        <Field field={describe(ideaForm, 'title')} label={t('ideas:form.title')} {...kept(answer, 'title')} />
        <Field
          field={describe(ideaForm, 'text')}
          kind="textarea"
          label={t('ideas:form.text')}
          hint={t('ideas:form.text-hint')}
          {...kept(answer, 'text')}
        />
        <Field
          field={describe(ideaForm, 'district')}
          label={t('ideas:form.district')}
          {...kept(answer, 'district')}
        />
        <Button>{t('ideas:form.send')}</Button>
      </Form>
    </>
  )
}
