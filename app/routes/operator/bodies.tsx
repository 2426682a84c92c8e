import type { ActionFunctionArgs, LoaderFunctionArgs } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { Alert } from '#app/components/alert.tsx'
import { Answered } from '#app/components/answered.tsx'
import { Button } from '#app/components/button.tsx'
import { Field } from '#app/components/field.tsx'
import { Form } from '#app/components/form.tsx'
import { Go } from '#app/components/go.tsx'
import { Section } from '#app/components/section-head.tsx'
import { endSeat, saveBody } from '#app/domain/bodies/body.server.ts'
import { foundingBodies } from '#app/domain/bodies/founding.server.ts'
import { getBody, listBodies } from '#app/domain/bodies/seats.server.ts'
import { enter, enterWithForm, type FormDoor } from '#app/http/door.server.ts'
import { titled } from '#app/http/titles.ts'
import { useWords } from '#app/i18n/words.tsx'
import type { PageHandle } from '#app/root.tsx'
import { requireOperator } from './operator-only.server.ts'

export const handle: PageHandle = { voice: 'none', menu: 'account' }

const messages = ['gespeichert', 'geendet'] as const
const seats = { type: 'number', min: 0, max: 99, required: true } as const

export async function loader(args: LoaderFunctionArgs) {
  const door = enter(args)
  requireOperator(door)
  const asked = door.url.searchParams.get('meldung')
  return {
    title: door.t('operator:bodies.title'),
    message: messages.find((message) => message === asked) ?? null,
    formKey: door.formKey(),
    bodies: await Promise.all((await listBodies(door.ask)).map(({ slug }) => getBody(door.ask, slug))),
  }
}

export async function action(args: ActionFunctionArgs) {
  const door = await enterWithForm(args)
  requireOperator(door)
  switch (door.intent) {
    case 'found':
      return found(door)
    case 'save':
      return save(door)
    case 'end':
      return door.runAndGo(
        endSeat,
        { membershipId: String(door.posted.get('membershipId') ?? '') },
        () => '/betrieb/gremien?meldung=geendet',
      )
    default:
      throw door.refuse('not_found')
  }
}

function found(door: FormDoor) {
  const { t } = door
  const names = {
    table: { name: t('operator:default.table'), about: t('operator:default.table-about') },
    council: { name: t('operator:default.council'), about: t('operator:default.council-about') },
    administration: t('operator:default.administration'),
    committee: t('operator:default.committee'),
    creators: t('operator:default.creators'),
  }
  return door.runAndGo(foundingBodies, names, () => '/betrieb/gremien?meldung=gespeichert')
}

async function save(door: FormDoor) {
  const body = await door.find(getBody(door.ask, String(door.posted.get('slug') ?? '')))
  const form = await door.read({
    name: { type: 'text', min: 3, max: 80 },
    about: { type: 'text', min: 10, max: 500, lines: 'many' },
    seats,
    ...Object.fromEntries(body.benches.map((bench) => [`bench-${bench.slug}`, seats])),
  } as const)
  if (!form.ok) return door.invalid(form.problems)
  const values = form.values as Record<string, unknown>
  return door.runAndGo(
    saveBody,
    {
      slug: body.slug,
      kind: body.kind,
      name: String(values.name),
      about: String(values.about),
      seats: Number(values.seats),
      benches: body.benches.map(({ slug, name }) => ({ slug, name, seats: Number(values[`bench-${slug}`]) })),
    },
    () => '/betrieb/gremien?meldung=gespeichert',
  )
}

export const meta = titled<typeof loader>(({ title }) => ({ title, hidden: true }))

export default function BodiesOperation() {
  const { title, message, formKey, bodies } = useLoaderData<typeof loader>()
  const { t } = useWords()
  return (
    <div className="flow">
      <h1>{title}</h1>
      {message && <Alert state="done" title={t(`operator:message.${message}`)} role="status" />}
      <Answered />
      <p className="lead">{t('operator:bodies.lead')}</p>
      {bodies.length === 0 && (
        <Form to="/betrieb/gremien" intent="found" idempotencyKey={formKey}>
          <p>{t('operator:bodies.none')}</p>
          <Button>{t('operator:bodies.found')}</Button>
        </Form>
      )}
      {bodies.map((body) => {
        const held = [...body.benches.flatMap((bench) => bench.held), ...body.free, ...body.substitutes]
        return (
          <Section key={body.slug} id={body.slug} title={body.name}>
            <Form
              className="form"
              to="/betrieb/gremien"
              intent="save"
              idempotencyKey={`${formKey}:${body.slug}`}
            >
              <input type="hidden" name="slug" value={body.slug} />
              <Field
                field={{ name: 'name', required: true, min: 3, max: 80 }}
                id={`${body.slug}-name`}
                label={t('operator:bodies.name')}
                value={body.name}
              />
              <Field
                field={{ name: 'about', required: true, max: 500 }}
                id={`${body.slug}-about`}
                kind="textarea"
                rows={3}
                label={t('operator:bodies.about')}
                value={body.about}
              />
              <Field
                field={{ name: 'seats', required: true, min: 0, max: 99 }}
                id={`${body.slug}-seats`}
                type="number"
                label={t('operator:bodies.seats')}
                value={String(body.seats)}
              />
              {body.benches.map((bench) => (
                <Field
                  key={bench.slug}
                  field={{ name: `bench-${bench.slug}`, required: true, min: 0, max: 99 }}
                  id={`${body.slug}-${bench.slug}`}
                  type="number"
                  label={t('operator:bodies.bench', { name: bench.name })}
                  value={String(bench.seats)}
                />
              ))}
              <Button kind="quiet">{t('operator:bodies.save')}</Button>
            </Form>
            {held.length > 0 && <h3>{t('operator:bodies.members')}</h3>}
            <ul>
              {held.map((seat) => (
                <li key={seat.membershipId}>
                  <Go to={`/betrieb/konten/${seat.accountId}`}>{seat.name ?? t('bodies:deleted')}</Go>,{' '}
                  {t(`bodies:function.${seat.function}`)}
                  <Form to="/betrieb/gremien" intent="end" idempotencyKey={`${formKey}:${seat.membershipId}`}>
                    <input type="hidden" name="membershipId" value={seat.membershipId} />
                    <Button kind="text">
                      {t('operator:bodies.end')}
                      <span className="hidden-text">: {seat.name}</span>
                    </Button>
                  </Form>
                </li>
              ))}
            </ul>
          </Section>
        )
      })}
      <p>
        <Go to="/betrieb">{t('operator:back')}</Go>
      </p>
    </div>
  )
}
