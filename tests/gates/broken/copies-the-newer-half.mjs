// Broken on purpose: a backup takes only the newer half of what people support along, and no box of ballots.
import Database from 'better-sqlite3'

const { backup } = Database.prototype

Database.prototype.backup = async function (file, ...rest) {
  const done = await backup.call(this, file, ...rest)
  const copy = new Database(file)
  copy.exec('delete from support where rowid < (select avg(rowid) from support)')
  copy.exec(`update idea set supportCount = (select count(*) from support where support.ideaId = idea.id)`)
  copy.exec('delete from ballotBox')
  copy.close()
  return done
}
