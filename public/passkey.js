// Passkeys need the browser's own script. Without it the forms stay hidden and the plain way is there.
for (const form of document.querySelectorAll('form[data-passkey]')) start(form)

function start(form) {
  const kind = form.dataset.passkey
  const known = window.PublicKeyCredential
  if (!known?.parseRequestOptionsFromJSON || !known.prototype.toJSON || !window.isSecureContext) return
  form.hidden = false
  document.querySelector(`[data-without-passkey="${kind}"]`)?.remove()
  form.addEventListener('submit', async (event) => {
    if (form.elements.response.value !== '') return
    event.preventDefault()
    try {
      const credential = await ask(kind, JSON.parse(form.dataset.options))
      form.elements.response.value = JSON.stringify(credential.toJSON())
      form.requestSubmit()
    } catch {
      const note = form.querySelector('[data-failed]')
      note.hidden = false
      note.focus()
    }
  })
}

function ask(kind, options) {
  return kind === 'add'
    ? navigator.credentials.create({
        publicKey: PublicKeyCredential.parseCreationOptionsFromJSON(options),
      })
    : navigator.credentials.get({ publicKey: PublicKeyCredential.parseRequestOptionsFromJSON(options) })
}
