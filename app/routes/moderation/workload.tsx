import type { LoaderFunctionArgs } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { FactList } from '#app/components/fact-list.tsx'
import { Go } from '#app/components/go.tsx'
import { Section } from '#app/components/section-head.tsx'
import { Time } from '#app/components/time.tsx'
import { moderationFigures } from '#app/domain/moderation/figures.server.ts'
import { monthOf } from '#app/domain/moderation/month.ts'
import { caseKinds, readWorkload } from '#app/domain/moderation/queue.server.ts'
import { enter } from '#app/http/door.server.ts'
import { titled } from '#app/http/titles.ts'
import { useWords } from '#app/i18n/words.tsx'
import type { PageHandle } from '#app/root.tsx'
import { figureWords } from './figure-words.ts'

export const handle: PageHandle = { voice: 'none' }

export async function loader(args: LoaderFunctionArgs) {
  const door = enter(args)
  const workload = await door.find(readWorkload(door.ask))
  const { timeZone, rules } = door.platform.town
  return {
    title: door.t('moderation:workload.title'),
    ...workload,
    kinds: caseKinds.map((kind) => ({ kind, count: workload.counts[kind] })),
    figures: await moderationFigures(door.ask, monthOf(door.ask.now, timeZone)),
    small: rules.smallNumber,
    now: door.ask.now,
  }
}

export const meta = titled<typeof loader>(({ title }) => ({ title, hidden: true }))

export default function Workload() {
  const { title, waiting, overdue, oldestAt, kinds, people, figures, small, now } =
    useLoaderData<typeof loader>()
  const { t } = useWords()
  return (
    <div className="flow">
      <h1>{title}</h1>
      <p className="lead">{t('moderation:workload.lead')}</p>
      <FactList
        facts={[
          { question: t('moderation:workload.waiting'), answer: waiting },
          { question: t('moderation:workload.overdue'), answer: overdue },
          {
            question: t('moderation:workload.oldest'),
            answer: oldestAt ? <Time at={oldestAt} as="near" now={now} /> : t('moderation:workload.nothing'),
          },
          ...kinds.map(({ kind, count }) => ({
            question: t(`moderation:queue.kinds.${kind}`),
            answer: count,
          })),
        ]}
      />
      <Section id="people" title={t('moderation:workload.people')}>
        <Numbers
          label="people"
          head={[t('moderation:workload.person'), t('moderation:workload.decided')]}
          rows={people.map(({ name, decided }) => [name, String(decided)])}
        />
      </Section>
      <Section id="figures" title={t('moderation:workload.figures')}>
        <Numbers
          label="figures"
          head={[t('moderation:workload.kind'), t('moderation:workload.decided')]}
          rows={figures.map((figure) => figureWords(t, figure, small))}
        />
      </Section>
      <p>
        <Go to="/moderation">{t('moderation:workload.back')}</Go>
      </p>
    </div>
  )
}

function Numbers({
  label,
  head,
  rows,
}: {
  readonly label: string
  readonly head: readonly [string, string]
  readonly rows: readonly (readonly [string, string])[]
}) {
  return (
    <table className="table" aria-labelledby={label}>
      <thead>
        <tr>
          <th scope="col">{head[0]}</th>
          <th scope="col">{head[1]}</th>
        </tr>
      </thead>
      <tbody>
        {rows.map(([name, value]) => (
          <tr key={name}>
            <th scope="row">{name}</th>
            <td>{value}</td>
          </tr>
        ))}
      </tbody>
    </table>
  )
}
