import type { LoaderFunctionArgs } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { Empty } from '#app/components/empty.tsx'
import { Go } from '#app/components/go.tsx'
import { Section } from '#app/components/section-head.tsx'
import { Time } from '#app/components/time.tsx'
import { getAnnounced } from '#app/domain/elections/election.server.ts'
import { findPollOf, phaseOf, readElectionResult } from '#app/domain/elections/view.server.ts'
import { enter } from '#app/http/door.server.ts'
import { titled } from '#app/http/titles.ts'
import { outcomeInWords } from '#app/i18n/outcome.ts'
import { useWords } from '#app/i18n/words.tsx'
import type { PageHandle } from '#app/root.tsx'
import { ElectionHead } from './election-head.tsx'
import { RunOffs } from './run-offs.tsx'

export const handle: PageHandle = { voice: 'council', menu: 'more' }

export async function loader(args: LoaderFunctionArgs) {
  const door = enter(args)
  const election = await door.find(getAnnounced(door.ask.db, Number(door.params.number)))
  const poll = await findPollOf(door.ask, election)
  const result = await readElectionResult(door.ask, election, poll)
  return {
    title: door.t('elections:result.title'),
    of: election.rules.title,
    number: election.number,
    pollNumber: poll?.number ?? null,
    phase: await phaseOf(door.ask, election, poll),
    result,
    sentence: result && poll ? outcomeInWords(door, poll, result.options, result.outcome) : null,
    withBranches: election.rules.branches.some(({ minimum }) => minimum > 0),
  }
}

export const meta = titled<typeof loader>(({ title, of }) => ({ title: `${title}: ${of}` }))

export default function ResultSheet() {
  const page = useLoaderData<typeof loader>()
  const { result } = page
  const { t } = useWords()
  return (
    <div className="flow result-sheet">
      <ElectionHead number={page.number} of={page.of}>
        {page.title}
      </ElectionHead>
      <p>{t(`elections:say.${page.phase}`)}</p>
      {result === null && <Empty voice="council" title={t('elections:result.none')} />}
      {result?.outcome.kind === 'too-few' && <p>{t('elections:result.too-few')}</p>}
      {result && result.outcome.kind === 'options' && (
        <>
          <p className="lead">{page.sentence}</p>
          <Section id="gewaehlt" title={t('elections:result.elected')}>
            <ol>
              {result.seats.map(({ name, branch, ownSeat, left }) => (
                <li key={name}>
                  <strong>{name}</strong>, {branch} (
                  {ownSeat === null
                    ? t('elections:result.open-seat')
                    : t('elections:result.branch-seat', { branch: ownSeat })}
                  ){left && ` – ${t('elections:result.left')}`}
                </li>
              ))}
            </ol>
            {result.next.length > 0 && (
              <p>
                {t('elections:result.next')}{' '}
                <strong>{result.next.map(({ name, branch }) => `${name} (${branch})`).join(', ')}</strong>
              </p>
            )}
          </Section>
          <Section id="beteiligung" title={t('elections:result.turnout')}>
            <p>
              {t('elections:result.turnout-say', {
                cast: result.outcome.cast,
                roll: result.rollSize ?? result.outcome.cast,
              })}{' '}
              {t('elections:result.blank')}: {result.outcome.blank}, {t('elections:result.invalid')}:{' '}
              {result.outcome.invalid}
              {result.paperSheets !== null && `, ${t('elections:result.paper')}: ${result.paperSheets}`}.
            </p>
          </Section>
          <Marks candidates={result.candidates} />
          <Section id="zaehlung" title={t('elections:result.how')}>
            <div className="flow">
              {page.withBranches && <p>{t('elections:result.how-branches')}</p>}
              <p>
                {t(
                  result.candidates.some(({ marks }) => marks !== null)
                    ? 'elections:result.how-open'
                    : 'elections:result.how-ranked',
                )}
              </p>
              {result.lot && (
                <>
                  <p>
                    <strong>{t('elections:result.lot')}:</strong>{' '}
                    {t('elections:result.lot-say', {
                      between: result.lot.between.join(', '),
                      chosen: result.lot.chosen.join(', '),
                    })}
                  </p>
                  <p>{t('elections:result.lot-seed', { seed: result.lot.seed })}</p>
                </>
              )}
              {result.runOffs.length > 0 && (
                <>
                  <p>{t('elections:run-off.how')}</p>
                  <RunOffs runOffs={result.runOffs} />
                </>
              )}
              <p>{t('elections:result.next-how')}</p>
              {page.pollNumber !== null && (
                <p className="no-print">
                  <Go to={`/abstimmungen/${page.pollNumber}/pruefen`}>{t('elections:result.check')}</Go>
                </p>
              )}
            </div>
          </Section>
          <p>
            <Time at={result.countedAt} />
          </p>
          <dl className="sign-here">
            <dt>{t('elections:result.day')}</dt>
            <dd />
            <dt>{t('elections:result.signed')}</dt>
            <dd />
          </dl>
          <p className="no-print">{t('elections:result.print')}</p>
        </>
      )}
    </div>
  )
}

type Candidates = NonNullable<ReturnType<typeof useLoaderData<typeof loader>>['result']>['candidates']

function Marks({ candidates }: { readonly candidates: Candidates }) {
  const { t } = useWords()
  const counted = candidates.some(({ marks }) => marks !== null)
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: a wide table is scrolled by keyboard, too
    <section className="scroll-x" aria-label={t('elections:result.table')} tabIndex={0}>
      <table>
        <caption>{t('elections:result.table')}</caption>
        <thead>
          <tr>
            <th scope="col">{t('elections:result.name')}</th>
            <th scope="col">{t('elections:result.branch')}</th>
            {counted && <th scope="col">{t('elections:result.marks')}</th>}
            <th scope="col">{t('elections:result.elected-mark')}</th>
          </tr>
        </thead>
        <tbody>
          {candidates.map(({ name, branch, marks, elected }) => (
            <tr key={name}>
              <th scope="row">{name}</th>
              <td>{branch}</td>
              {counted && <td>{marks}</td>}
              <td>{t(elected ? 'elections:result.yes' : 'elections:result.no')}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  )
}
