// Broken on purpose: transactions are committed a moment after the answer went out, as if nobody ever pulled the plug.
import Database from 'better-sqlite3'

const { prepare } = Database.prototype
let late = null

Database.prototype.prepare = function (sql) {
  const statement = prepare.call(this, sql)
  const what = /^(begin|commit)/i.exec(sql)?.[1]?.toLowerCase()
  if (!what) return statement
  for (const name of ['all', 'run']) {
    const run = statement[name].bind(statement)
    statement[name] = (...values) => {
      const nothing = name === 'all' ? [] : { changes: 0, lastInsertRowid: 0 }
      // One that is still open is simply carried on.
      if (what === 'begin') return late === null ? run(...values) : nothing
      late ??= setTimeout(() => {
        late = null
        run(...values)
      }, 120)
      return nothing
    }
  }
  return statement
}
