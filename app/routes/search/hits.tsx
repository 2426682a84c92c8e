import { Alert } from '#app/components/alert.tsx'
import { Actions, ButtonLink } from '#app/components/button.tsx'
import { Empty } from '#app/components/empty.tsx'
import { Entries, Entry } from '#app/components/entry.tsx'
import { Go } from '#app/components/go.tsx'
import { ringOf } from '#app/components/ideas/ring.ts'
import { MarkedText } from '#app/components/marked-text.tsx'
import { AmendmentStatus } from '#app/components/standards/amendment-status.tsx'
import { StageStatus } from '#app/components/standards/stage-status.tsx'
import { Status } from '#app/components/status.tsx'
import type { Found } from '#app/domain/search/search.server.ts'
import type { AmendmentState } from '#app/domain/standards/amendment.ts'
import type { ClauseStage } from '#app/domain/standards/clause.ts'
import { useWords } from '#app/i18n/words.tsx'

export interface HitsProps {
  readonly hits: readonly Found[]
  readonly total: number
  readonly tooMany: boolean
  readonly typed: string
}

/** First what has the very words, then what has them inside longer ones. */
export function Hits({ hits, total, tooMany, typed }: HitsProps) {
  const { t } = useWords()
  if (total === 0) {
    return (
      <Empty title={t('pages:search.none', { query: typed })}>
        <p>{t('pages:search.none-hint')}</p>
        <Actions>
          <ButtonLink kind="quiet" to="/ideen/neu">
            {t('pages:search.none-post')}
          </ButtonLink>
        </Actions>
      </Empty>
    )
  }
  const words = hits.filter((hit) => hit.tier === 'words')
  const fragments = hits.filter((hit) => hit.tier === 'fragments')
  return (
    <>
      <p className="quiet">
        {tooMany
          ? t('pages:search.too-many', { count: total })
          : `${t('pages:search.hits', { count: total })}. ${t('pages:search.order')}`}
      </p>
      {words.length > 0 && (
        <section aria-labelledby="treffer">
          <h2 className="found-head" id="treffer">
            {t('pages:search.tier-words')}
          </h2>
          <Entries>{words.map((hit) => FoundEntry({ hit, t }))}</Entries>
        </section>
      )}
      {fragments.length > 0 && (
        <section aria-labelledby="aehnlich">
          <h2 className="found-head" id="aehnlich">
            {t('pages:search.tier-fragments')}
          </h2>
          <p className="quiet">{t('pages:search.fragments-lead')}</p>
          <Entries>{fragments.map((hit) => FoundEntry({ hit, t }))}</Entries>
        </section>
      )}
    </>
  )
}

function FoundEntry({ hit, t }: { readonly hit: Found; readonly t: ReturnType<typeof useWords>['t'] }) {
  const titled = hit.kind !== 'contribution'
  const named = {
    idea: t('components:idea.number'),
    contribution: t('components:idea.number'),
    poll: t('polls:list.number'),
    agendaItem: t('pages:search.kind.agendaItem'),
    resolution: t('pages:search.kind.resolution'),
    minutes: t('pages:search.kind.minutes'),
    clause: t('standards:clause.word'),
    amendment: t('standards:amendment.word'),
  }[hit.kind]
  const table = hit.kind === 'agendaItem' || hit.kind === 'resolution' || hit.kind === 'minutes'
  const drawn = hit.kind === 'idea' || hit.kind === 'contribution' ? 'citizens' : 'council'
  return (
    <Entry
      key={hit.to}
      numeral={hit.number}
      numeralName={named}
      to={hit.to}
      title={
        titled ? (
          <span lang={hit.language}>
            <MarkedText pieces={hit.title} />
          </span>
        ) : (
          t('pages:search.contribution', { number: hit.number })
        )
      }
      thought={
        <span lang={hit.language}>
          <MarkedText pieces={hit.text} />
        </span>
      }
      meta={
        titled
          ? [hit.kind === 'idea' ? t('pages:search.idea', { number: hit.number }) : `${named} ${hit.number}`]
          : [t('pages:search.in', { title: hit.title.map((piece) => piece.text).join('') })]
      }
      voice={table ? 'table' : drawn}
      side={<StateOf hit={hit} />}
    />
  )
}

function StateOf({ hit }: { readonly hit: Found }) {
  if (hit.state) return <Status state={ringOf(hit.state)} />
  if (hit.inStandard === null) return null
  return hit.kind === 'clause' ? (
    <StageStatus stage={hit.inStandard as ClauseStage} />
  ) : (
    <AmendmentStatus state={hit.inStandard as AmendmentState} />
  )
}

/** A number was typed: what has it, or that nothing has. */
export function JumpHint({
  jump,
}: {
  readonly jump: {
    readonly to: string
    readonly kind: Found['kind']
    readonly number: number
    readonly there: boolean
  }
}) {
  const { t } = useWords()
  const { kind, number, there, to } = jump
  if (!there) {
    return (
      <Alert
        title={t(kind === 'idea' ? 'pages:search.no-idea' : 'pages:search.no-contribution', { number })}
      />
    )
  }
  return (
    <p>
      <Go className="text-button lead" to={to}>
        {t('pages:search.meant-idea', { number })}
      </Go>
    </p>
  )
}

/** Goals and districts the same words mean. */
export function PagesFound({
  goals,
  districts,
}: {
  readonly goals: readonly { readonly number: string; readonly anchor: string; readonly short: string }[]
  readonly districts: readonly { readonly slug: string; readonly name: string }[]
}) {
  const { t } = useWords()
  if (goals.length + districts.length === 0) return null
  return (
    <section aria-labelledby="seiten">
      <h2 className="found-head" id="seiten">
        {t('pages:search.pages')}
      </h2>
      <ul className="word-list">
        {districts.map(({ slug, name }) => (
          <li key={slug}>
            <Go to={`/stadtteile/${slug}`}>{t('pages:districts.heading', { district: name })}</Go>
          </li>
        ))}
        {goals.map(({ number, anchor, short }) => (
          <li key={number}>
            <Go to={`/ziele/${anchor}`}>{t('pages:goals.heading', { number, short })}</Go>
          </li>
        ))}
      </ul>
    </section>
  )
}
