import type { ActionFunctionArgs, LoaderFunctionArgs } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { Alert } from '#app/components/alert.tsx'
import { Answered, kept, useAnswer } from '#app/components/answered.tsx'
import { Button } from '#app/components/button.tsx'
import { Field } from '#app/components/field.tsx'
import { Form } from '#app/components/form.tsx'
import { Go } from '#app/components/go.tsx'
import { Section } from '#app/components/section-head.tsx'
import { council } from '#app/domain/council/house.ts'
import { decisionForm, lotForm } from '#app/domain/elections/election.form.ts'
import { getAnnounced } from '#app/domain/elections/election.server.ts'
import { momentsOf } from '#app/domain/elections/election.ts'
import { decideElectionObjection, listElectionObjections } from '#app/domain/elections/objection.server.ts'
import { listRoll } from '#app/domain/elections/roll.server.ts'
import { drawForRunOff } from '#app/domain/elections/run-off.server.ts'
import {
  findCurrentPoll,
  findPollOf,
  phaseOf,
  readElectionResult,
} from '#app/domain/elections/view.server.ts'
import { noteOtherWay } from '#app/domain/polls/ballots/envelope.server.ts'
import { drawLots } from '#app/domain/polls/count.server.ts'
import { newestEvent } from '#app/domain/query.server.ts'
import { titled } from '#app/http/titles.ts'
import { useWords } from '#app/i18n/words.tsx'
import type { PageHandle } from '#app/root.tsx'
import { enterInside, enterInsideWithForm } from '../council/inside-only.server.ts'
import { useCouncilNews } from '../council/use-council-news.ts'
import { ElectionFacts } from './election-facts.tsx'
import { ElectionHead } from './election-head.tsx'
import { Lot } from './lot.tsx'
import { Objections } from './objections.tsx'
import { RunOffs } from './run-offs.tsx'

export const handle: PageHandle = { voice: 'council', menu: 'more', live: ['elections'] }

/** Where a lot is what the election waits for. */
const lots: ReadonlySet<string> = new Set(['tie', 'run-off-tie', 'run-off-too-few'])

/** Nobody has voted yet. */
const early: ReadonlySet<string> = new Set(['candidates', 'roll-closed', 'ballot-ready'])

const done = ['decided', 'paper-noted', 'lot-drawn'] as const

export async function loader(args: LoaderFunctionArgs) {
  const door = enterInside(args, 'election.decide-objection')
  const asOf = await newestEvent(door.ask)
  const election = await door.find(getAnnounced(door.ask.db, Number(door.params.number)))
  const poll = await findPollOf(door.ask, election)
  const phase = await phaseOf(door.ask, election, poll)
  const result = await readElectionResult(door.ask, election, poll)
  const current = await findCurrentPoll(door.ask, election)
  const { title: of, about: _, ...rules } = election.rules
  return {
    asOf,
    title: door.t('elections:run.title'),
    of,
    id: election.id,
    number: election.number,
    phase,
    rules: { ...rules, moments: momentsOf(election.rules, door.ask.town.timeZone) },
    pollNumber: current?.number ?? null,
    tied: phase === 'tie' ? (result?.tied ?? []) : (result?.runOffs.at(-1)?.between ?? []),
    runOffs: result?.runOffs ?? [],
    runs: door.may('election.set-up', council),
    people:
      (phase === 'open' || phase === 'run-off') && rules.paper === 'yes'
        ? (await door.find(listRoll(door.ask, election))).map(({ id, name }) => ({ value: id, label: name }))
        : [],
    objections: await listElectionObjections(door.ask.db, election.id),
    done: done.find((word) => word === door.url.searchParams.get('meldung')) ?? null,
    formKey: door.formKey(),
  }
}

export async function action(args: ActionFunctionArgs) {
  const door = await enterInsideWithForm(args, 'election.decide-objection')
  const election = await door.find(getAnnounced(door.ask.db, Number(door.params.number)))
  const back = (word: (typeof done)[number]) => () =>
    `/sprecherrat/wahlen/${election.number}/leiten?meldung=${word}`
  const current = await findCurrentPoll(door.ask, election)
  const pollId = current?.id ?? ''
  switch (door.intent) {
    case 'decide': {
      const form = await door.read(decisionForm)
      if (!form.ok) return door.invalid(form.problems)
      return door.runAndGo(decideElectionObjection, form.values, back('decided'))
    }
    case 'note-paper': {
      const form = await door.read({ accountId: { type: 'text', min: 1, max: 64 } })
      if (!form.ok) return door.invalid(form.problems)
      return door.runAndGo(noteOtherWay, { pollId, ...form.values, way: 'paper' }, back('paper-noted'))
    }
    case 'draw': {
      const form = await door.read(lotForm)
      if (!form.ok) return door.invalid(form.problems)
      // A second vote that is over and says nothing leaves its tie to the election's own lot.
      const { number } = election
      return current?.id !== election.pollId && current?.state !== 'counted'
        ? door.runAndGo(drawForRunOff, { number, ...form.values }, back('lot-drawn'))
        : door.runAndGo(drawLots, { pollId, ...form.values }, back('lot-drawn'))
    }
    default:
      throw door.refuse('not_found')
  }
}

export const meta = titled<typeof loader>(({ title }) => ({ title, hidden: true }))

export default function Run() {
  const page = useLoaderData<typeof loader>()
  const { number, phase } = page
  const noting = useAnswer('note-paper')
  const { t } = useWords()
  useCouncilNews(page.asOf, `election:${page.id}`)
  const here = `/sprecherrat/wahlen/${number}/leiten`
  return (
    <div className="flow">
      <ElectionHead number={number} of={page.of}>
        {page.title}
      </ElectionHead>
      {page.done === 'decided' && <Alert state="done" role="status" title={t('elections:object.decided')} />}
      {page.done !== null && page.done !== 'decided' && (
        <Alert state="done" role="status" title={t(`elections:run.${page.done}`)} />
      )}
      <Answered />
      <Alert title={t(`elections:say.${phase}`)}>
        <p>{t('elections:run.clock')}</p>
      </Alert>
      {page.runs && lots.has(phase) && <Lot to={here} formKey={page.formKey} tied={page.tied} />}
      {page.runOffs.length > 0 && (
        <Section id="stichwahl" title={t('elections:run-off.title')}>
          <RunOffs runOffs={page.runOffs} />
        </Section>
      )}
      {page.runs && page.people.length > 0 && (
        <Section id="papier" title={t('elections:run.paper')} lead={t('elections:run.paper-lead')}>
          <Form to={here} intent="note-paper" idempotencyKey={page.formKey} className="flow">
            <Field
              field={{ name: 'accountId', required: true }}
              kind="select"
              label={t('elections:run.paper-who')}
              options={[{ value: '', label: t('elections:run.choose') }, ...page.people]}
              {...kept(noting, 'accountId')}
            />
            <Button kind="quiet">{t('elections:run.paper-note')}</Button>
          </Form>
        </Section>
      )}
      {page.runs && (phase === 'paper' || phase === 'run-off-paper') && page.pollNumber !== null && (
        <p>
          <Go to={`/abstimmungen/${page.pollNumber}/papier`}>{t('elections:run.paper-enter')}</Go>
        </p>
      )}
      <Section id="einsprueche" title={t('elections:object.list')}>
        <Objections objections={page.objections} to={here} formKey={page.formKey} />
      </Section>
      <Section id="regeln" title={t('elections:facts.name')}>
        <ElectionFacts rules={page.rules} />
        {page.runs && early.has(phase) && (
          <p>
            <Go to={`/sprecherrat/wahlen/${number}/probelauf`}>{t('elections:trial.see')}</Go>
          </p>
        )}
        <p>
          <Go to={`/sprecherrat/wahlen/${number}`}>{t('elections:run.public')}</Go>
        </p>
      </Section>
    </div>
  )
}
