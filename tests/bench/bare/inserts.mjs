// The floor for writing: a post is one insert through Kysely into a table like ours, safe on the disk before the answer.
import { createServer } from 'node:http'
import BetterSqlite from 'better-sqlite3'
import { Kysely, SqliteDialect } from 'kysely'
import { v7 as timeOrderedId } from 'uuid'

const database = new BetterSqlite(process.env.BENCH_FILE)
database.pragma('journal_mode = WAL')
database.pragma('synchronous = FULL')
database.exec(
  'create table contribution (id text primary key, number integer, text text, html text, at text)',
)
const db = new Kysely({ dialect: new SqliteDialect({ database }) })
let number = 0

function row(text) {
  return { id: timeOrderedId(), number: ++number, text, html: `<p>${text}</p>`, at: new Date().toISOString() }
}

/** Without HTTP and without Kysely, for two seconds. */
function raw() {
  const statement = database.prepare('insert into contribution values (@id, @number, @text, @html, @at)')
  const until = performance.now() + 2000
  let count = 0
  for (; performance.now() < until; count++) statement.run(row('Ein Satz, wie ihn jemand schreibt.'))
  return count / 2
}

const server = createServer((request, response) => {
  if (request.url === '/raw') return response.end(JSON.stringify({ perSecond: raw() }))
  let body = ''
  request.on('data', (piece) => {
    body += piece
  })
  request.on('end', () => {
    const { text } = JSON.parse(body)
    db.insertInto('contribution')
      .values(row(text))
      .execute()
      .then(
        () => response.end('{}'),
        () => response.writeHead(500).end(),
      )
  })
})
server.listen(0, '127.0.0.1', () => process.send({ port: server.address().port }))
