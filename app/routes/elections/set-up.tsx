import type { ActionFunctionArgs, LoaderFunctionArgs } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { Alert } from '#app/components/alert.tsx'
import { Answered, useAnswer } from '#app/components/answered.tsx'
import { Button, ButtonLink } from '#app/components/button.tsx'
import { Form } from '#app/components/form.tsx'
import { Go } from '#app/components/go.tsx'
import { ProgressSteps } from '#app/components/progress-steps.tsx'
import { Section } from '#app/components/section-head.tsx'
import { writeBranches } from '#app/domain/elections/branches.ts'
import { announceElection, getElection, saveStep } from '#app/domain/elections/election.server.ts'
import {
  type ElectionRules,
  type ElectionStep,
  electionSteps,
  missingSteps,
  momentsOf,
} from '#app/domain/elections/election.ts'
import { titled } from '#app/http/titles.ts'
import { useWords } from '#app/i18n/words.tsx'
import type { PageHandle } from '#app/root.tsx'
import { enterInside, enterInsideWithForm } from '../council/inside-only.server.ts'
import { ElectionFacts } from './election-facts.tsx'
import { ElectionHead } from './election-head.tsx'
import { readStep } from './set-up-steps.server.ts'
import { StepFields } from './step-fields.tsx'

export const handle: PageHandle = { voice: 'council', menu: 'more' }

function stepIn(url: URL): ElectionStep | 'check' {
  const asked = url.searchParams.get('schritt')
  return asked === 'pruefen' ? 'check' : (electionSteps.find((step) => step === asked) ?? 'frame')
}

export async function loader(args: LoaderFunctionArgs) {
  const door = enterInside(args, 'council.change')
  const election = await door.find(getElection(door.ask.db, Number(door.params.number)))
  if (election.state !== 'draft') throw door.refuse('election_not_draft')
  const missing = missingSteps(election.rules)
  const { rules } = election
  return {
    title: door.t('elections:set-up.title'),
    number: election.number,
    step: stepIn(door.url),
    missing,
    typed: typedOf(rules),
    whole:
      missing.length === 0
        ? { ...(rules as ElectionRules), moments: momentsOf(rules as ElectionRules, door.ask.town.timeZone) }
        : null,
    formKey: door.formKey(),
  }
}

/** The answers so far as the fields show them. */
function typedOf(rules: Partial<ElectionRules>): Readonly<Record<string, string>> {
  const { branches, ...plain } = rules
  return {
    ...Object.fromEntries(Object.entries(plain).map(([name, value]) => [name, String(value)])),
    ...(branches ? { branches: writeBranches(branches) } : {}),
  }
}

export async function action(args: ActionFunctionArgs) {
  const door = await enterInsideWithForm(args, 'council.change')
  const number = Number(door.params.number)
  const here = `/sprecherrat/wahlen/${number}/vorbereiten`
  if (door.intent === 'announce') {
    return door.runAndGo(announceElection, { number }, () => `/sprecherrat/wahlen/${number}`)
  }
  const step = stepIn(door.url)
  if (step === 'check') throw door.refuse('not_found')
  const read = await readStep(door, step)
  if (!read.ok) return door.invalid(read.problems)
  const next = electionSteps[electionSteps.indexOf(step) + 1] ?? 'pruefen'
  return door.runAndGo(saveStep, { number, answers: read.answers }, () => `${here}?schritt=${next}`)
}

export const meta = titled<typeof loader>(({ title }) => ({ title, hidden: true }))

export default function SetUp() {
  const page = useLoaderData<typeof loader>()
  const answer = useAnswer()
  const { t } = useWords()
  const here = `/sprecherrat/wahlen/${page.number}/vorbereiten`
  const at = page.step === 'check' ? electionSteps.length : electionSteps.indexOf(page.step)
  return (
    <div className="flow">
      <ElectionHead number={page.number}>{page.title}</ElectionHead>
      <p className="lead">{t('elections:set-up.lead')}</p>
      <ProgressSteps
        at={at + 1}
        steps={[
          ...electionSteps.map((step) => t(`elections:set-up.step.${step}`)),
          t('elections:set-up.check'),
        ]}
      />
      <Answered />
      {page.step !== 'check' ? (
        <Section id="schritt" title={t(`elections:set-up.step.${page.step}`)}>
          <Form
            to={`${here}?schritt=${page.step}`}
            intent="save"
            idempotencyKey={page.formKey}
            className="flow"
          >
            <StepFields step={page.step} answer={answer} typed={page.typed} />
            <Button>{t('elections:set-up.next')}</Button>
          </Form>
        </Section>
      ) : (
        <Section id="pruefen" title={t('elections:set-up.check')}>
          <div className="flow">
            <ul>
              {electionSteps.map((step) => (
                <li key={step}>
                  <Go to={`${here}?schritt=${step}`}>{t(`elections:set-up.step.${step}`)}</Go>
                </li>
              ))}
            </ul>
            {page.missing.length > 0 && (
              <Alert
                state="soon"
                title={t('elections:set-up.missing', {
                  steps: page.missing.map((step) => t(`elections:set-up.step.${step}`)).join(', '),
                })}
              />
            )}
            {page.whole && (
              <>
                <h3>{page.whole.title}</h3>
                <ElectionFacts rules={page.whole} />
                <p>{t('elections:trial.offer')}</p>
                <p>
                  <ButtonLink kind="quiet" to={`/sprecherrat/wahlen/${page.number}/probelauf`}>
                    {t('elections:trial.see')}
                  </ButtonLink>
                </p>
                <p>{t('elections:set-up.announce-lead')}</p>
                <Form to={here} intent="announce" idempotencyKey={page.formKey}>
                  <Button>{t('elections:set-up.announce')}</Button>
                </Form>
              </>
            )}
          </div>
        </Section>
      )}
    </div>
  )
}
