// Broken on purpose: whoever was here at a later hour than it is now is taken for a stranger. The clock gate serves from its
// own process, so this can be mended again.
import Database from 'better-sqlite3'

const { prepare } = Database.prototype

Database.prototype.prepare = function (sql) {
  const statement = prepare.call(this, sql)
  if (!/^select .*"seenAt" from "session" where/.test(sql)) return statement
  const { all } = statement
  statement.all = (values) => all.call(statement, values).filter(({ seenAt }) => seenAt <= values.at(-1))
  return statement
}

export function mend() {
  Database.prototype.prepare = prepare
}
