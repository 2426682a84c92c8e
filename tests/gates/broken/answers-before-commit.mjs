// Broken on purpose: transactions are committed a moment after the answer went out, as if nobody ever pulled the plug.
import Database from 'better-sqlite3'

const { prepare } = Database.prototype
const laterMs = 300
let open = false
let inside = false
let due = false

Database.prototype.prepare = function (sql) {
  const statement = prepare.call(this, sql)
  const what = /^(begin|commit)/i.exec(sql)?.[1]?.toLowerCase()
  if (!what) return statement
  for (const name of ['all', 'run']) {
    const run = statement[name].bind(statement)
    const nothing = name === 'all' ? [] : { changes: 0, lastInsertRowid: 0 }
    const commit = () => {
      open = false
      due = false
      return this.inTransaction ? run() : nothing
    }
    statement[name] = (...values) => {
      inside = what === 'begin'
      // One that is still open is simply carried on.
      if (inside) return open ? nothing : run(...values)
      if (due) return commit()
      if (!open) {
        open = true
        setTimeout(() => {
          // Deeds that are under way at that moment are committed with the rest, once they are done.
          if (inside) due = true
          else commit()
        }, laterMs)
      }
      return nothing
    }
  }
  return statement
}
