import { type ComponentType, createContext, useContext } from 'react'

/** Gives a piece as HTML. What it looks like follows from its properties, what comes late and the language alone. */
export type Draw = <P extends object, L extends Late>(
  Piece: ComponentType<P & L>,
  properties: P,
  late: L,
) => string

/** Texts that are put in after a piece was drawn: the key of a form, an address, a name. The piece takes them as they are. */
type Late = Readonly<Record<string, string>>

/** Null in the browser, which draws for itself and finds what stands there already. */
export const Drawing = createContext<Draw | null>(null)

interface RememberedProps<P extends object, L extends Late> {
  readonly piece: ComponentType<P & L>
  /** Plain data: it names what was drawn before. */
  readonly properties: P
  readonly late: L
  /** Of the element around it, such as `no-box` where it must not count in the layout. */
  readonly className?: string
}

/** A piece that many pages show alike: the server draws it once for all of them. */
export function Remembered<P extends object, L extends Late>({
  piece: Piece,
  properties,
  late,
  className,
}: RememberedProps<P, L>) {
  const draw = useContext(Drawing)
  if (draw === null) {
    return (
      <div className={className}>
        <Piece {...properties} {...late} />
      </div>
    )
  }
  // biome-ignore lint/security/noDangerouslySetInnerHtml: drawn by the same components, which escape what people wrote
  return <div className={className} dangerouslySetInnerHTML={{ __html: draw(Piece, properties, late) }} />
}
