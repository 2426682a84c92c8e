// Knows the short number that proves a ballot's arrival: easy to read aloud, without letters that look alike.

const letters = '23456789ABCDEFGHJKMNPQRSTUVWXYZ'

/** Seven signs such as K7F-2QD, from the random end of an id. */
export function controlNumber(id: string): string {
  let rest = BigInt(`0x${id.replaceAll('-', '').slice(-16)}`)
  let text = ''
  for (let place = 0; place < 6; place += 1) {
    text += letters[Number(rest % BigInt(letters.length))]
    rest /= BigInt(letters.length)
  }
  return `${text.slice(0, 3)}-${text.slice(3)}`
}
