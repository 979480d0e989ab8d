import { TextArea } from '#web/ui/text-area.tsx'
import { TextField, type TextFieldProps } from '#web/ui/text-field.tsx'
import { type CoachedBy, useCoached } from './use-coached.tsx'

type Props = Omit<TextFieldProps, 'value' | 'onChange'> &
  CoachedBy & { value: string; onChange: (text: string) => void }

/** The typeface and edges of a text area, so that the layer's lines fall under the same words. */
const LAYER = 'read border border-transparent px-2.5 py-1.5'

/** Several lines that go to a customer or into a record, with the coach beside them. */
export function CoachedArea({ by, opening, onPromise, ...field }: Props & { rows?: number }) {
  const coached = useCoached(field.value, coachedBy({ by, opening, onPromise }), LAYER)
  return (
    <div {...coached.frame} className="min-w-0">
      <TextArea {...field} over={coached.layer} />
      {coached.line}
    </div>
  )
}

/** One line of such words. */
export function CoachedLine({ by, opening, onPromise, ...field }: Props) {
  const { frame, line } = useCoached(field.value, coachedBy({ by, opening, onPromise }))
  return (
    <div {...frame} className={field.className ?? 'min-w-0'}>
      <TextField {...field} />
      {line}
    </div>
  )
}

/** What was not said is left out. */
const coachedBy = ({ by, opening, onPromise }: { [K in keyof CoachedBy]: CoachedBy[K] | undefined }): CoachedBy => ({
  ...(by === undefined ? {} : { by }),
  ...(opening === undefined ? {} : { opening }),
  ...(onPromise === undefined ? {} : { onPromise }),
})
