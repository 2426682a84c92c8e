import type { LoaderFunctionArgs } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { FactList, WithFacts } from '#app/components/fact-list.tsx'
import { Go } from '#app/components/go.tsx'
import { CheckYourself } from '#app/components/polls/check-yourself.tsx'
import { PollLabel } from '#app/components/polls/poll-label.tsx'
import { voiceOf } from '#app/components/polls/poll-voice.ts'
import { PublishedBallots } from '#app/components/polls/published-ballots.tsx'
import { RunningHead } from '#app/components/running-head.tsx'
import { findBox, findPart } from '#app/domain/polls/ballots/box.server.ts'
import { findFile } from '#app/domain/polls/ballots/published.server.ts'
import { getReadablePoll } from '#app/domain/polls/poll.server.ts'
import { enter } from '#app/http/door.server.ts'
import { titled } from '#app/http/titles.ts'
import { useWords } from '#app/i18n/words.tsx'
import type { PageHandle } from '#app/root.tsx'

export const handle: PageHandle = { voice: 'council', menu: 'polls', live: ['ballots', 'polls', 'refusals'] }

/** More are in the file; a page of thousands of lines helps nobody. */
const mostShown = 300

export async function loader(args: LoaderFunctionArgs) {
  const door = enter(args)
  const poll = await door.find(getReadablePoll(door.ask, Number(door.params.number)))
  const box = await findBox(door.ask.db, poll.id)
  const file = box === null ? null : await findFile(door.platform, poll)
  const { accountId } = door.actor
  return {
    title: door.t('ballots:page.title', { question: poll.question }),
    poll: { id: poll.id, number: poll.number, question: poll.question, label: poll.label, space: poll.space },
    secrecy: poll.secrecy,
    visibility: poll.visibility,
    state: box?.state ?? null,
    manifestHash: box?.manifestHash ?? null,
    manifest: box?.manifest ?? null,
    counted: poll.countedAt !== null,
    own: accountId === null ? null : await findPart(door.ask, poll.id, accountId),
    file:
      file === null
        ? null
        : {
            hash: file.hash,
            issued: file.issued,
            count: file.ballots.length,
            shown: file.ballots
              .slice(0, mostShown)
              .map((one) => ({ hash: 'hash' in one ? one.hash : null, way: one.way, ballot: one.ballot })),
          },
  }
}

export const meta = titled<typeof loader>(({ title, visibility }) => ({
  title,
  hidden: visibility !== 'public',
}))

export default function CheckPage() {
  const page = useLoaderData<typeof loader>()
  const { poll, file, manifest } = page
  const { t } = useWords()
  return (
    <div data-voice={voiceOf(poll.space)}>
      <WithFacts
        factsLabel={t('ballots:page.facts')}
        head={
          <>
            <RunningHead
              voice={voiceOf(poll.space)}
              parts={[
                <Go key="poll" to={`/abstimmungen/${poll.number}`}>
                  {t('polls:list.number')} {poll.number}
                </Go>,
              ]}
            />
            <PollLabel label={poll.label} space={poll.space} />
            <h1>{page.title}</h1>
            <p className="lead">{t(`ballots:page.lead.${page.secrecy}`)}</p>
          </>
        }
        facts={
          <FactList
            facts={[
              ...(manifest
                ? [
                    {
                      question: t('ballots:page.roll'),
                      answer: manifest.rollSize === null ? t('ballots:page.everybody') : manifest.rollSize,
                    },
                  ]
                : []),
              ...(manifest && manifest.signers.length > 1
                ? [
                    {
                      question: t('ballots:page.signers'),
                      answer: manifest.signers
                        .map(({ name, address }) =>
                          address === undefined ? t('ballots:page.signer-house') : name,
                        )
                        .join(', '),
                    },
                  ]
                : []),
              ...(file ? [{ question: t('ballots:page.ballots'), answer: file.count }] : []),
              ...(file && file.issued.tokens > 0
                ? [{ question: t('ballots:page.tokens'), answer: file.issued.tokens }]
                : []),
              ...(file && file.issued.envelopes > 0
                ? [{ question: t('ballots:page.envelopes'), answer: file.issued.envelopes }]
                : []),
              ...(file && file.issued.papers > 0
                ? [{ question: t('ballots:page.papers'), answer: file.issued.papers }]
                : []),
              ...(page.own
                ? [{ question: t('ballots:page.own'), answer: t(`ballots:part.${page.own}`) }]
                : []),
            ]}
          />
        }
      >
        {page.secrecy === 'open' ? (
          <p>{t('ballots:page.open-votes')}</p>
        ) : file === null ? (
          <p>
            {t(
              page.state === 'void'
                ? 'refusals:ballots_void'
                : page.counted
                  ? 'ballots:page.too-few'
                  : 'ballots:page.later',
            )}
          </p>
        ) : (
          <>
            <CheckYourself number={poll.number} pollId={poll.id} blind={page.secrecy === 'blind'} />
            <PublishedBallots number={poll.number} file={file} />
          </>
        )}
        {manifest && (
          <section className="flow" aria-labelledby="bedingungen">
            <h2 id="bedingungen">{t('ballots:page.terms')}</h2>
            <p>{t('ballots:page.terms-more')}</p>
            {manifest.options.some(({ nameHash }) => nameHash !== undefined) && (
              <p>{t('ballots:page.terms-names')}</p>
            )}
            <p>
              {t('ballots:page.terms-hash')} <code className="hash">{page.manifestHash}</code>
            </p>
            <details>
              <summary>{t('ballots:page.terms-show')}</summary>
              {/* biome-ignore lint/a11y/noNoninteractiveTabindex: a frame that scrolls must be reachable by keyboard */}
              <pre className="scroll-x" tabIndex={0}>
                {JSON.stringify(manifest, null, 2)}
              </pre>
            </details>
          </section>
        )}
      </WithFacts>
    </div>
  )
}
