import type { ActionFunctionArgs, LoaderFunctionArgs } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { Alert } from '#app/components/alert.tsx'
import { Answered, kept, useAnswer } from '#app/components/answered.tsx'
import { Button } from '#app/components/button.tsx'
import { Field } from '#app/components/field.tsx'
import { Form } from '#app/components/form.tsx'
import { Go } from '#app/components/go.tsx'
import { Section } from '#app/components/section-head.tsx'
import { Time } from '#app/components/time.tsx'
import { describe } from '#app/domain/form.ts'
import { handleOf } from '#app/domain/people/account.ts'
import { findAccounts, listResponsibleRoles, listTasks } from '#app/domain/people/accounts.server.ts'
import { release, saveResponsibleRole } from '#app/domain/people/appointment.server.ts'
import { roleForm } from '#app/domain/people/operator.form.ts'
import { enter, enterWithForm, type FormDoor } from '#app/http/door.server.ts'
import { titled } from '#app/http/titles.ts'
import { useWords } from '#app/i18n/words.tsx'
import type { PageHandle } from '#app/root.tsx'
import { requireOperator } from './operator-only.server.ts'

export const handle: PageHandle = { voice: 'none', menu: 'account' }

const messages = ['eingerichtet', 'entlassen', 'gespeichert'] as const

export async function loader(args: LoaderFunctionArgs) {
  const door = enter(args)
  requireOperator(door)
  const search = (door.url.searchParams.get('suche') ?? '').slice(0, 100)
  const asked = door.url.searchParams.get('meldung')
  return {
    title: door.t('operator:title'),
    message: messages.find((message) => message === asked) ?? null,
    formKey: door.formKey(),
    tasks: await listTasks(door.ask),
    roles: await listResponsibleRoles(door.ask),
    search,
    found: (await findAccounts(door.ask, search)).map(({ id, name, handle }) => ({ id, name, handle })),
  }
}

export async function action(args: ActionFunctionArgs) {
  const door = await enterWithForm(args)
  requireOperator(door)
  switch (door.intent) {
    case 'release':
      return door.runAndGo(
        release,
        { appointmentId: String(door.posted.get('appointmentId') ?? '') },
        () => '/betrieb?meldung=entlassen',
      )
    case 'role':
      return saveRole(door)
    default:
      throw door.refuse('not_found')
  }
}

async function saveRole(door: FormDoor) {
  const form = await door.read(roleForm)
  if (!form.ok) return door.invalid(form.problems)
  const { name } = form.values
  const slug = String(door.posted.get('slug') ?? '') || handleOf(name)
  return door.runAndGo(saveResponsibleRole, { slug, name }, () => '/betrieb?meldung=gespeichert')
}

export const meta = titled<typeof loader>(({ title }) => ({ title, hidden: true }))

export default function Operation() {
  const { title, message, formKey, tasks, roles, search, found } = useLoaderData<typeof loader>()
  const { t } = useWords()
  const answer = useAnswer('role')
  const operators = new Set(tasks.filter((task) => task.role === 'operator').map((task) => task.accountId))
  return (
    <div className="flow">
      <h1>{title}</h1>
      {message && <Alert state="done" title={t(`operator:message.${message}`)} role="status" />}
      {operators.size === 1 && <Alert state="soon" title={t('operator:second')} />}
      <Answered />
      <p className="lead">{t('operator:lead')}</p>
      <ul>
        <li>
          <Go to="/betrieb/stadt">{t('operator:town.title')}</Go>
        </li>
        <li>
          <Go to="/betrieb/gremien">{t('operator:bodies.title')}</Go>
        </li>
      </ul>
      <Section id="konten" title={t('operator:search.title')}>
        <Form className="form" to="/betrieb" method="get">
          <Field
            field={{ name: 'suche', required: true, max: 100 }}
            type="search"
            label={t('operator:search.label')}
            value={search}
          />
          <Button>{t('operator:search.send')}</Button>
        </Form>
        {search !== '' && (
          <p role="status">
            {found.length === 0
              ? t('operator:search.none')
              : t('operator:search.found', { count: found.length })}
          </p>
        )}
        <ul>
          {found.map((account) => (
            <li key={account.id}>
              <Go to={`/betrieb/konten/${account.id}`}>{account.name}</Go> ({account.handle})
            </li>
          ))}
        </ul>
      </Section>
      <Section id="aufgaben" title={t('operator:tasks.title')}>
        {tasks.length === 0 && <p>{t('operator:tasks.none')}</p>}
        <ul className="rows">
          {tasks.map((task) => (
            <li key={task.id}>
              <span>
                <Go to={`/betrieb/konten/${task.accountId}`}>{task.name}</Go>,{' '}
                {t(`operator:role.${task.role as 'staff'}`)}
                {task.role === 'staff' && `, ${task.scope}`}
                {task.role === 'responsible' &&
                  `, ${roles.find((role) => role.slug === task.scope)?.name ?? task.scope}`}
                , {t('operator:tasks.since')} <Time at={task.fromAt} as="date" />
              </span>
              <Form to="/betrieb" intent="release" idempotencyKey={`${formKey}:${task.id}`}>
                <input type="hidden" name="appointmentId" value={task.id} />
                <Button kind="text">
                  {t('operator:tasks.release')}
                  <span className="hidden-text">
                    : {task.name}, {t(`operator:role.${task.role as 'staff'}`)}
                  </span>
                </Button>
              </Form>
            </li>
          ))}
        </ul>
      </Section>
      <Section id="stellen" title={t('operator:roles.title')} lead={t('operator:roles.lead')}>
        <div className="rows">
          {roles.map((role) => (
            <Form key={role.slug} to="/betrieb" intent="role" idempotencyKey={`${formKey}:${role.slug}`}>
              <input type="hidden" name="slug" value={role.slug} />
              <Field
                field={describe(roleForm, 'name')}
                id={`role-${role.slug}`}
                label={t('operator:roles.name')}
                value={role.name}
              />
              <Button kind="quiet">
                {t('operator:roles.rename')}
                <span className="hidden-text">: {role.name}</span>
              </Button>
            </Form>
          ))}
        </div>
        <h3>{t('operator:roles.add')}</h3>
        <Form className="form" to="/betrieb" intent="role" idempotencyKey={`${formKey}:new`}>
          <Field
            field={describe(roleForm, 'name')}
            label={t('operator:roles.name')}
            {...kept(answer, 'name')}
          />
          <Button kind="quiet">{t('operator:roles.send')}</Button>
        </Form>
      </Section>
    </div>
  )
}
