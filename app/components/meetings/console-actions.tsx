import { Alert } from '#app/components/alert.tsx'
import type { ConsolePart } from '#app/components/meetings/console.tsx'
import { ConsoleMotions, EnterMotion } from '#app/components/meetings/console-motions.tsx'
import { ConsoleVote } from '#app/components/meetings/console-vote.tsx'
import { Deed } from '#app/components/meetings/deed.tsx'
import { Timer } from '#app/components/meetings/speaking.tsx'
import { FairnessLine } from '#app/components/meetings/table-now.tsx'
import { isOpenMotion } from '#app/domain/meetings/motion.ts'
import { signalKinds } from '#app/domain/meetings/signals.ts'
import type { Stand } from '#app/domain/meetings/stand.ts'
import { undoMs } from '#app/domain/meetings/steps.ts'
import { voteOnWall } from '#app/domain/meetings/wall.ts'
import { placeInWords, whoInWords } from '#app/i18n/meeting-words.ts'
import { useWords, type Words } from '#app/i18n/words.tsx'

/** What the chair does: the one likely next thing large, the others around it, and what to say. */
export function ConsoleActions(part: ConsolePart) {
  const words = useWords()
  const { t } = words
  const { stand, now } = part
  if (stand.state === 'ended' || stand.state === 'cancelled') {
    return (
      <section className="console-deeds">
        <Alert title={t(`meetings:state.${stand.state}`)} />
        <UndoDeed {...part} />
      </section>
    )
  }
  if (stand.state === 'planned' || stand.state === 'invited') {
    return (
      <section className="console-deeds">
        <h2>{t('meetings:console.before')}</h2>
        <Deed part={part} intent="opened" main>
          {t('meetings:console.open')}
        </Deed>
        <p className="hint">{t('meetings:console.open-hint')}</p>
      </section>
    )
  }
  const vote = stand.vote !== null && stand.vote.closedAt === null ? stand.vote : null
  const motions = stand.motions.filter((motion) =>
    isOpenMotion({ ...motion, moverId: '', movedAt: '', objectorId: null, pollId: null }),
  )
  // A result is read out first; what comes next has time until the debate goes on.
  const said = stand.vote?.result != null && voteOnWall(stand) !== null
  const next = stand.places[0]
  const following = nextItem(stand)
  return (
    <section className="console-deeds" aria-labelledby="konsole-jetzt">
      <UndoDeed {...part} />
      <h2 id="konsole-jetzt" className="small-head">
        {t('meetings:speaking.now')}
      </h2>
      {stand.speech ? (
        <div className="console-speech">
          <p className="name">{whoInWords(words, stand.speech.who)}</p>
          <p className="quiet">{placeInWords(words, stand.speech.who)}</p>
          <Timer speech={stand.speech} now={now} />
        </div>
      ) : (
        <p className="name">{t('meetings:speaking.nobody')}</p>
      )}
      {stand.pause ? (
        <>
          <Alert state="soon" title={t(`meetings:pause.${stand.pause.why}`)} />
          <Deed part={part} intent="resumed" hotkey="P" main>
            {t('meetings:console.resume')}
          </Deed>
        </>
      ) : (
        <>
          {vote === null && stand.currentId !== null && (
            <Deed part={part} intent="call" hotkey="R" main disabled={!next}>
              {next
                ? t('meetings:console.next-speech', { name: whoInWords(words, next.who) })
                : t('meetings:console.nobody-waits')}
            </Deed>
          )}
          {stand.currentId === null && following && (
            <Deed part={part} intent="item-called" fields={{ item: following.id }} hotkey="N" main>
              {t('meetings:console.first-item', {
                number: following.number,
                title: following.open?.title ?? t('meetings:closed.title'),
              })}
            </Deed>
          )}
          <div className="deed-grid">
            {stand.speech && stand.speech.clock.stoppedAt === null && (
              <Deed part={part} intent="clock-stopped" fields={{ why: 'chair' }} hotkey=" ">
                {t('meetings:console.stop-clock')}
              </Deed>
            )}
            {stand.speech && stand.speech.clock.stoppedAt !== null && (
              <Deed part={part} intent="clock-running" hotkey=" ">
                {t('meetings:console.run-clock')}
              </Deed>
            )}
            {stand.speech && (
              <Deed part={part} intent="extend" hotkey="+">
                {t('meetings:console.extend')}
              </Deed>
            )}
            {stand.speech && (
              <Deed part={part} intent="speech-ended">
                {t('meetings:console.end-speech')}
              </Deed>
            )}
            <Deed part={part} intent="paused" fields={{ why: 'break' }} hotkey="P">
              {t('meetings:console.pause')}
            </Deed>
            <Deed part={part} intent="paused" fields={{ why: 'interpreting' }}>
              {t('meetings:console.wait')}
            </Deed>
            {following && stand.currentId !== null && vote === null && (
              <Deed part={part} intent="item-called" fields={{ item: following.id }} hotkey="N">
                {t('meetings:console.next-item')}
              </Deed>
            )}
            <Deed part={part} intent={stand.projector === 'frozen' ? 'unfrozen' : 'frozen'}>
              {t(stand.projector === 'frozen' ? 'meetings:console.unfreeze' : 'meetings:console.freeze')}
            </Deed>
          </div>
        </>
      )}
      {motions.length > 0 && <ConsoleMotions {...part} />}
      <ConsoleVote {...part} />
      {stand.currentId !== null && !stand.pause && vote === null && (
        <EnterMotion part={part} hotkey={motions.length === 0 ? 'G' : undefined} />
      )}
      {!said && (
        <blockquote className="read-out">
          <p className="small-head">{t('meetings:console.read-out')}</p>
          <p>{sayNow(words, stand)}</p>
        </blockquote>
      )}
      <FairnessLine stand={stand} />
      <SignalLine stand={stand} />
      <details>
        <summary>{t('meetings:console.close-item')}</summary>
        {stand.currentId !== null && (
          <div className="deed-grid">
            {(['done', 'postponed', 'referred', 'dropped'] as const).map((outcome) => (
              <Deed
                key={outcome}
                part={part}
                intent="item-closed"
                fields={{ item: stand.currentId ?? '', outcome }}
              >
                {t(`meetings:item-state.${outcome}`)}
              </Deed>
            ))}
          </div>
        )}
        {!stand.pause && (
          <Deed part={part} intent="paused" fields={{ why: 'technical' }}>
            {t('meetings:console.technical')}
          </Deed>
        )}
        <Deed part={part} intent="ended">
          {t('meetings:console.end')}
        </Deed>
      </details>
    </section>
  )
}

/** What the room signals silently, as far as it may be shown. */
function SignalLine({ stand }: { readonly stand: Stand }) {
  const { t } = useWords()
  const signs = signalKinds.flatMap((kind) =>
    stand.signals[kind] === null ? [] : [`${t(`meetings:signal.${kind}`)} ${stand.signals[kind]}`],
  )
  if (signs.length === 0) return null
  return (
    <p>
      <strong>{t('meetings:signal.now', { signs: signs.join(' · ') })}</strong>
    </p>
  )
}

function UndoDeed(part: ConsolePart) {
  const { t } = useWords()
  const { stand, now } = part
  if (stand.turnType === null || stand.turnAt === null) return null
  const left = Math.ceil((Date.parse(stand.turnAt) + undoMs - Date.parse(now)) / 1000)
  const deed = t('meetings:console.last', { deed: t(`meetings:step.${stand.turnType as 'opened'}`) })
  return (
    <div className="undo">
      <p className="quiet">{deed}</p>
      {left > 0 && (
        <Deed part={part} intent="undo" hotkey="Z">
          {t('meetings:console.undo', { count: left })}
        </Deed>
      )}
    </div>
  )
}

function nextItem(stand: Stand) {
  const from = stand.items.findIndex(({ id }) => id === stand.currentId)
  const ahead = stand.items.filter(({ state }) => state === 'ahead' || state === 'postponed')
  return ahead.find((item) => stand.items.indexOf(item) > from) ?? (from === -1 ? ahead[0] : undefined)
}

/** What the chair can read out at this moment. */
function sayNow(words: Words, stand: Stand): string {
  const { t } = words
  if (stand.pause) return t('meetings:say.pause')
  if (stand.vote && stand.vote.closedAt === null)
    return t('meetings:say.vote', { question: stand.vote.question })
  const current = stand.items.find(({ id }) => id === stand.currentId)
  const next = stand.places[0]
  if (stand.speech && next) {
    return t(next.who.online ? 'meetings:say.then-online' : 'meetings:say.then', {
      name: whoInWords(words, stand.speech.who),
      next: whoInWords(words, next.who),
    })
  }
  if (stand.speech) return t('meetings:say.speaks', { name: whoInWords(words, stand.speech.who) })
  if (next) return t('meetings:say.next', { next: whoInWords(words, next.who) })
  if (!current) return t('meetings:say.begin')
  return t('meetings:say.item', {
    number: current.number,
    title: current.open?.title ?? t('meetings:closed.title'),
  })
}
