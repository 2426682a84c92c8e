// Knows which mail addresses we write to: one plain mailbox, in one spelling.

const longestAddress = 254
const longestMailbox = 64

const mailbox = /^[a-z0-9!#$%&'*+/=?^_`{|}~-]+(?:\.[a-z0-9!#$%&'*+/=?^_`{|}~-]+)*$/
const host = /^(?:[a-z0-9](?:[a-z0-9-]{0,61}[a-z0-9])?\.)+(?:[a-z]{2,63}|xn--[a-z0-9-]{0,58}[a-z0-9])$/

/**
 * The address in lower case and with an umlaut domain in its ASCII form, or null. Quoted mailboxes, groups,
 * comments, numbers for hosts and line breaks are not ours, although RFC 5322 would allow some of them.
 */
export function parseMailAddress(input: string): string | null {
  if (input.length > 4 * longestAddress) return null
  const address = input.normalize('NFKC').trim().toLowerCase()
  const at = address.lastIndexOf('@')
  const name = address.slice(0, Math.max(at, 0))
  const domain = asciiDomain(address.slice(at + 1))
  if (name.length > longestMailbox || name.length + 1 + domain.length > longestAddress) return null
  return mailbox.test(name) && host.test(domain) ? `${name}@${domain}` : null
}

/** Only what may stand in a domain reaches the URL reader, since it would cut off a path and swallow a port. */
function asciiDomain(domain: string): string {
  if (!/^[\p{L}\p{M}\p{N}.-]+$/u.test(domain)) return ''
  try {
    return new URL(`https://${domain}`).hostname
  } catch {
    return ''
  }
}
