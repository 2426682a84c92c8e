// What follows from the deeds of the past: notices and reminders are made, and mails of the past are laid down unsent.
import { system } from '#app/domain/actor.ts'
import { claimMails, markMailSent } from '#app/domain/notices/outbox.server.ts'
import { doJobs } from '../jobs.ts'
import type { Stage } from './stage.ts'

/** Does what is due at the story's present moment. */
export async function letItFollow(stage: Stage): Promise<void> {
  while (await doJobs(stage.platform)) {}
  for (;;) {
    const mails = await stage.does(system, claimMails, { most: 500 })
    if (mails.length === 0) return
    for (const mail of mails) {
      stage.hearsMail(mail)
      await stage.does(system, markMailSent, { id: mail.id })
    }
  }
}
