interface HtmlProps {
  /** Sanitised when it was written; nothing else may ever come here. */
  readonly html: string
  readonly lang?: string
  readonly className?: string
}

/** The one place where stored HTML meets a page. */
export function Html({ html, lang, className = 'text flow' }: HtmlProps) {
  // biome-ignore lint/security/noDangerouslySetInnerHtml: the worker sanitised it before it was stored
  return <div className={className} lang={lang} dir="auto" dangerouslySetInnerHTML={{ __html: html }} />
}
