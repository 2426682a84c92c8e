// Takes the ballots of running secret votes out of a copy: a copy must never hold what only the vote itself may hold.
import type BetterSqlite from 'better-sqlite3'

/** Everybody reads it on the page of a vote that ran while the copy was made, once the copy was put back. */
const why =
  'Diese Abstimmung lief gerade, als die Sicherung gemacht wurde. Geheime Stimmen stehen in keiner Sicherung. ' +
  'Bitte beginnen Sie neu.'

/**
 * The set of those who took part and their sealed ballots are left out, and their keys are no part of a copy anyway. A
 * vote without its ballots cannot go on, so the copy holds it as invalid, with the reason.
 */
export function leaveOutOpenBallots(copy: BetterSqlite.Database): void {
  const known = copy.prepare("select count(*) from sqlite_master where name = 'ballotBox'").pluck().get()
  if (known !== 1) return
  copy.pragma('secure_delete = ON')
  copy.transaction(() => {
    const open = "select pollId from ballotBox where state = 'open'"
    copy.prepare(`delete from sealedBallot where pollId in (${open})`).run()
    copy.prepare(`delete from ballotDrawer where pollId in (${open})`).run()
    copy
      .prepare(
        `update poll set state = 'invalid', invalidReason = ?, version = version + 1 where id in (${open})`,
      )
      .run(why)
    copy.prepare("update ballotBox set state = 'void' where state = 'open'").run()
  })()
}
