import { type PointerEvent, useRef, useState } from 'react'
import { penBox, penPath, type Point } from '#domain/kernel/pen.ts'
import { Button } from './button.tsx'
import { TextField } from './text-field.tsx'
import { useWords } from './words.ts'

/** Who signed: the name, and the strokes as path data in `penBox`; null where the name was typed instead. */
export type Signed = { name: string; path: string | null }

export type SignatureProps = {
  /** Whose signature: “客户签字”. */
  label: string
  /** What is signed for, in one sentence above the pad. */
  says?: string | undefined
  /** Who most likely signs. */
  name?: string | undefined
  onSign: (signed: Signed) => void
  onCancel?: (() => void) | undefined
  isPending?: boolean | undefined
}

/**
 * A pad to sign on with finger, pen or mouse. Whoever cannot, or has only a keyboard, types the name instead: both count, and which
 * it was is kept. Saving is the caller's: what comes out is plain data that an outbox can carry.
 */
export function SignaturePad({ label, says, name: likely = '', onSign, onCancel, isPending }: SignatureProps) {
  const words = useWords().signature
  const [name, setName] = useState(likely)
  const [strokes, setStrokes] = useState<Point[][]>([])
  const path = penPath(strokes)
  const sign = (): void => onSign({ name: name.trim(), path: path === '' ? null : path })
  return (
    <div role="group" aria-label={label} className="flex min-w-0 flex-col gap-3">
      {says !== undefined && <p className="read t14">{says}</p>}
      <TextField label={words.name} value={name} onChange={setName} autoComplete="off" maxLength={40} isRequired />
      <div className="relative">
        <Pad strokes={strokes} onChange={setStrokes} label={words.pad(label)} />
        {strokes.length === 0 && (
          <span aria-hidden className="t13 pointer-events-none absolute inset-0 grid place-items-center text-ink-3">
            {words.here}
          </span>
        )}
      </div>
      <p className="t12 text-ink-3">{words.typed}</p>
      <div className="flex flex-wrap items-center gap-2">
        <Button
          kind="go"
          className="max-md:flex-1"
          isDisabled={name.trim() === ''}
          isPending={isPending ?? false}
          onPress={sign}
        >
          {path === '' ? words.signTyped : words.sign}
        </Button>
        <Button isDisabled={strokes.length === 0} onPress={() => setStrokes(strokes.slice(0, -1))}>
          {words.back}
        </Button>
        {onCancel && (
          <Button kind="bare" onPress={onCancel}>
            {words.cancel}
          </Button>
        )}
      </div>
    </div>
  )
}

type PadProps = { strokes: Point[][]; onChange: (strokes: Point[][]) => void; label: string }

/** The ruled field itself; a stroke goes from press to lift, also beyond the edge. */
function Pad({ strokes, onChange, label }: PadProps) {
  const drawing = useRef(false)
  const at = ({ currentTarget, clientX, clientY }: PointerEvent<SVGSVGElement>): Point => {
    const box = currentTarget.getBoundingClientRect()
    return {
      x: ((clientX - box.left) / box.width) * penBox.width,
      y: ((clientY - box.top) / box.height) * penBox.height,
    }
  }
  const begin = (event: PointerEvent<SVGSVGElement>): void => {
    if (event.button !== 0) return
    event.currentTarget.setPointerCapture(event.pointerId)
    drawing.current = true
    onChange([...strokes, [at(event)]])
  }
  const go = (event: PointerEvent<SVGSVGElement>): void => {
    const last = strokes.at(-1)
    if (drawing.current && last) onChange([...strokes.slice(0, -1), [...last, at(event)]])
  }
  const lift = (): void => {
    drawing.current = false
  }
  return (
    <svg
      role="img"
      aria-label={label}
      viewBox={`0 0 ${penBox.width} ${penBox.height}`}
      className="block aspect-[3/1] w-full touch-none rounded border border-edge bg-paper-2 text-ink"
      onPointerDown={begin}
      onPointerMove={go}
      onPointerUp={lift}
      onPointerCancel={lift}
    >
      <line x1="16" x2="284" y1="80" y2="80" stroke="var(--line-2)" strokeWidth="0.6" />
      <path d={penPath(strokes)} {...ink} />
    </svg>
  )
}

const ink = {
  fill: 'none',
  stroke: 'currentColor',
  strokeWidth: 1.8,
  strokeLinecap: 'round',
  strokeLinejoin: 'round',
} as const

/** A signature as it was given: drawn, or the name in place of it. */
export function SignatureMark({ name, path }: Signed) {
  if (path === null) return <span className="t16 font-strong">{name}</span>
  return (
    <svg
      role="img"
      aria-label={name}
      viewBox={`0 0 ${penBox.width} ${penBox.height}`}
      className="block h-14 w-42 text-ink"
    >
      <path d={path} {...ink} />
    </svg>
  )
}
