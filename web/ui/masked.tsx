import { Button } from './button.tsx'
import { useWords } from './words.ts'

/** A number as the server sent it, masked (`130 **** 6027`); stars are read as one word. `onReveal` is a logged act with a reason. */
export function Masked({ number, onReveal }: { number: string; onReveal?: (() => void) | undefined }) {
  const words = useWords()
  const hidden = number.includes('*')
  return (
    <span className="inline-flex items-center gap-1 whitespace-nowrap">
      <span aria-hidden={hidden}>{number}</span>
      {hidden && <span className="sr-only">{number.replaceAll(/\*+/g, ` ${words.masked} `)}</span>}
      {hidden && onReveal && (
        <Button kind="bare" size="s" icon="eye" onPress={onReveal}>
          {words.reveal}
        </Button>
      )}
    </span>
  )
}
