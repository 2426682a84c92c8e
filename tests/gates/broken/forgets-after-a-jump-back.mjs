// Broken on purpose: whoever was here at a later hour than it is now is taken for a stranger. The clock gate serves from its
// own process, so this can be mended again.
import Database from 'better-sqlite3'

const { prepare } = Database.prototype

Database.prototype.prepare = function (sql) {
  return prepare.call(
    this,
    /from "session" where/.test(sql)
      ? sql.replace(/"expiresAt" > \?$/, '"expiresAt" > ? and "seenAt" <= ?2')
      : sql,
  )
}

export function mend() {
  Database.prototype.prepare = prepare
}
