// Knows the mails that belong to an account: a code for a new address, a changed address, a new task, a new passkey.
import type { MailText } from '../notices/mail.ts'

const why = { say: 'footer.why-account' } as const

export function changeAddressMail(code: string): MailText {
  return {
    subject: { say: 'address.change-subject', with: { code } },
    lines: [{ say: 'address.change', with: { code } }, { say: 'address.change-not-you' }],
    to: null,
    why: { say: 'footer.why-asked' },
  }
}

export function newAddressMail(code: string): MailText {
  return {
    subject: { say: 'address.confirm-subject', with: { code } },
    lines: [{ say: 'address.confirm', with: { code } }, { say: 'code.not-you' }],
    to: null,
    why: { say: 'footer.why-asked' },
  }
}

export function addressChangedMail(by: 'self' | 'operator', phone: string | null): MailText {
  return {
    subject: { say: 'address.changed-subject' },
    lines: [
      { say: by === 'self' ? 'address.changed' : 'address.changed-by-operator' },
      ...(phone === null ? [] : [{ say: 'address.not-you', with: { phone } } as const]),
    ],
    to: null,
    why,
  }
}

export function passkeyMail(name: string): MailText {
  return {
    subject: { say: 'account.passkey-subject' },
    lines: [{ say: 'account.passkey', with: { name } }],
    to: '/konto',
    why,
  }
}

export function taskMail(role: string): MailText {
  return {
    subject: { say: 'account.role-subject' },
    lines: [{ say: 'account.role', with: { role } }],
    to: '/konto',
    why,
  }
}

/** A seat in a body, also for somebody who has no account yet. */
export function seatMail(body: string, link: string): MailText {
  return {
    subject: { say: 'account.seat-subject', with: { body } },
    lines: [
      { say: 'account.seat', with: { body } },
      { say: 'account.seat-sign-in', with: { link } },
    ],
    to: null,
    why: { say: 'footer.why-seat' },
  }
}

export function secondOperatorMail(person: string, town: string, link: string): MailText {
  return {
    subject: { say: 'set-up.invited-subject' },
    lines: [{ say: 'set-up.invited', with: { person, town, link } }],
    to: null,
    why,
  }
}

export function townSetUpMail(town: string, link: string): MailText {
  return {
    subject: { say: 'set-up.subject', with: { town } },
    lines: [
      { say: 'set-up.what', with: { town } },
      { say: 'set-up.next', with: { link } },
      { say: 'set-up.second' },
    ],
    to: null,
    why,
  }
}
