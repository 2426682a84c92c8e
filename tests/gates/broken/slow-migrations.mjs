// Not broken, only slow: each change of the database's shape takes its time, so that a crash meets it in the middle.
import Database from 'better-sqlite3'

const { prepare } = Database.prototype
const clock = new Int32Array(new SharedArrayBuffer(4))

Database.prototype.prepare = function (sql) {
  if (/^\s*(create|alter|drop) /i.test(sql)) Atomics.wait(clock, 0, 0, 12)
  return prepare.call(this, sql)
}
