// The worker's second lane: mails that are due go out one by one.
import { system } from '#app/domain/actor.ts'
import { claimMails, type DueMail, markMailFailed, markMailSent } from '#app/domain/notices/outbox.server.ts'
import { run } from '#app/domain/run.server.ts'
import type { Mail } from '../mail.ts'
import { writeMail } from '../mail-texts.ts'
import type { RunningPlatform } from '../platform.ts'
import { sentence } from '../sentence.ts'

/** True while there was something to send. */
export async function sendMails(platform: RunningPlatform, mailer: Mail): Promise<boolean> {
  // One at a time: a crash in between doubles one mail at most, and a mail server that hangs keeps no others claimed.
  const claimed = await run(platform, system, claimMails, { most: 1 })
  if (!claimed.ok || claimed.value.length === 0) return false
  for (const mail of claimed.value) await sendMail(platform, mailer, mail)
  return true
}

async function sendMail(platform: RunningPlatform, mailer: Mail, mail: DueMail): Promise<void> {
  try {
    const written = writeMail(platform, mail)
    const host = new URL(platform.baseUrl).hostname
    // The same id on every try: a receiver that got it twice can tell.
    await mailer.send({ ...written, to: mail.address, messageId: `<${mail.id}@${host}>` })
    await keepInMind(platform, mail)
  } catch (error) {
    const why = withoutAddresses(sentence(error))
    platform.log('warn', 'A mail did not go out and will be tried again.', { mail: mail.id, error: why })
    await run(platform, system, markMailFailed, { id: mail.id, attempts: mail.attempts, error: why })
  }
}

/** A mail server's answer mostly repeats whom the mail was for, which the log shall not know. */
function withoutAddresses(text: string): string {
  return text.replace(/[^\s<>"'():;,]+@[^\s<>"'():;,]+/g, '…@…')
}

/** It is out, and forgetting that would send it twice: tried until the database takes it down. */
async function keepInMind(platform: RunningPlatform, mail: DueMail): Promise<void> {
  for (let tries = 1; ; tries++) {
    const noted = await run(platform, system, markMailSent, { id: mail.id })
    if (noted.ok || tries >= 20) return
    await new Promise((resolve) => setTimeout(resolve, 2_000))
  }
}
