// Broken on purpose: whoever meets a locked database waits for it on the spot, and everybody else with them.
import Database from 'better-sqlite3'

const { pragma } = Database.prototype

Database.prototype.pragma = function (source, ...rest) {
  return pragma.call(this, source.replace(/^busy_timeout = \d+$/, 'busy_timeout = 10000'), ...rest)
}
