import type { LoaderFunctionArgs } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { Entries, Entry } from '#app/components/entry.tsx'
import { Go } from '#app/components/go.tsx'
import { Section } from '#app/components/section-head.tsx'
import { goalAnchor, listGoalsOf } from '#app/domain/goals/town.ts'
import { countIdeasByGoal } from '#app/domain/home/counts.server.ts'
import { enter } from '#app/http/door.server.ts'
import { titled } from '#app/http/titles.ts'
import { useWords } from '#app/i18n/words.tsx'
import type { PageHandle } from '#app/root.tsx'

export const handle: PageHandle = { voice: 'citizens', menu: 'more' }

export async function loader(args: LoaderFunctionArgs) {
  const { ask, t, lang } = enter(args)
  const counts = await countIdeasByGoal(ask)
  return {
    title: t('pages:goals.title'),
    lead: t('pages:goals.lead', { count: ask.town.goals.length }),
    fields: ask.town.fields.map(({ number, title }) => ({
      number,
      title: title[lang],
      goals: listGoalsOf(ask.town, number).map((goal) => ({
        number: goal.number,
        anchor: goalAnchor(goal.number),
        short: goal.short[lang],
        ideas: counts[goal.number] ?? 0,
      })),
    })),
  }
}

export const meta = titled<typeof loader>(({ title, lead }) => ({ title, about: lead }))

export default function Goals() {
  const { title, lead, fields } = useLoaderData<typeof loader>()
  const { t } = useWords()
  return (
    <>
      <h1>{title}</h1>
      <p className="lead">{lead}</p>
      <p>
        <Go className="text-button" to="/herkunft">
          {t('pages:goals.origin')}
        </Go>
      </p>
      {fields.map((field) => (
        <Section
          key={field.number}
          id={`feld-${field.number}`}
          title={t('pages:goals.field', { number: field.number, title: field.title })}
        >
          <Entries>
            {field.goals.map((goal) => (
              <Entry
                key={goal.number}
                numeral={goal.number}
                numeralName={t('pages:goals.numeral')}
                to={`/ziele/${goal.anchor}`}
                title={goal.short}
                voice="citizens"
                side={goal.ideas > 0 ? t('pages:goals.ideas-count', { count: goal.ideas }) : null}
              />
            ))}
          </Entries>
        </Section>
      ))}
    </>
  )
}
