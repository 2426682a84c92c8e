import type { LoaderFunctionArgs } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { Button } from '#app/components/button.tsx'
import { Empty } from '#app/components/empty.tsx'
import { Field } from '#app/components/field.tsx'
import { Form } from '#app/components/form.tsx'
import { Go } from '#app/components/go.tsx'
import { Changes } from '#app/components/standards/changes.tsx'
import { StandardHead } from '#app/components/standards/standard-head.tsx'
import { listVersions, readPrinted } from '#app/domain/standards/adoption.server.ts'
import { compareVersions } from '#app/domain/standards/compare.ts'
import { getReadableStandard } from '#app/domain/standards/standard.server.ts'
import { listChangesBetween } from '#app/domain/standards/view.server.ts'
import { enter } from '#app/http/door.server.ts'
import { titled } from '#app/http/titles.ts'
import { dateInWords, townZone } from '#app/i18n/dates.ts'
import { useWords } from '#app/i18n/words.tsx'
import type { PageHandle } from '#app/root.tsx'

export const handle: PageHandle = { voice: 'council', menu: 'standards' }

const today = 'heute'

/** Any two adopted versions, or one of them and the text of today, side by side with what changed each clause. */
export async function loader(args: LoaderFunctionArgs) {
  const door = enter(args)
  const standard = await door.find(getReadableStandard(door.ask, door.params.standard ?? ''))
  const versions = await listVersions(door.ask, standard.id)
  const now = { number: today, at: door.ask.now, sections: await readPrinted(door.ask, standard.id) }
  const all = [now, ...versions.map(({ number, at, sections }) => ({ number: String(number), at, sections }))]
  const asked = (name: string, usual: string) => {
    const number = door.url.searchParams.get(name) ?? usual
    const found = all.find((one) => one.number === number)
    if (!found) throw door.refuse('not_found')
    return found
  }
  const first = asked('von', String(versions[0]?.number ?? today))
  const second = asked('bis', today)
  const [from, to] = first.at <= second.at ? [first, second] : [second, first]
  const rows = compareVersions(from.sections, to.sections)
  const why = await listChangesBetween(door.ask, standard.id, from.at, to.at)
  return {
    heading: door.t('standards:compared.title'),
    standard: { slug: standard.slug, title: standard.title, isPublic: standard.publishedAt !== null },
    from: from.number,
    to: to.number,
    options: all.map(({ number, at }) => ({
      value: number,
      label:
        number === today
          ? door.t('standards:compared.today')
          : `${door.t('standards:versions.one', { number })}, ${dateInWords(door, at, townZone)}`,
    })),
    rows: rows.map((row) => ({ ...row, why: why.filter(({ clauseId }) => clauseId === row.id) })),
  }
}

export const meta = titled<typeof loader>(({ heading, standard }) => ({
  title: `${heading}, ${standard.title}`,
  hidden: !standard.isPublic,
}))

export default function CompareVersions() {
  const { heading, standard, from, to, options, rows } = useLoaderData<typeof loader>()
  const { t } = useWords()
  const home = `/standards/${standard.slug}`
  return (
    <div className="flow">
      <StandardHead standard={standard}>
        <Go to={`${home}/fassungen`}>{t('standards:versions.title')}</Go>
      </StandardHead>
      <h1>{heading}</h1>
      <Form className="form no-print" to={`${home}/fassungen/vergleich`} method="get">
        <Field
          kind="select"
          field={{ name: 'von', required: true }}
          label={t('standards:compared.from')}
          options={options}
          value={from}
        />
        <Field
          kind="select"
          field={{ name: 'bis', required: true }}
          label={t('standards:compared.to')}
          options={options}
          value={to}
        />
        <Button kind="quiet">{t('standards:compared.show')}</Button>
      </Form>
      {rows.length === 0 ? (
        <Empty voice="council" title={t('standards:compared.same')} />
      ) : (
        <table className="synopsis stacks">
          <thead>
            <tr>
              <th scope="col">{t('standards:synopsis.before')}</th>
              <th scope="col">{t('standards:compared.after')}</th>
              <th scope="col">{t('standards:compared.why')}</th>
            </tr>
          </thead>
          {rows.map((row) => (
            <tbody key={row.id}>
              <tr>
                <th scope="rowgroup" colSpan={3}>
                  {numberInWords(row)}
                </th>
              </tr>
              <tr>
                <td data-head={t('standards:synopsis.before')}>
                  {row.before === null ? (
                    <p className="quiet">{t('standards:synopsis.new-clause')}</p>
                  ) : (
                    <Changes passages={row.passages} without="added" />
                  )}
                </td>
                <td data-head={t('standards:compared.after')}>
                  {row.after === null ? (
                    <p className="quiet">{t('standards:synopsis.struck-clause')}</p>
                  ) : (
                    <Changes passages={row.passages} without="removed" />
                  )}
                </td>
                <td data-head={t('standards:compared.why')}>
                  {row.why.map(({ number, how, amendment, reason, decision }) => (
                    <div key={number}>
                      <p>
                        {amendment === null ? (
                          t(`standards:clause.how.${how as 'drafted'}`, { amendment: '' })
                        ) : (
                          <Go to={`${home}/aenderungen/${amendment}`}>
                            {t(`standards:clause.how.${how as 'drafted'}`, { amendment })}
                          </Go>
                        )}
                      </p>
                      {reason !== null && <p>„{reason}“</p>}
                      {decision !== null && <p>{decision}</p>}
                    </div>
                  ))}
                </td>
              </tr>
            </tbody>
          ))}
        </table>
      )}
    </div>
  )

  function numberInWords({ before, after }: { before: string | null; after: string | null }): string {
    const number = after ?? before ?? ''
    const name = t('standards:clause.title', { number })
    return before !== null && after !== null && before !== after
      ? `${name} ${t('standards:compared.was', { number: before })}`
      : name
  }
}
