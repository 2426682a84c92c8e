import type { LoaderFunctionArgs } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { Go } from '#app/components/go.tsx'
import { Section } from '#app/components/section-head.tsx'
import { type Goal, goalAnchor, listGoalsOf, type Town } from '#app/domain/goals/town.ts'
import { enter } from '#app/http/door.server.ts'
import { titled } from '#app/http/titles.ts'
import type { Lang } from '#app/i18n/languages.ts'
import { useWords } from '#app/i18n/words.tsx'
import type { PageHandle } from '#app/root.tsx'

export const handle: PageHandle = { voice: 'none', menu: 'more' }

export async function loader(args: LoaderFunctionArgs) {
  const { ask, t, lang, visit } = enter(args)
  return {
    title: t('pages:origin.title'),
    lead: t('pages:origin.lead', { town: visit.site.town }),
    plan: planIn(ask.town, lang),
    german: lang === 'de' ? null : planIn(ask.town, 'de'),
  }
}

export const meta = titled<typeof loader>(({ title, lead }) => ({ title, about: lead }))

type Plan = ReturnType<typeof planIn>

function planIn(town: Town, lang: Lang) {
  return {
    lang,
    title: town.origin.title[lang],
    fields: town.fields.map(({ number, title }) => ({
      number,
      title: title[lang],
      parts: partsOf(listGoalsOf(town, number), lang),
    })),
  }
}

interface PlanLine {
  readonly number: string
  readonly anchor: string
  readonly text: string
}

/** The plan is a row of lists; a sentence that stands alone ends one list, and another begins after it. */
function partsOf(
  goals: readonly Goal[],
  lang: Lang,
): readonly { alone: boolean; lines: readonly PlanLine[] }[] {
  const parts: { alone: boolean; lines: PlanLine[] }[] = []
  for (const goal of goals) {
    const alone = goal.standsAlone === true
    const line = { number: goal.number, anchor: goalAnchor(goal.number), text: goal.text[lang] }
    const last = parts.at(-1)
    if (last && !alone && !last.alone) last.lines.push(line)
    else parts.push({ alone, lines: [line] })
  }
  return parts
}

export default function Origin() {
  const { title, lead, plan, german } = useLoaderData<typeof loader>()
  const { t } = useWords()
  return (
    <>
      <div className="flow">
        <h1>{title}</h1>
        <p className="lead">{lead}</p>
        <p>{t('pages:origin.how')}</p>
        {german && <p className="quiet">{t('pages:origin.translated')}</p>}
      </div>
      <Section id="wortlaut" title={plan.title}>
        <PlanText plan={plan} linked />
      </Section>
      {german && (
        <Section id="deutsch" title={t('pages:origin.german-text')}>
          <div lang="de">
            <p className="lead">{german.title}</p>
            <PlanText plan={german} />
          </div>
        </Section>
      )}
      <p className="section">
        <Go className="text-button" to="/ziele">
          {t('pages:origin.all-goals')}
        </Go>
      </p>
    </>
  )
}

/** Every sentence with its anchor ('#1-1') and the way to its goal. */
function PlanText({ plan, linked = false }: { readonly plan: Plan; readonly linked?: boolean }) {
  const { t } = useWords()
  const line = ({ number, anchor, text }: PlanLine) => (
    <>
      <span className="words">{text}</span>
      {linked && (
        <Go className="to-goal" to={`/ziele/${anchor}`}>
          {t('pages:origin.to-goal', { number })}
        </Go>
      )}
    </>
  )
  return (
    <div className="plan">
      {plan.fields.map((field) => (
        <div key={field.number}>
          <h3>
            {field.number}. {field.title}
          </h3>
          {field.parts.map(({ alone, lines }) =>
            alone ? (
              lines.map((one) => (
                <p key={one.number} className="alone" id={linked ? one.anchor : undefined}>
                  {line(one)}
                </p>
              ))
            ) : (
              <ul key={lines[0]?.number}>
                {lines.map((one) => (
                  <li key={one.number} id={linked ? one.anchor : undefined}>
                    {line(one)}
                  </li>
                ))}
              </ul>
            ),
          )}
        </div>
      ))}
    </div>
  )
}
