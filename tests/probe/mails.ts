// Every mail the house wrote, in the story and while it was probed: no private word for somebody who may not read it.
import type { Book } from './book.ts'
import type { Canary, Person } from './room.ts'
import { foundIn } from './scan.ts'
import { guest } from './standing.ts'
import type { OldMail, Town } from './town.ts'

/** A mail is kept as JSON, where a line ends with two signs. */
const tellsOfPause = /hat(?: |\\n)Ihr(?: |\\n)Konto(?: |\\n)bis(?: |\\n)zum/

export async function readMails(town: Town, book: Book, canaries: readonly Canary[]): Promise<void> {
  const written = await town.mailsWritten()
  const neverOpen = canaries.filter(({ onceOpen }) => !onceOpen)
  judgeMails(town, book, neverOpen, town.oldMails)
  judgeMails(town, book, canaries, written)
  // What was sent is forgotten: neither the address nor what the mail said stays in the database.
  for (const { kind } of town.rows<{ kind: string }>(
    `select kind from mail where "sentAt" is not null and (address <> '' or data <> '{}')`,
  ))
    book.found('leak', 'mail', null, `a sent mail (${kind}) still says what it said`)
  if (written.length === 0)
    book.found('untested', 'mail', null, 'no mail was written while the town was probed')
}

/** `people`: who somebody of the facts is by now. */
export function judgeMails(
  town: Town,
  book: Book,
  canaries: readonly Canary[],
  mails: readonly OldMail[],
  people: readonly Person[] = town.facts.accounts,
): void {
  const owners = new Map(
    town
      .rows<{ handle: string; mail: string }>('select handle, mail from account where mail is not null')
      .map(({ handle, mail }) => [mail.toLowerCase(), handle]),
  )
  for (const { to, said } of mails) {
    const handle = owners.get(to.toLowerCase())
    const account = people.find((one) => one.handle === handle) ?? { ...guest, handle: to }
    // The very mail that tells of a pause says why, and no other.
    const person = tellsOfPause.test(said) ? { ...account, paused: true as const } : account
    // A mail says whom it goes to.
    const others = canaries.filter(({ word }) => word.toLowerCase() !== to.toLowerCase())
    for (const canary of foundIn(said, others, person)) book.found('leak', 'mail', person, canary.where)
    book.requests += 1
  }
}
