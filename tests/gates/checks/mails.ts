// Who got their mail, and which mails came twice. Pure.

export function timesReceived(
  asked: readonly string[],
  received: readonly { readonly to: string; readonly id: string }[],
): { readonly missing: readonly string[]; readonly doubles: number } {
  const got = new Set(received.map(({ to }) => to))
  const ids = new Set(received.map(({ to, id }) => `${to} ${id}`))
  return { missing: asked.filter((address) => !got.has(address)), doubles: received.length - ids.size }
}
