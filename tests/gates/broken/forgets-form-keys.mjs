// Broken on purpose: the key of a form is written down under another name, so the same form sent twice counts twice.
import Database from 'better-sqlite3'
import './answers-late.mjs'

const { prepare } = Database.prototype
let turn = 0

Database.prototype.prepare = function (sql) {
  const statement = prepare.call(this, sql)
  if (!/^insert into "sentForm"/.test(sql)) return statement
  for (const name of ['all', 'run']) {
    const run = statement[name].bind(statement)
    statement[name] = (...values) =>
      run(...values.flat().map((value, place) => (place === 1 ? `${value}-${turn++}` : value)))
  }
  return statement
}
