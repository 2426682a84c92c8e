// Posts contributions through the door a script of the page uses, as one signed-in person after the other.
import { randomUUID } from 'node:crypto'
import path from 'node:path'
import BetterSqlite from 'better-sqlite3'
import type { BenchTown } from '../town/town.ts'

export function conversationOf(town: BenchTown, idea: number): string {
  const db = new BetterSqlite(path.join(town.dataDir, 'stimmtisch.sqlite'), { readonly: true })
  const row = db.prepare('select "conversationId" as id from idea where number = ?').get(idea)
  db.close()
  return (row as { id: string }).id
}

/** Gives the number of the new contribution within its conversation. */
export async function postContribution(
  url: string,
  town: BenchTown,
  conversationId: string,
  by: number,
): Promise<number> {
  const response = await fetch(`${url}/gespraech/${conversationId}`, {
    method: 'POST',
    headers: {
      Origin: url,
      Cookie: `stimmtisch=${town.tokens[by % town.tokens.length]}`,
      'Content-Type': 'application/x-www-form-urlencoded',
    },
    body: new URLSearchParams({
      move: 'for',
      text: 'Ich bin dafür, weil unser Chor im Keller singt und der Raum am Abend leer steht.',
      idempotencyKey: randomUUID(),
    }),
  })
  const answer = (await response.json()) as { number?: number }
  if (answer.number === undefined)
    throw new Error(`The post was answered ${response.status}: ${JSON.stringify(answer)}`)
  return answer.number
}
