import type { LoaderFunctionArgs } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { ButtonLink } from '#app/components/button.tsx'
import { Empty } from '#app/components/empty.tsx'
import { Entries } from '#app/components/entry.tsx'
import { Pager } from '#app/components/pager.tsx'
import { PollEntry, type PollInList } from '#app/components/polls/poll-entry.tsx'
import { Section } from '#app/components/section-head.tsx'
import { listPolls, pollsPerPage } from '#app/domain/polls/list.server.ts'
import { listedPolls } from '#app/domain/polls/listed.server.ts'
import { spacesToSetUp } from '#app/domain/polls/space.ts'
import { enter } from '#app/http/door.server.ts'
import { inList } from '#app/http/polls.server.ts'
import { titled } from '#app/http/titles.ts'
import { useWords } from '#app/i18n/words.tsx'
import type { PageHandle } from '#app/root.tsx'

export const handle: PageHandle = { voice: 'council', menu: 'polls' }

export async function loader(args: LoaderFunctionArgs) {
  const door = enter(args)
  const page = door.page()
  const { open, announced, past, pastTotal } = await listPolls(door.ask, page)
  return {
    title: door.t('polls:title'),
    now: door.ask.now,
    page,
    pages: Math.ceil(pastTotal / pollsPerPage),
    open: page === 1 ? inList(door, await listedPolls(door.ask, open)) : [],
    announced: page === 1 ? inList(door, await listedPolls(door.ask, announced)) : [],
    past: inList(door, await listedPolls(door.ask, past)),
    maySetUp: spacesToSetUp(door.actor).length > 0,
  }
}

export const meta = titled<typeof loader>(({ title }) => ({ title }))

export default function Polls() {
  const { title, open, announced, past, page, pages, maySetUp, now } = useLoaderData<typeof loader>()
  const { t } = useWords()
  const nothing = open.length + announced.length + past.length === 0
  const entries = (polls: readonly PollInList[]) => (
    <Entries>
      {polls.map((poll) => (
        <PollEntry key={poll.number} poll={poll} now={now} />
      ))}
    </Entries>
  )
  return (
    <>
      <div className="flow">
        <h1>{title}</h1>
        <p className="lead">{t('polls:lead')}</p>
        {maySetUp && (
          <p>
            <ButtonLink kind={open.length > 0 ? 'quiet' : 'main'} to="/abstimmungen/neu">
              {t('polls:set-up-new')}
            </ButtonLink>
          </p>
        )}
      </div>
      {page === 1 && (
        <Section id="offen" title={t('polls:list.open')}>
          {open.length > 0 ? (
            entries(open)
          ) : (
            <Empty voice="council" title={t(nothing ? 'polls:none-ever' : 'polls:none')} />
          )}
        </Section>
      )}
      {announced.length > 0 && (
        <Section id="bald" title={t('polls:list.announced')}>
          {entries(announced)}
        </Section>
      )}
      {past.length > 0 && (
        <Section id="ergebnisse" title={t('polls:list.past')}>
          {entries(past)}
        </Section>
      )}
      <Pager page={page} pages={pages} address={(number) => `/abstimmungen?seite=${number}`} />
      <p className="no-print feed-link">
        <a href="/abstimmungen.atom">{t('polls:list.feed')}</a>
      </p>
    </>
  )
}
