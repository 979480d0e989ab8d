import {
  type ReactNode,
  type RefObject,
  useCallback,
  useEffect,
  useId,
  useRef,
  useState,
  useSyncExternalStore,
} from 'react'
import { ownLevels } from '#domain/coach/own-level.ts'
import type { HitEnd } from '#domain/coach/fired.ts'
import type { Mark, Written } from './engine.ts'
import { HintLine, type Promised } from './hint-line.tsx'
import { MarkLayer } from './mark-layer.tsx'
import { replaceIn } from './replace.ts'
import { reportHit } from './report.ts'
import { useMarks } from './use-marks.ts'

export type CoachedBy = {
  /** Whose words these are: said or sent to a customer, or written down by us. */
  by?: Written
  /** The first words of a talk. */
  opening?: boolean
  /** Where a contact is running: a commitment with its hour becomes a promise. */
  onPromise?: (promised: Promised) => void
}

/** Only the field last written in shows its line: at most one is open on a page. */
let openField: string | null = null
const watching = new Set<() => void>()
const openLine = (field: string): void => {
  openField = field
  for (const heard of watching) heard()
}
const watch = (heard: () => void) => {
  watching.add(heard)
  return () => void watching.delete(heard)
}

type Coached = {
  /** Around the field: the handlers, and a place for the layer. */
  frame: {
    ref: RefObject<HTMLDivElement | null>
    onFocus: () => void
    onBlur: (event: { relatedTarget: EventTarget | null }) => void
    onSelect: () => void
    onCompositionStart: () => void
    onCompositionEnd: () => void
    onScrollCapture: () => void
  }
  layer: ReactNode
  line: ReactNode
}

/**
 * The coach beside one field [P-35]: marks in a layer over the text, so that the field itself, its input method and its selection are never
 * touched; one line under it with the other words and the key that takes them. What became of each mark goes to the writer's own record.
 */
export const useCoached = (
  text: string,
  { by = 'staff', opening = false, onPromise }: CoachedBy,
  layerClass = '',
): Coached => {
  const id = useId()
  const ref = useRef<HTMLDivElement>(null)
  const [composing, setComposing] = useState(false)
  const [caret, setCaret] = useState(0)
  const [waved, setWaved] = useState<ReadonlySet<string>>(new Set())
  const isOpen = useSyncExternalStore(watch, () => openField === id)
  const looked = useMarks({ text, by, opening, isOff: composing })
  const marks = looked.marks.filter(({ key }) => !waved.has(key))
  const story = useStory(text, marks)
  const box = () => ref.current?.querySelector<HTMLTextAreaElement | HTMLInputElement>('textarea, input') ?? null
  const mark = marks.find(({ start, end }) => start < caret && caret <= end) ?? gravestOf(marks)
  const replace = (one: Mark, words: string, span = one.replaces): void => {
    const field = box()
    story.end(one, 'taken')
    if (field) replaceIn(field, span, words)
  }
  const wave = (one: Mark): void => {
    story.end(one, 'waved')
    setWaved(new Set([...waved, one.key]))
    box()?.focus()
  }
  const scroll = (): void => {
    const [field, layer] = [box(), ref.current?.querySelector<HTMLElement>('[data-marks]')]
    if (field && layer) layer.scrollTop = field.scrollTop
  }
  return {
    frame: {
      ref,
      onFocus: () => openLine(id),
      onBlur: ({ relatedTarget }) => {
        if (!(relatedTarget instanceof Node && ref.current?.contains(relatedTarget))) story.leave()
      },
      onSelect: () => setCaret(box()?.selectionStart ?? 0),
      onCompositionStart: () => setComposing(true),
      onCompositionEnd: () => setComposing(false),
      onScrollCapture: scroll,
    },
    layer: <MarkLayer text={text} marks={marks} open={isOpen ? mark : null} className={layerClass} />,
    line: (
      <HintLine
        mark={isOpen ? mark : null}
        more={marks.length - 1}
        rephrases={looked.rephrases}
        onReplace={replace}
        onWave={wave}
        onPromise={onPromise}
      />
    ),
  }
}

/** Away from the cursor the gravest comes first: a forbidden phrase keeps the words here. */
const gravestOf = (marks: readonly Mark[]): Mark | null =>
  marks.toSorted((a, b) => ownLevels.indexOf(a.level) - ownLevels.indexOf(b.level))[0] ?? null

/** What became of each mark, told once a mark and field: taken, waved, put in own words, or left when the field was left. */
const useStory = (text: string, marks: readonly Mark[]) => {
  const seen = useRef(new Map<string, string>())
  const told = useRef(new Set<string>())
  const now = useRef({ text, marks })
  useEffect(() => {
    now.current = { text, marks }
    for (const { key, rule } of marks) if (!told.current.has(key)) seen.current.set(key, rule)
  })
  const tell = useCallback((key: string, rule: string, ended: HitEnd): void => {
    seen.current.delete(key)
    if (told.current.has(key)) return
    told.current.add(key)
    reportHit(rule, ended)
  }, [])
  const leave = useCallback((): void => {
    for (const [key, rule] of seen.current) {
      const stands = now.current.text === '' || now.current.marks.some((one) => one.key === key)
      tell(key, rule, stands ? 'left' : 'rewritten')
    }
  }, [tell])
  useEffect(() => leave, [leave])
  return { end: (mark: Mark, ended: HitEnd) => tell(mark.key, mark.rule, ended), leave }
}
