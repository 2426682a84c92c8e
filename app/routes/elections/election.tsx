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
import { electionObjectionForm, rollObjectionForm } from '#app/domain/elections/election.form.ts'
import { getAnnounced } from '#app/domain/elections/election.server.ts'
import { momentsOf, takesCandidates, takesRollObjections } from '#app/domain/elections/election.ts'
import { listOwnObjections, objectToElection, objectToRoll } from '#app/domain/elections/objection.server.ts'
import { electedOf } from '#app/domain/elections/outcome.server.ts'
import { isOnElectionRoll } from '#app/domain/elections/roll.server.ts'
import { leaveSeat } from '#app/domain/elections/terms.server.ts'
import {
  findCurrentPoll,
  findPollOf,
  phaseOf,
  readElectionResult,
} from '#app/domain/elections/view.server.ts'
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
import { OwnObjections } from './own-objections.tsx'
import { RunOffs } from './run-offs.tsx'

export const handle: PageHandle = { voice: 'council', menu: 'more', live: ['elections', 'polls'] }

const done = ['objected', 'seat-left'] as const

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
  const seated = await electedOf(door.ask.db, election)
  const inside = door.may('council.read-internal', council)
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
    pollNumber: (await findCurrentPoll(door.ask, election))?.number ?? null,
    runOffs: result?.runOffs ?? [],
    sentence: result && poll ? outcomeInWords(door, poll, result.options, result.outcome) : null,
    standing: own !== null && own.withdrawnAt === null,
    onRoll: door.may('election.object-roll', council) ? onRoll : null,
    objections: await listOwnObjections(door.ask, election.id),
    done: done.find((word) => word === door.url.searchParams.get('meldung')) ?? null,
    keys: [door.formKey(), door.formKey(), door.formKey()] as const,
    may: {
      stand:
        takesCandidates(election, timeZone, door.ask.now) && door.may('election.stand', council) && onRoll,
      roll: inside,
      missing:
        !inside && !onRoll && takesRollObjections(election) && door.may('election.object-roll', council),
      leaveSeat:
        door.may('election.stand', council) &&
        seated.some(({ accountId }) => accountId === door.actor.accountId),
      object: phase === 'objection' && onRoll && door.may('election.object', council),
      run: door.may('election.set-up', council) || door.may('election.decide-objection', council),
    },
  }
}

export async function action(args: ActionFunctionArgs) {
  const door = await enterWithForm(args)
  const number = Number(door.params.number)
  const back = (word: (typeof done)[number]) => () => `/sprecherrat/wahlen/${number}?meldung=${word}`
  switch (door.intent) {
    case 'object': {
      const form = await door.read(electionObjectionForm)
      if (!form.ok) return door.invalid(form.problems)
      return door.runAndGo(objectToElection, { number, ...form.values }, back('objected'))
    }
    case 'missing': {
      const form = await door.read({ text: rollObjectionForm.text })
      if (!form.ok) return door.invalid(form.problems)
      const missing = { about: 'missing', person: '' } as const
      return door.runAndGo(objectToRoll, { number, ...missing, ...form.values }, back('objected'))
    }
    case 'leave-seat':
      return door.runAndGo(leaveSeat, { number }, back('seat-left'))
    default:
      throw door.refuse('not_found')
  }
}

export const meta = titled<typeof loader>(({ title, about }) => ({ title, about }))

export default function ElectionPage() {
  const page = useLoaderData<typeof loader>()
  const { number, phase, may } = page
  const [answer, missing] = [useAnswer('object'), useAnswer('missing')]
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
          {page.done !== null && (
            <Alert state="done" role="status" title={t(`elections:done.${page.done}`)} />
          )}
          <Alert
            state={phase === 'open' || phase === 'run-off' ? 'soon' : 'info'}
            title={t(`elections:say.${phase}`)}
          >
            {page.invalidReason !== null && <p>{page.invalidReason}</p>}
            {page.sentence !== null && phase !== 'invalid' && <p>{page.sentence}</p>}
          </Alert>
        </>
      }
      facts={<ElectionFacts rules={page.rules} />}
    >
      <div className="flow">
        {page.about !== '' && <p>{page.about}</p>}
        {page.onRoll !== null && <p>{t(page.onRoll ? 'elections:roll.yes' : 'elections:roll.no')}</p>}
        <Actions>
          {(phase === 'open' || phase === 'run-off') && page.pollNumber !== null && (
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
      {page.runOffs.length > 0 && (
        <Section id="stichwahl" title={t('elections:run-off.title')} lead={t('elections:run-off.lead')}>
          <RunOffs runOffs={page.runOffs} />
        </Section>
      )}
      {may.missing && (
        <Section id="fehlt" title={t('elections:roll.missing-self')} lead={t('elections:roll.missing-lead')}>
          <Form to={here} intent="missing" idempotencyKey={page.keys[1]} className="flow">
            <Field
              field={describe(rollObjectionForm, 'text')}
              id="missing-text"
              kind="textarea"
              rows={3}
              label={t('elections:roll.text')}
              {...kept(missing, 'text')}
            />
            <Button kind="quiet">{t('elections:roll.send')}</Button>
          </Form>
        </Section>
      )}
      {page.objections.length > 0 && (
        <Section id="eigene" title={t('elections:object.own')}>
          <OwnObjections objections={page.objections} />
        </Section>
      )}
      {may.leaveSeat && (
        <Section id="sitz" title={t('elections:seat.title')} lead={t('elections:seat.lead')}>
          <Form to={here} intent="leave-seat" idempotencyKey={page.keys[2]}>
            <Button kind="quiet">{t('elections:seat.leave')}</Button>
          </Form>
        </Section>
      )}
      {may.object && (
        <Section id="einspruch" title={t('elections:object.title')} lead={t('elections:object.lead')}>
          <Form to={here} intent="object" idempotencyKey={page.keys[0]} className="flow">
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
