import type { LoaderFunctionArgs } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { Go } from '#app/components/go.tsx'
import { Section } from '#app/components/section-head.tsx'
import { exportAccount } from '#app/domain/people/export.server.ts'
import { enter } from '#app/http/door.server.ts'
import { titled } from '#app/http/titles.ts'
import { useWords, type WordKey } from '#app/i18n/words.tsx'
import type { PageHandle } from '#app/root.tsx'
import { requireAccount } from './signed-in.server.ts'

export const handle: PageHandle = { menu: 'account' }

export async function loader(args: LoaderFunctionArgs) {
  const door = enter(args)
  requireAccount(door)
  const parts = await exportAccount(door.ask)
  return {
    title: door.t('people:export.title'),
    parts: parts.map(({ table, rows }) => ({
      table,
      rows: rows.map((row) =>
        Object.entries(row)
          .filter(([, value]) => value !== null && value !== '')
          .map(([column, value]) => ({ column, value: String(value) })),
      ),
    })),
  }
}

export const meta = titled<typeof loader>(({ title }) => ({ title, hidden: true }))

export default function Export() {
  const { title, parts } = useLoaderData<typeof loader>()
  const { t } = useWords()
  return (
    <div className="flow">
      <h1>{title}</h1>
      <p className="lead">{t('people:export.lead')}</p>
      <p>
        <a href="/konto/export.json" download>
          {t('people:export.json')}
        </a>
      </p>
      {parts.map(({ table, rows }) => (
        <Section
          key={table}
          id={`teil-${table}`}
          title={t(`people:export.table.${table}` as WordKey)}
          lead={t('people:export.rows', { count: rows.length })}
        >
          <ol>
            {rows.map((row, place) => (
              // biome-ignore lint/suspicious/noArrayIndexKey: rows of an export never change places
              <li key={place}>
                <dl className="fact-list">
                  {row.map(({ column, value }) => (
                    <div key={column}>
                      <dt>{t(`people:export.column.${column}` as WordKey)}</dt>
                      <dd>{value}</dd>
                    </div>
                  ))}
                </dl>
              </li>
            ))}
          </ol>
        </Section>
      ))}
      <p>
        <Go to="/konto">{t('people:back')}</Go>
      </p>
    </div>
  )
}
