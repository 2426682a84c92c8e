import type { LoaderFunctionArgs } from '@remix-run/node'
import { listTidings } from '#app/domain/standards/tidings.server.ts'
import { feedResponse } from '#app/http/atom.ts'
import { enter } from '#app/http/door.server.ts'
import { dateInWords } from '#app/i18n/dates.ts'
import { mailWordsIn } from '#app/i18n/mails.server.ts'

/** What happened to public standards: the same lines as in the weekly mail. */
export async function loader(args: LoaderFunctionArgs) {
  const door = enter(args)
  const { say, words } = mailWordsIn('de')
  const entries = (await listTidings(door.ask.db)).map(({ event, at, to, line }) => {
    const facts = { ...line.with }
    if (facts.date) facts.date = dateInWords(words, String(facts.date), door.ask.town.timeZone)
    return { id: `${to}#${event}`, path: to, title: say(line.say, facts), updated: at }
  })
  return feedResponse(door, { path: '/standards', title: door.t('standards:title'), entries })
}
