import type { ActionFunctionArgs, LoaderFunctionArgs } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { Answered } from '#app/components/answered.tsx'
import { Button } from '#app/components/button.tsx'
import { Form } from '#app/components/form.tsx'
import { Go } from '#app/components/go.tsx'
import { Section } from '#app/components/section-head.tsx'
import { system } from '#app/domain/actor.ts'
import { getAccountOf, listHandles } from '#app/domain/demo/people.server.ts'
import { deviceOf } from '#app/domain/people/device.ts'
import { startSession } from '#app/domain/people/session.server.ts'
import { type DemoPerson, demoGroups } from '#app/domain/platform.ts'
import { sessionCookie } from '#app/http/session-cookie.ts'
import { titled } from '#app/http/titles.ts'
import { useWords } from '#app/i18n/words.tsx'
import { enterDemo, enterDemoWithForm } from './demo-only.server.ts'

export async function loader(args: LoaderFunctionArgs) {
  const { ask, t, demoTown } = enterDemo(args)
  const there = await listHandles(ask)
  const people = demoTown.people.filter(({ handle }) => there.has(handle))
  return {
    title: t('demo:people.title'),
    signedInAs: ask.actor.kind === 'account' ? ask.actor.name : null,
    groups: demoGroups.map((group) => ({ group, people: people.filter((one) => one.group === group) })),
  }
}

/** Signs the visitor in as anybody, without a code: that is why this page exists in a demo process only. */
export async function action(args: ActionFunctionArgs) {
  const door = await enterDemoWithForm(args)
  const { id: accountId } = await door.find(getAccountOf(door.ask, String(door.posted.get('person') ?? '')))
  const outcome = await door.runUnkept(
    startSession,
    {
      accountId,
      device: deviceOf(args.request.headers.get('user-agent')),
      replaces: door.visit.sessionId,
    },
    system,
  )
  if (!outcome.ok) return door.refused(outcome.refusal)
  return door.goTo('/', {
    headers: { 'Set-Cookie': sessionCookie(outcome.value.token, door.platform.baseUrl) },
  })
}

export const meta = titled<typeof loader>(({ title }) => ({ title, hidden: true }))

export default function DemoPeople() {
  const { title, signedInAs, groups } = useLoaderData<typeof loader>()
  const { t } = useWords()
  return (
    <>
      <h1>{title}</h1>
      <p className="lead">{t('demo:people.lead')}</p>
      <Answered />
      {signedInAs && <p>{t('demo:people.signed-in', { name: signedInAs })}</p>}
      <FirstSteps />
      {groups.map(({ group, people }) => (
        <Section
          key={group}
          id={group}
          title={t(`demo:group.${group}.title`)}
          lead={t(`demo:group.${group}.lead`)}
          voice={voiceOf(group)}
        >
          <Cast people={people} />
        </Section>
      ))}
    </>
  )
}

function FirstSteps() {
  const { t } = useWords()
  const steps = [
    ['/ideen/11', 'talk'],
    ['/ideen/neu', 'similar'],
    ['/ideen?stand=ueberfaellig', 'late'],
    ['/moderation', 'queue'],
    ['/suche?q=Klavier', 'search'],
    ['/demo/post', 'post'],
    ['/demo/bausteine', 'pieces'],
  ] as const
  return (
    <Section id="first" title={t('demo:first.title')} voice="none">
      <ol className="demo-steps">
        {steps.map(([to, key]) => (
          <li key={key}>
            <Go to={to}>{t(`demo:first.${key}.link`)}</Go> <span>{t(`demo:first.${key}.why`)}</span>
          </li>
        ))}
      </ol>
    </Section>
  )
}

function Cast({ people }: { readonly people: readonly DemoPerson[] }) {
  const { t } = useWords()
  return (
    <Form to="/demo">
      <ul className="demo-cast">
        {people.map(({ handle, name, about }) => (
          <li key={handle}>
            <div>
              <strong id={`person-${handle}`}>{name}</strong>
              <p lang="de" id={`about-${handle}`}>
                {about}
              </p>
            </div>
            <Button
              kind="quiet"
              name="person"
              value={handle}
              id={`be-${handle}`}
              aria-labelledby={`be-${handle} person-${handle}`}
              aria-describedby={`about-${handle}`}
            >
              {t('demo:people.be')}
            </Button>
          </li>
        ))}
      </ul>
    </Form>
  )
}

function voiceOf(group: DemoPerson['group']) {
  return group === 'citizens' || group === 'table' || group === 'council' ? group : 'none'
}
