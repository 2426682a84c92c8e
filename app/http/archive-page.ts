// One page of an archive as HTML that needs nothing but a browser.
export interface ArchivePage {
  readonly file: string
  readonly title: string
  readonly body: string
}

export function htmlPage(lang: string, title: string, body: string): string {
  return `<!doctype html>
<html lang="${lang}">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width">
<title>${text(title)}</title>
<style>body{max-width:66ch;margin:2rem auto;padding:0 1rem;font:1.125rem/1.6 system-ui,sans-serif}article{border-top:1px solid;padding-top:1rem}</style>
</head>
<body>
<h1>${text(title)}</h1>
${body}
</body>
</html>
`
}

export function list(entries: readonly string[]): string {
  return `<ul>${entries.map((entry) => `<li>${entry}</li>`).join('')}</ul>`
}

export function text(words: string): string {
  return words
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    .replaceAll('"', '&quot;')
}
