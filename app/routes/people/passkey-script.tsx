/** A small file of its own, so that these pages need no other script. */
export function PasskeyScript() {
  return <script type="module" src="/passkey.js" />
}
