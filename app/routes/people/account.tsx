import { type ActionFunctionArgs, type LoaderFunctionArgs, redirect } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { Alert } from '#app/components/alert.tsx'
import { Answered } from '#app/components/answered.tsx'
import { Button, ButtonLink } from '#app/components/button.tsx'
import { Form } from '#app/components/form.tsx'
import { Go } from '#app/components/go.tsx'
import { Section } from '#app/components/section-head.tsx'
import { isOperator } from '#app/domain/actor.ts'
import { bodySubject } from '#app/domain/bodies/body.server.ts'
import { councilSlug } from '#app/domain/bodies/body.ts'
import { creatorForm } from '#app/domain/bodies/creator.form.ts'
import { declareCreator, findDeclaration } from '#app/domain/bodies/creator.server.ts'
import { listOwnSeats } from '#app/domain/bodies/seats.server.ts'
import { objectInRegister } from '#app/domain/council/register.server.ts'
import { refusalObjectionForm } from '#app/domain/council/statement.form.ts'
import { isWholeTown, listDistrictsByName } from '#app/domain/goals/town.ts'
import { changeAccount, getOwnAccount } from '#app/domain/people/account.server.ts'
import { listResponsibleRoles } from '#app/domain/people/accounts.server.ts'
import { accountForm } from '#app/domain/people/people.form.ts'
import { endSession, listSessions } from '#app/domain/people/session.server.ts'
import { listTokensOut } from '#app/domain/polls/ballots/token.server.ts'
import { enter, enterWithForm, type FormDoor } from '#app/http/door.server.ts'
import { signedOutHeaders } from '#app/http/session-cookie.ts'
import { titled } from '#app/http/titles.ts'
import { addressIn } from '#app/i18n/address.ts'
import { useWords } from '#app/i18n/words.tsx'
import type { PageHandle } from '#app/root.tsx'
import { CreatorPart } from './account-creator.tsx'
import { SessionsPart } from './account-sessions.tsx'
import { SettingsPart } from './account-settings.tsx'
import { TasksPart } from './account-tasks.tsx'
import { requireAccount } from './signed-in.server.ts'

export const handle: PageHandle = { menu: 'account' }

const messages = ['willkommen', 'gespeichert', 'beendet', 'adresse', 'erklaert'] as const

export async function loader(args: LoaderFunctionArgs) {
  const door = enter(args)
  requireAccount(door)
  const { ask, actor, visit } = door
  const account = await getOwnAccount(ask)
  const roles = await listResponsibleRoles(ask)
  const asked = door.url.searchParams.get('meldung')
  return {
    title: door.t('people:account.title'),
    message: messages.find((message) => message === asked) ?? null,
    formKey: door.formKey(),
    account: {
      name: account.name,
      district: account.district,
      language: account.language,
      mail: account.mail,
      protected: account.ageBand === '14-15',
    },
    districts: listDistrictsByName(ask.town)
      .filter(({ slug }) => !isWholeTown(slug))
      .map(({ slug, name }) => ({ slug, name })),
    sessions: (await listSessions(ask)).map((session) => ({
      ...session,
      here: session.id === visit.sessionId,
    })),
    tasks: actor.appointments.map(({ role, scope }) => ({
      role,
      scope: role === 'responsible' ? (roles.find((one) => one.slug === scope)?.name ?? scope) : scope,
    })),
    seats: await listOwnSeats(ask),
    declaration: await findDeclaration(ask.db, account.id),
    holdsToken: (await listTokensOut(ask)).length > 0,
    may: {
      operate: isOperator(actor),
      confirm: door.may('creator.confirm', bodySubject(councilSlug)),
    },
  }
}

export async function action(args: ActionFunctionArgs) {
  const door = await enterWithForm(args)
  requireAccount(door)
  switch (door.intent) {
    case 'change':
      return change(door)
    case 'end-one':
      return door.runAndGo(
        endSession,
        { which: 'one', sessionId: String(door.posted.get('sessionId') ?? '') },
        () => '/konto?meldung=beendet',
      )
    case 'end-others':
      return door.runAndGo(
        endSession,
        { which: 'others', sessionId: door.visit.sessionId },
        () => '/konto?meldung=beendet',
      )
    case 'end-all':
      return endAll(door)
    case 'declare':
      return declare(door)
    case 'object-refusal':
      return objectToRefusal(door)
    default:
      throw door.refuse('not_found')
  }
}

async function objectToRefusal(door: FormDoor) {
  const form = await door.read(refusalObjectionForm)
  if (!form.ok) return door.invalid(form.problems)
  const accountId = door.actor.accountId ?? ''
  return door.runAndGo(objectInRegister, { accountId, ...form.values }, () => '/konto?meldung=einwand')
}

async function change(door: FormDoor) {
  const form = await door.read(accountForm)
  if (!form.ok) return door.invalid(form.problems)
  const known = door.platform.town.districts.some((one) => one.slug === form.values.district)
  const outcome = await door.run(changeAccount, {
    ...form.values,
    district: known ? form.values.district : null,
  })
  if (!outcome.ok) return door.refused(outcome.refusal)
  return redirect(addressIn(form.values.language, '/konto?meldung=gespeichert'), 303)
}

/** Where a token may lie on this device, all others end at once and the page for signing out asks about this one. */
async function endAll(door: FormDoor) {
  if ((await listTokensOut(door.ask)).length > 0) {
    const others = { which: 'others', sessionId: door.visit.sessionId } as const
    return door.runAndGo(endSession, others, () => '/abmelden')
  }
  const outcome = await door.run(endSession, { which: 'all' })
  if (!outcome.ok) return door.refused(outcome.refusal)
  return door.goTo('/anmelden?meldung=abgemeldet', {
    headers: signedOutHeaders(door.platform.baseUrl),
  })
}

async function declare(door: FormDoor) {
  const form = await door.read(creatorForm)
  if (!form.ok) return door.invalid(form.problems)
  return door.runAndGo(declareCreator, form.values, () => '/konto?meldung=erklaert')
}

export const meta = titled<typeof loader>(({ title }) => ({ title, hidden: true }))

export default function Account() {
  const {
    title,
    message,
    formKey,
    account,
    districts,
    sessions,
    tasks,
    seats,
    declaration,
    holdsToken,
    may,
  } = useLoaderData<typeof loader>()
  const { t } = useWords()
  return (
    <div className="flow">
      <h1>{title}</h1>
      {message && <Alert state="done" title={t(`people:message.${message}`)} role="status" />}
      <Answered />
      <p className="lead">{t('people:account.lead', { name: account.name })}</p>
      {account.protected && <p>{t('people:account.protected')}</p>}
      <SettingsPart account={account} districts={districts} formKey={formKey} />
      <Section id="wege" title={t('people:account.ways')}>
        <ul>
          <li>
            {t('people:account.mail-now', { mail: account.mail ?? '–' })}{' '}
            <Go to="/konto/adresse">{t('people:account.mail-change')}</Go>
          </li>
          <li>
            <Go to="/konto/passkeys">{t('people:passkey.title')}</Go>
          </li>
          <li>
            <Go to="/konto/post">{t('people:account.post')}</Go>
          </li>
        </ul>
      </Section>
      <SessionsPart sessions={sessions} formKey={formKey} />
      <TasksPart tasks={tasks} seats={seats} may={may} />
      <CreatorPart declaration={declaration} formKey={formKey} />
      <Section id="daten" title={t('people:account.data')}>
        <ul>
          <li>
            <Go to="/konto/export">{t('people:export.title')}</Go>
          </li>
          <li>
            <Go to="/konto/loeschen">{t('people:erase.title')}</Go>
          </li>
        </ul>
      </Section>
      {holdsToken ? (
        <p>
          <ButtonLink kind="quiet" to="/abmelden">
            {t('people:sign-out.send')}
          </ButtonLink>
        </p>
      ) : (
        <Form to="/abmelden" intent="sign-out">
          <Button kind="quiet">{t('people:sign-out.send')}</Button>
        </Form>
      )}
    </div>
  )
}
