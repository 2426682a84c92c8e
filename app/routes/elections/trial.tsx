import type { LoaderFunctionArgs } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { Alert } from '#app/components/alert.tsx'
import { ResultParts } from '#app/components/polls/result-parts.tsx'
import { TrialForm } from '#app/components/polls/trial-form.tsx'
import { TrialFrame } from '#app/components/polls/trial-frame.tsx'
import { getElection } from '#app/domain/elections/election.server.ts'
import { type ElectionRules, missingSteps } from '#app/domain/elections/election.ts'
import { tryElection } from '#app/domain/elections/trial.server.ts'
import { findPollOf, phaseOf } from '#app/domain/elections/view.server.ts'
import { readTrialWish } from '#app/domain/polls/trial.ts'
import { resultParts } from '#app/http/polls.server.ts'
import { titled } from '#app/http/titles.ts'
import { outcomeInWords } from '#app/i18n/outcome.ts'
import { useWords } from '#app/i18n/words.tsx'
import type { PageHandle } from '#app/root.tsx'
import { enterInside } from '../council/inside-only.server.ts'
import { ElectionHead } from './election-head.tsx'
import { ResultSheet } from './result-sheet.tsx'

export const handle: PageHandle = { voice: 'council', menu: 'more' }

/** From the first ballot on, made-up results beside the real ones would only mislead. */
const before: ReadonlySet<string> = new Set(['draft', 'candidates', 'roll-closed', 'ballot-ready'])

export async function loader(args: LoaderFunctionArgs) {
  const door = enterInside(args, 'election.set-up')
  const election = await door.find(getElection(door.ask.db, Number(door.params.number)))
  if (missingSteps(election.rules).length > 0) throw door.refuse('election_incomplete')
  const phase = await phaseOf(door.ask, election, await findPollOf(door.ask, election))
  if (!before.has(phase)) throw door.refuse('trial_only_before')
  const rules = election.rules as ElectionRules
  const wish = readTrialWish(door.url.searchParams)
  const { terms, options, lines, counted, lots, sheet } = await tryElection(
    door.platform,
    rules,
    wish,
    (number) => door.t('elections:trial.person', { number }),
  )
  const poll = { ...terms, rollSize: lines.length, seed: lots === null ? null : wish.seed }
  return {
    title: door.t('elections:trial.title'),
    of: rules.title,
    number: election.number,
    draft: election.state === 'draft',
    wish,
    ties: rules.runOff,
    lines,
    sheet,
    sentence: outcomeInWords(door, terms, options, sheet.outcome),
    withBranches: rules.branches.some(({ minimum }) => minimum > 0),
    poll: { method: poll.method, settings: poll.settings, seed: poll.seed },
    options: options.map((one, at) => ({ ...one, place: at + 1, drawnPlace: null, about: '' })),
    parts: sheet.outcome.kind === 'too-few' ? null : resultParts(door, poll, options, counted, lots),
    tieMissing: wish.tie && lots === null && sheet.runOffs.length === 0,
  }
}

export const meta = titled<typeof loader>(({ title, of }) => ({ title: `${title}: ${of}`, hidden: true }))

export default function ElectionTrial() {
  const page = useLoaderData<typeof loader>()
  const { t } = useWords()
  const { number, sheet } = page
  const home = `/sprecherrat/wahlen/${number}`
  return (
    <div className="flow">
      <ElectionHead
        number={number}
        of={page.of}
        at={page.draft ? `${home}/vorbereiten?schritt=pruefen` : home}
      >
        {page.title}
      </ElectionHead>
      <p className="lead">{t('elections:trial.lead')}</p>
      <Alert state="soon" title={t('polls:trial.nothing-kept')}>
        <p>{t(`elections:trial.ties-${page.ties}`)}</p>
      </Alert>
      <TrialForm to={`${home}/probelauf`} wish={page.wish} ties />
      <TrialFrame lines={page.lines} tieMissing={page.tieMissing}>
        {sheet.outcome.kind === 'options' ? (
          <ResultSheet
            result={sheet}
            sentence={page.sentence}
            withBranches={page.withBranches}
            pollNumber={null}
          />
        ) : (
          <p className="lead">{page.sentence}</p>
        )}
        {page.parts && (
          <ResultParts
            poll={page.poll}
            options={page.options}
            parts={page.parts}
            under={t('elections:trial.poll-page')}
          />
        )}
      </TrialFrame>
    </div>
  )
}
