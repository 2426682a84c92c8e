// Odd values in every field of every form somebody may send: no fault, and what is refused is refused with a sentence.
// A form joins by being shown.
import { type Book, postRow } from './book.ts'
import { sendOddValues, sendTooLong } from './odd-fields.ts'
import { sendOddNames } from './odd-names.ts'
import type { OddTarget } from './odd-target.ts'
import { sendOddTexts } from './odd-texts.ts'
import type { ShownForms } from './reading.ts'
import { sendHostileFiles } from './sending-files.ts'
import type { Town } from './town.ts'
import { formsFor } from './writing.ts'

export async function sendOddInput(town: Town, book: Book, shown: ShownForms): Promise<void> {
  const began = Date.now()
  const targets = await targetsOf(town, book, shown)
  const lasting = targets.filter(({ post }) => !post.last)
  await sendHostileFiles(town, book, lasting)
  await sendTooLong(town, book, lasting)
  await sendOddTexts(town, book, lasting)
  await sendOddValues(town, book, lasting)
  await sendOddNames(town, book, lasting)
  // These end sessions and accounts.
  await sendOddValues(
    town,
    book,
    targets.filter(({ post }) => post.last),
  )
  const faults = town
    .log()
    .split('\n')
    .filter((line) => line.startsWith('{"level":50'))
  for (const line of faults)
    if (JSON.parse(line).time >= began) book.found('fault', 'the log', null, line.slice(0, 600))
}

async function targetsOf(town: Town, book: Book, shown: ShownForms): Promise<readonly OddTarget[]> {
  const targets: OddTarget[] = []
  for (const [address, door] of book.plan.doors) {
    for (const [key, post] of Object.entries(door.posts ?? {})) {
      const [form] = await formsFor(town, book, shown, address, door, key)
      if (form) targets.push({ ...form, key, post, row: postRow(address, key) })
    }
  }
  return targets
}
