// Not broken, only slow: each change of the database's shape is told and takes its time, so that a crash meets it in the middle.
import { writeSync } from 'node:fs'
import Database from 'better-sqlite3'

const { prepare } = Database.prototype
let changes = 0
const clock = new Int32Array(new SharedArrayBuffer(4))

Database.prototype.prepare = function (sql) {
  if (/^\s*(create|alter|drop) /i.test(sql)) {
    writeSync(2, `change ${++changes} of the shape\n`)
    Atomics.wait(clock, 0, 0, 12)
  }
  return prepare.call(this, sql)
}
