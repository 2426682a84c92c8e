// Knows which mail addresses we write to: one plain mailbox, in one spelling.

const plain = /^[a-z0-9!#$%&'*+/=?^_`{|}~-]+(?:\.[a-z0-9!#$%&'*+/=?^_`{|}~-]+)*@(?:[a-z0-9](?:[a-z0-9-]{0,61}[a-z0-9])?\.)+[a-z]{2,63}$/

/** The address in lower case, or null. Quoted local parts, groups, comments and line breaks are not ours. */
export function parseMailAddress(input: string): string | null {
  const address = input.normalize('NFKC').trim().toLowerCase()
  if (address.length > 254 || address.indexOf('@') > 64) return null
  return plain.test(address) ? address : null
}
