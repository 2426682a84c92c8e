// The network block a visit comes from: one IPv4 address, or one IPv6 /64, which one household may fill as it likes.
import type { IncomingMessage } from 'node:http'
import { isIPv6 } from 'node:net'

export function peerBlock(address: string): string {
  const plain = address.replace(/^::ffff:(?=\d+\.)/, '')
  if (!isIPv6(plain)) return plain
  const [head = '', tail] = plain.split('::')
  const left = head === '' ? [] : head.split(':')
  const right = tail === undefined || tail === '' ? [] : tail.split(':')
  const full =
    tail === undefined ? left : [...left, ...Array(8 - left.length - right.length).fill('0'), ...right]
  return `${full
    .slice(0, 4)
    .map((part) => part.replace(/^0+(?=.)/, ''))
    .join(':')}::/64`
}

/** Where no page is asked for, and so nobody has read the address yet: behind our own proxies the one they saw. */
export function peerOf({ socket, headers }: IncomingMessage, trustProxy: number): string {
  const forwarded = String(headers['x-forwarded-for'] ?? '')
    .split(',')
    .map((address) => address.trim())
    .filter((address) => address !== '')
  const seen = [socket.remoteAddress ?? '', ...forwarded.reverse()]
  return peerBlock(seen[Math.min(trustProxy, seen.length - 1)] ?? '')
}
