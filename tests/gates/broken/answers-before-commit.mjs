// Broken on purpose: transactions are committed a moment after the answer went out, as if nobody ever pulled the plug.
import { CompiledQuery, SqliteDriver } from 'kysely'

const { commitTransaction } = SqliteDriver.prototype
let open = null

SqliteDriver.prototype.commitTransaction = async (connection) => {
  if (open) return
  open = setTimeout(() => {
    open = null
    void commitTransaction.call(null, connection)
  }, 120)
}

const { init } = SqliteDriver.prototype
SqliteDriver.prototype.init = async function () {
  await init.call(this)
  // The house opens its transactions itself; one that is still open is simply carried on.
  const begin = this.beginTransaction
  this.beginTransaction = async (connection) => {
    if (!open) await begin(connection)
  }
  this.rollbackTransaction = async (connection) => {
    if (!open) await connection.executeQuery(CompiledQuery.raw('rollback'))
  }
}
