import type { LoaderFunctionArgs } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { Empty } from '#app/components/empty.tsx'
import { Time } from '#app/components/time.tsx'
import { getAnnounced } from '#app/domain/elections/election.server.ts'
import { findPollOf, phaseOf, readElectionResult } from '#app/domain/elections/view.server.ts'
import { enter } from '#app/http/door.server.ts'
import { titled } from '#app/http/titles.ts'
import { outcomeInWords } from '#app/i18n/outcome.ts'
import { useWords } from '#app/i18n/words.tsx'
import type { PageHandle } from '#app/root.tsx'
import { ElectionHead } from './election-head.tsx'
import { ResultSheet } from './result-sheet.tsx'

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

export default function ElectionResult() {
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
          <ResultSheet
            result={result}
            sentence={page.sentence}
            withBranches={page.withBranches}
            pollNumber={page.pollNumber}
          />
          <p>
            {t('elections:result.counted-on')} <Time at={result.countedAt} />
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
