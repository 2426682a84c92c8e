import { addressWith } from '#app/components/conversations/address.ts'
import { Composing } from '#app/components/conversations/composing.tsx'
import { ConnectionLine } from '#app/components/conversations/connection-line.tsx'
import {
  type ContributionNote,
  OneContribution,
  type OnPage,
} from '#app/components/conversations/one-contribution.tsx'
import { Tools } from '#app/components/conversations/tools.tsx'
import { Empty } from '#app/components/empty.tsx'
import { NewsBar } from '#app/components/news-bar.tsx'
import { Pager } from '#app/components/pager.tsx'
import { Remembered } from '#app/components/remembered.tsx'
import { Section } from '#app/components/section-head.tsx'
import { Tabs } from '#app/components/tabs.tsx'
import type { ReadContribution } from '#app/domain/conversations/conversation.server.ts'
import type { LoadedConversation } from '#app/http/conversation.server.ts'
import { hourOf } from '#app/i18n/dates.ts'
import { useWords } from '#app/i18n/words.tsx'
import { useTalk } from '#app/live/use-talk.ts'

/** A conversation on the page of whatever it is about. Complete without scripts; with them it is live. */
export function Conversation({
  talk,
  note,
}: {
  readonly talk: LoadedConversation
  /** What the thing talked about has to say of a contribution, such as the version it was written to. */
  readonly note?: ContributionNote
}) {
  const { t } = useWords()
  const live = useTalk(talk)
  const isShown = (one: ReadContribution) => one.number <= live.shownUpTo
  const shown = talk.contributions.filter(isShown)
  const onPage = (one: ReadContribution): OnPage => ({
    one: { ...one, replies: one.replies.filter(isShown) },
    here: talk.here,
    address: talk.address,
    now: hourOf(talk.now),
  })
  return (
    <Section id="gespraech" title={t('conversations:head.title')} lead={<Counts talk={talk} />}>
      {talk.count > 0 && (
        <>
          <Tabs
            label={t('conversations:view.name')}
            tabs={(['reasons', 'time'] as const).map((view) => ({
              to: addressWith(talk.here, {
                ansicht: view === 'time' ? 'zeit' : null,
                seite: null,
                alles: null,
              }),
              title: t(`conversations:view.${view}`),
              current: talk.view === view,
            }))}
          />
          <Tools talk={talk} />
        </>
      )}
      {talk.count === 0 && live.waiting === 0 && (
        <Empty voice="citizens" title={t('conversations:head.empty')} />
      )}
      <div className="thread">
        {shown.map((one) =>
          note ? (
            <div key={one.publicNumber}>
              <OneContribution {...onPage(one)} formKey={talk.formKey} note={note} />
            </div>
          ) : (
            <Remembered
              key={one.publicNumber}
              piece={OneContribution}
              properties={onPage(one)}
              late={{ formKey: talk.formKey }}
            />
          ),
        )}
      </div>
      {talk.page !== null && (
        <Pager
          page={talk.page}
          pages={talk.pages}
          label={t('conversations:tools.pages')}
          address={(page) => `${addressWith(talk.here, { seite: String(page), antwort: null })}#gespraech`}
        />
      )}
      <Composing talk={talk} onTyping={live.sayTyping} onSent={live.show} />
      <ConnectionLine talk={talk} live={live} />
      {/* biome-ignore lint/a11y/useKeyWithClickEvents lint/a11y/noStaticElementInteractions: the link inside takes keys and clicks alike */}
      <div
        onClick={(click) => {
          if (!(click.target instanceof Element) || click.target.closest('a') === null) return
          click.preventDefault()
          live.showWaiting()
        }}
      >
        <NewsBar count={live.waiting} to={live.waitingAt} />
      </div>
    </Section>
  )
}

function Counts({ talk }: { readonly talk: LoadedConversation }) {
  const { t } = useWords()
  if (talk.count === 0) return null
  return (
    <>
      {t('conversations:head.count', { count: talk.count })}
      {talk.questions > 0 &&
        ` ${t('conversations:head.questions', { count: talk.questions, open: talk.openQuestions })}`}
    </>
  )
}
