// The one cookie there is, set by signing in and by nothing else.

/** Bound to host and HTTPS where there is HTTPS. */
function cookieName(baseUrl: string): string {
  return baseUrl.startsWith('https:') ? '__Host-stimmtisch' : 'stimmtisch'
}

export function sessionTokenIn(header: string | undefined | null, baseUrl: string): string | null {
  const name = cookieName(baseUrl)
  for (const part of (header ?? '').split(';')) {
    const [key, value] = part.trim().split('=')
    if (key === name && value && /^[\w-]{43}$/.test(value)) return value
  }
  return null
}

const sixtyDays = 60 * 86_400

export function sessionCookie(token: string, baseUrl: string): string {
  const secure = baseUrl.startsWith('https:') ? '; Secure' : ''
  return `${cookieName(baseUrl)}=${token}; Path=/; HttpOnly; SameSite=Lax; Max-Age=${sixtyDays}${secure}`
}

/**
 * What ends a session in the browser: the cookie, and all that lies on this device, for the next person at it. With
 * 'but-tokens' the page has tidied up by itself: a voter's token is theirs, and there is no second one.
 */
export function signedOutHeaders(
  baseUrl: string,
  forget: 'everything' | 'but-tokens' = 'everything',
): Readonly<Record<string, string>> {
  const secure = baseUrl.startsWith('https:') ? '; Secure' : ''
  return {
    'Set-Cookie': `${cookieName(baseUrl)}=; Path=/; HttpOnly; SameSite=Lax; Max-Age=0${secure}`,
    ...(forget === 'everything' ? { 'Clear-Site-Data': '"storage"' } : {}),
  }
}
