import type { ActionFunctionArgs, LoaderFunctionArgs } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { Answered, kept, useAnswer } from '#app/components/answered.tsx'
import { Button } from '#app/components/button.tsx'
import { Field } from '#app/components/field.tsx'
import { Form } from '#app/components/form.tsx'
import { Go } from '#app/components/go.tsx'
import { Section } from '#app/components/section-head.tsx'
import { bodySubject } from '#app/domain/bodies/body.server.ts'
import { addressOfBody, roundTableSlug } from '#app/domain/bodies/body.ts'
import { foundGroup } from '#app/domain/bodies/group.server.ts'
import { findBody, listBodies } from '#app/domain/bodies/seats.server.ts'
import { describe, type FormDescription } from '#app/domain/form.ts'
import { enter, enterWithForm } from '#app/http/door.server.ts'
import { titled } from '#app/http/titles.ts'
import { useWords } from '#app/i18n/words.tsx'
import type { PageHandle } from '#app/root.tsx'

export const handle: PageHandle = { voice: 'table', menu: 'table' }

const groupForm = {
  name: { type: 'text', min: 3, max: 80 },
  about: { type: 'text', min: 10, max: 500, lines: 'many' },
  seats: { type: 'number', min: 2, max: 40, required: true },
  leaderId: { type: 'text', min: 1, max: 64 },
} as const satisfies FormDescription

export async function loader(args: LoaderFunctionArgs) {
  const door = enter(args)
  const found = door.may('group.found', bodySubject(roundTableSlug))
  const table = found ? await findBody(door.ask, roundTableSlug) : null
  const seated = table ? [...table.free, ...table.benches.flatMap(({ held }) => held)] : []
  return {
    title: door.t('bodies:groups.title'),
    formKey: door.formKey(),
    groups: (await listBodies(door.ask)).filter(({ kind }) => kind === 'working-group'),
    leaders: seated.map(({ accountId, name }) => ({
      value: accountId,
      label: name ?? door.t('bodies:deleted'),
    })),
    may: { found },
  }
}

export async function action(args: ActionFunctionArgs) {
  const door = await enterWithForm(args)
  const form = await door.read(groupForm)
  if (!form.ok) return door.invalid(form.problems)
  return door.runAndGo(foundGroup, form.values, ({ slug }) => addressOfBody(slug))
}

export const meta = titled<typeof loader>(({ title }) => ({ title }))

export default function Groups() {
  const { title, formKey, groups, leaders, may } = useLoaderData<typeof loader>()
  const { t } = useWords()
  const answer = useAnswer('found')
  return (
    <div className="flow">
      <h1>{title}</h1>
      <p className="lead">{t('bodies:groups.lead')}</p>
      <Answered />
      {groups.length === 0 && <p>{t('bodies:groups.none')}</p>}
      <ul>
        {groups.map((group) => (
          <li key={group.slug}>
            <Go to={addressOfBody(group.slug)}>{group.name}</Go>
          </li>
        ))}
      </ul>
      {may.found && (
        <Section id="gruenden" title={t('bodies:groups.found')}>
          <Form className="form" to="/runder-tisch/gruppen" intent="found" idempotencyKey={formKey}>
            <Field
              field={describe(groupForm, 'name')}
              label={t('bodies:groups.name')}
              {...kept(answer, 'name')}
            />
            <Field
              field={describe(groupForm, 'about')}
              kind="textarea"
              rows={3}
              label={t('bodies:groups.about')}
              {...kept(answer, 'about')}
            />
            <Field
              field={describe(groupForm, 'seats')}
              type="number"
              inputMode="numeric"
              label={t('bodies:groups.seats')}
              {...kept(answer, 'seats', '6')}
            />
            <Field
              field={describe(groupForm, 'leaderId')}
              kind="select"
              label={t('bodies:groups.leader')}
              options={leaders}
              {...kept(answer, 'leaderId')}
            />
            <Button>{t('bodies:groups.save')}</Button>
          </Form>
        </Section>
      )}
    </div>
  )
}
