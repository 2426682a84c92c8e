// Broken on purpose: the first mail that is not taken is written down as sent, and that any other is out is written down only
// once it has been sent a second time.
import Database from 'better-sqlite3'

const { prepare } = Database.prototype
const out = new Set()
let givenUp = false

Database.prototype.prepare = function (sql) {
  const statement = prepare.call(this, sql)
  const sent = /^update "mail" set "sentAt" = \?/.test(sql)
  const failed = !sent && /^update "mail" set .*"lastError" = \?/.test(sql)
  if (!sent && !failed) return statement
  for (const name of ['all', 'run']) {
    const run = statement[name].bind(statement)
    statement[name] = (...values) => {
      const id = values.flat().at(-1)
      if (failed) {
        const answer = run(...values)
        if (!givenUp) prepare.call(this, "update mail set sentAt = '2027-01-01' where id = ?").run(id)
        givenUp = true
        return answer
      }
      if (out.has(id)) return run(...values)
      out.add(id)
      // Free again, as after a crash.
      prepare.call(this, 'update mail set claimedUntil = null where id = ?').run(id)
      return name === 'all' ? [] : { changes: 1, lastInsertRowid: 0 }
    }
  }
  return statement
}
