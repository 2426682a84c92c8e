/** The style of the lines that say from when a file is. Whoever gives the file back in does not mean them. */
export const fileHeadStyle = { id: 'KopfDerDatei', name: 'Kopf der Datei' } as const
