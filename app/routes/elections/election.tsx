import type { ActionFunctionArgs, LoaderFunctionArgs } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { Alert } from '#app/components/alert.tsx'
import { Answered, kept, useAnswer } from '#app/components/answered.tsx'
import { Actions, Button, ButtonLink } from '#app/components/button.tsx'
import { Empty } from '#app/components/empty.tsx'
import { WithFacts } from '#app/components/fact-list.tsx'
import { Field } from '#app/components/field.tsx'
import { Form } from '#app/components/form.tsx'
import { Go } from '#app/components/go.tsx'
import { Section } from '#app/components/section-head.tsx'
import { council } from '#app/domain/council/house.ts'
import { findOwnCandidature, listCandidates } from '#app/domain/elections/candidature.server.ts'
import { electionObjectionForm } from '#app/domain/elections/election.form.ts'
import { getAnnounced } from '#app/domain/elections/election.server.ts'
import { momentsOf, takesCandidates } from '#app/domain/elections/election.ts'
import { objectToElection } from '#app/domain/elections/hold.server.ts'
import { isOnElectionRoll } from '#app/domain/elections/roll.server.ts'
import { findPollOf, phaseOf, readElectionResult } from '#app/domain/elections/view.server.ts'
import { describe } from '#app/domain/form.ts'
import { newestEvent } from '#app/domain/query.server.ts'
import { enter, enterWithForm } from '#app/http/door.server.ts'
import { titled } from '#app/http/titles.ts'
import { outcomeInWords } from '#app/i18n/outcome.ts'
import { useWords } from '#app/i18n/words.tsx'
import type { PageHandle } from '#app/root.tsx'
import { useCouncilNews } from '../council/use-council-news.ts'
import { CandidateList } from './candidate-list.tsx'
import { ElectionFacts } from './election-facts.tsx'
import { ElectionHead } from './election-head.tsx'

export const handle: PageHandle = { voice: 'council', menu: 'more', live: ['elections', 'polls'] }

export async function loader(args: LoaderFunctionArgs) {
  const door = enter(args)
  const asOf = await newestEvent(door.ask)
  const election = await door.find(getAnnounced(door.ask.db, Number(door.params.number)))
  const poll = await findPollOf(door.ask, election)
  const phase = await phaseOf(door.ask, election, poll)
  const { timeZone } = door.ask.town
  const { title, about, ...rules } = election.rules
  const result = await readElectionResult(door.ask, election, poll)
  const own = await findOwnCandidature(door.ask, election)
  const onRoll = await isOnElectionRoll(door.ask.db, election, door.actor.accountId, door.ask.now)
  return {
    asOf,
    title,
    about,
    id: election.id,
    number: election.number,
    phase,
    orderSeed: election.orderSeed,
    invalidReason: poll?.invalidReason ?? null,
    rules: { ...rules, moments: momentsOf(election.rules, timeZone) },
    candidates: (await listCandidates(door.ask, election)).map(({ id, name, branch, does, wants, time }) => ({
      ...{ id, name, branch, does, wants, time },
    })),
    pollNumber: poll?.number ?? null,
    sentence: result && poll ? outcomeInWords(door, poll, result.options, result.outcome) : null,
    standing: own !== null && own.withdrawnAt === null,
    done: door.url.searchParams.get('meldung'),
    formKey: door.formKey(),
    may: {
      stand:
        takesCandidates(election, timeZone, door.ask.now) && door.may('election.stand', council) && onRoll,
      roll: door.may('council.read-internal', council),
      object: phase === 'objection' && onRoll && door.may('election.object', council),
      run: door.may('election.set-up', council) || door.may('election.decide-objection', council),
    },
  }
}

export async function action(args: ActionFunctionArgs) {
  const door = await enterWithForm(args)
  const number = Number(door.params.number)
  const form = await door.read(electionObjectionForm)
  if (!form.ok) return door.invalid(form.problems)
  return door.runAndGo(
    objectToElection,
    { number, ...form.values },
    () => `/sprecherrat/wahlen/${number}?meldung=einspruch`,
  )
}

export const meta = titled<typeof loader>(({ title, about }) => ({ title, about }))

export default function ElectionPage() {
  const page = useLoaderData<typeof loader>()
  const { number, phase, may } = page
  const answer = useAnswer('object')
  const { t } = useWords()
  useCouncilNews(page.asOf, `election:${page.id}`)
  const here = `/sprecherrat/wahlen/${number}`
  return (
    <WithFacts
      factsLabel={t('elections:facts.name')}
      head={
        <>
          <ElectionHead number={number}>{page.title}</ElectionHead>
          <Answered />
          {page.done === 'einspruch' && (
            <Alert state="done" role="status" title={t('elections:object.sent')} />
          )}
          <Alert state={phase === 'open' ? 'soon' : 'info'} title={t(`elections:say.${phase}`)}>
            {page.invalidReason !== null && <p>{page.invalidReason}</p>}
            {page.sentence !== null && phase !== 'invalid' && <p>{page.sentence}</p>}
          </Alert>
        </>
      }
      facts={<ElectionFacts rules={page.rules} />}
    >
      <div className="flow">
        {page.about !== '' && <p>{page.about}</p>}
        <Actions>
          {phase === 'open' && page.pollNumber !== null && (
            <ButtonLink to={`/abstimmungen/${page.pollNumber}/stimmzettel`}>
              {t('elections:do.vote')}
            </ButtonLink>
          )}
          {page.sentence !== null && (
            <ButtonLink to={`${here}/ergebnis`} kind="quiet">
              {t('elections:do.result')}
            </ButtonLink>
          )}
          {may.stand && (
            <ButtonLink to={`${here}/kandidieren`} kind={page.standing ? 'quiet' : 'main'}>
              {t(page.standing ? 'elections:do.change' : 'elections:do.stand')}
            </ButtonLink>
          )}
          {may.roll && <Go to={`${here}/verzeichnis`}>{t('elections:do.roll')}</Go>}
          {may.run && <Go to={`${here}/leiten`}>{t('elections:do.run')}</Go>}
        </Actions>
      </div>
      <Section
        id="kandidaturen"
        title={t('elections:candidates.title')}
        lead={
          page.orderSeed === null
            ? t('elections:candidates.lead')
            : t('elections:candidates.order', { seed: page.orderSeed })
        }
      >
        {page.candidates.length === 0 && <Empty voice="council" title={t('elections:candidates.none')} />}
        <CandidateList candidates={page.candidates} drawn={page.orderSeed !== null} />
      </Section>
      {may.object && (
        <Section id="einspruch" title={t('elections:object.title')} lead={t('elections:object.lead')}>
          <Form to={here} intent="object" idempotencyKey={page.formKey} className="flow">
            <Field
              field={describe(electionObjectionForm, 'text')}
              kind="textarea"
              rows={4}
              label={t('elections:object.text')}
              {...kept(answer, 'text')}
            />
            <Button kind="quiet">{t('elections:object.send')}</Button>
          </Form>
        </Section>
      )}
    </WithFacts>
  )
}
