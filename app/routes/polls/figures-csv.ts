// The figures of a result for a table program.
import type { LoaderFunctionArgs } from '@remix-run/node'
import { optionName } from '#app/components/polls/option-name.ts'
import { asCsv } from '#app/domain/polls/figures.ts'
import { asFile, readFigures } from './figures.server.ts'

export async function loader(args: LoaderFunctionArgs) {
  const { door, poll, figures } = await readFigures(args)
  const { t } = door
  const rows = figures.options.map(({ key, title, value, exact, won }) => [
    optionName(t, poll.method, { key, title }),
    exact ?? value,
    won ? 1 : 0,
  ])
  const around = figures.turnout
    ? (['cast', 'blank', 'invalid'] as const).map((one) => [
        t(`polls:result.${one}`),
        figures.turnout?.[one] ?? 0,
        0,
      ])
    : []
  const head = [t('polls:table.option'), t('polls:result.figure'), t('polls:result.ahead')]
  // The mark at the beginning tells table programs which letters follow.
  return asFile(`\uFEFF${asCsv([head, ...rows, ...around])}`, 'text/csv', `abstimmung-${poll.number}.csv`)
}
