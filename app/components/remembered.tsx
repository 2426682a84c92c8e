import { type ComponentType, createContext, useContext } from 'react'

/** Fills the place of a form's key while a piece is drawn. */
export interface WithFormKey {
  readonly formKey: string
}

/** Gives a piece as HTML. What it looks like follows from its properties, its form key and the language alone. */
export type Draw = <P extends object>(
  Piece: ComponentType<P & WithFormKey>,
  properties: P,
  formKey: string,
) => string

/** Null in the browser, which draws for itself and finds what stands there already. */
export const Drawing = createContext<Draw | null>(null)

interface RememberedProps<P extends object> {
  readonly piece: ComponentType<P & WithFormKey>
  /** Plain data: it names what was drawn before. */
  readonly properties: P
  /** Of a piece with forms. */
  readonly formKey?: string
}

/** A piece that many pages show alike: the server draws it once for all of them. */
export function Remembered<P extends object>({ piece: Piece, properties, formKey = '' }: RememberedProps<P>) {
  const draw = useContext(Drawing)
  if (draw === null) {
    return (
      <div>
        <Piece {...properties} formKey={formKey} />
      </div>
    )
  }
  // biome-ignore lint/security/noDangerouslySetInnerHtml: drawn by the same components, which escape what people wrote
  return <div dangerouslySetInnerHTML={{ __html: draw(Piece, properties, formKey) }} />
}
