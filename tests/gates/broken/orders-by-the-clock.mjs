// Broken on purpose: what people said is put in order by the clock instead of by its number. The clock gate serves from its own
// process, so this can be mended again.
import Database from 'better-sqlite3'

const { prepare } = Database.prototype

Database.prototype.prepare = function (sql) {
  const talk = /^select \* from "contribution" where "conversationId" = \?/.test(sql)
  return prepare.call(this, talk ? sql.replace('order by "number"', 'order by "postedAt"') : sql)
}

export function mend() {
  Database.prototype.prepare = prepare
}
