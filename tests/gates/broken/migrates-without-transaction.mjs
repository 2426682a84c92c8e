// Broken on purpose: what belongs together is not kept together, each statement is stored by itself.
import Database from 'better-sqlite3'
import './slow-migrations.mjs'

const { prepare } = Database.prototype

Database.prototype.prepare = function (sql) {
  return prepare.call(this, /^(begin|commit|rollback)/i.test(sql) ? 'select 1' : sql)
}
