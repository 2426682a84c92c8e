// Broken on purpose: a mail that the mail server did not take is written down as sent.
import Database from 'better-sqlite3'

const { prepare } = Database.prototype

Database.prototype.prepare = function (sql) {
  const failed = /^update "mail" set .*"lastError" = \?/.test(sql)
  return prepare.call(
    this,
    failed ? sql.replace('where', `, "sentAt" = '2027-01-01T00:00:00.000Z' where`) : sql,
  )
}
