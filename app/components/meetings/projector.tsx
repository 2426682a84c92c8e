import { Glyph } from '#app/components/mark.tsx'
import { Places } from '#app/components/meetings/places.tsx'
import { Timer } from '#app/components/meetings/speaking.tsx'
import { VoteResult } from '#app/components/meetings/vote-now.tsx'
import { isByHand } from '#app/domain/meetings/by-hand.ts'
import { voteOnWall } from '#app/domain/meetings/wall.ts'
import { clock, townZone } from '#app/i18n/dates.ts'
import { pointInWords, turnoutInWords, whoInWords } from '#app/i18n/meeting-words.ts'
import { useWords } from '#app/i18n/words.tsx'
import { useServerClock } from '#app/live/use-server-clock.ts'
import { useStand } from '#app/live/use-stand.ts'
import type { ProjectorPage } from '#app/routes/meetings/projector.tsx'

/** On the wall: large, without controls, with a clock, so that a picture that has stopped is noticed. */
export function Projector({ page }: { readonly page: ProjectorPage }) {
  const words = useWords()
  const { t } = words
  const { stand, live } = useStand({
    meetingId: page.meetingId,
    inside: false,
    projector: true,
    stand: page.stand,
    own: null,
  })
  const now = useServerClock(stand.now, true)
  const current = stand.items.find(({ id }) => id === stand.currentId)
  const vote = voteOnWall(stand)
  const running = vote !== null && vote.closedAt === null
  return (
    <div className="projector">
      {/* Without scripts the wall fetches itself anew; with them this is never read. */}
      <noscript>
        <meta httpEquiv="refresh" content="10" />
      </noscript>
      <header>
        <p>
          <Glyph voice="table" />
          <span>
            {vote
              ? t(running ? 'meetings:projector.vote' : 'meetings:projector.result')
              : pointInWords(words, stand)}
          </span>
          {live.state === 'lost' && <span>{t('meetings:projector.lost')}</span>}
        </p>
        <p className="clock">{t('components:date.time', { time: clock(now, townZone) })}</p>
      </header>
      <h1>
        {stand.closed
          ? t('meetings:closed.now')
          : stand.pause
            ? t(`meetings:pause.${stand.pause.why}`)
            : vote
              ? vote.question
              : (current?.open?.title ?? stand.title)}
      </h1>
      {!stand.closed && !stand.pause && (
        <div className="projector-body">
          {vote ? (
            running ? (
              <p className="turnout-large">
                {isByHand(vote) && vote.votes === 0 ? (
                  t('meetings:vote.raise')
                ) : vote.exact || vote.votes > 0 ? (
                  <>
                    <b>{vote.votes}</b>{' '}
                    <span>
                      {t(vote.exact ? 'meetings:projector.of' : 'meetings:projector.of-at-least', {
                        voters: vote.voters,
                      })}
                    </span>
                  </>
                ) : (
                  turnoutInWords(words, vote)
                )}
              </p>
            ) : (
              <VoteResult vote={vote} wall />
            )
          ) : (
            current && (
              <>
                <div>
                  <h2>{t('meetings:speaking.now')}</h2>
                  {stand.speech ? (
                    <>
                      <p className="name">{whoInWords(words, stand.speech.who)}</p>
                      <Timer speech={stand.speech} now={now} />
                    </>
                  ) : (
                    <p className="name">{t('meetings:speaking.nobody')}</p>
                  )}
                </div>
                <div>
                  <h2>{t('meetings:list.next')}</h2>
                  <Places stand={stand} most={3} reasons={false} />
                </div>
              </>
            )
          )}
        </div>
      )}
      <footer>
        <svg
          className="qr"
          viewBox={`-2 -2 ${page.code.size + 4} ${page.code.size + 4}`}
          role="img"
          aria-label={t('meetings:projector.code', { address: page.address })}
        >
          <rect className="qr-ground" x="-2" y="-2" width={page.code.size + 4} height={page.code.size + 4} />
          <path className="qr-squares" d={page.code.path} />
        </svg>
        <p>
          {t('meetings:projector.join')}
          <br />
          <strong>{page.address}</strong>
        </p>
      </footer>
    </div>
  )
}
