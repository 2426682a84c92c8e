// Broken on purpose: that the disk is full is told as just any fault.
import Database from 'better-sqlite3'

const { prepare } = Database.prototype

Database.prototype.prepare = function (sql) {
  const statement = prepare.call(this, sql)
  for (const name of ['all', 'run']) {
    const run = statement[name].bind(statement)
    statement[name] = (...values) => {
      try {
        return run(...values)
      } catch (error) {
        throw error.code === 'SQLITE_FULL' ? new Error('Something went wrong.') : error
      }
    }
  }
  return statement
}
