import { useState } from 'react'
import { type Dimension, dimensions, items } from '#domain/satisfaction/servqual.ts'
import { Button } from '#web/ui/button.tsx'
import { useLanguage } from '#web/ui/language.tsx'
import { useMessages } from '#web/ui/messages.ts'
import { RadioGroup } from '#web/ui/radio-group.tsx'
import { TextArea } from '#web/ui/text-area.tsx'
import { satisfactionMessages } from './messages.ts'
import { domainWords } from './types.ts'

type Sheet = Record<string, number>
export type Sheets = { expected: Sheet; experienced: Sheet }
type Side = keyof Sheets

type Props = {
  pending: boolean
  onSend: (sheets: Sheets, words: string) => void
  /** Asked on a call: only these items, and any of them may be left out. */
  only?: readonly number[]
}

type SheetPage = { side: Side; dimension: Dimension | null }

/** A dimension a page; a handful of items all on one. */
const pagesFor = (only: readonly number[] | undefined): SheetPage[] =>
  (['expected', 'experienced'] as const).flatMap((side): SheetPage[] =>
    only && only.length <= 6 ? [{ side, dimension: null }] : dimensions.map((dimension) => ({ side, dimension })),
  )

const scores = ['1', '2', '3', '4', '5'] as const

/** The 22 items twice, four or five to a page: all that is expected before all that was experienced [M-08]. */
export function SurveyItems({ pending, onSend, only }: Props) {
  const { public: m } = useMessages(satisfactionMessages)
  const language = useLanguage()
  const [at, setAt] = useState(0)
  const [sheets, setSheets] = useState<Sheets>({ expected: {}, experienced: {} })
  const [words, setWords] = useState('')
  const pages = pagesFor(only)
  const page = pages[at]
  const asked = page
    ? items.filter(
        ({ dimension, number }) =>
          (page.dimension === null || dimension === page.dimension) && (only?.includes(number) ?? true),
      )
    : []
  const open = page && !only ? asked.filter(({ number }) => sheets[page.side][number] === undefined).length : 0
  const last = at === pages.length - 1
  if (!page) return null
  const go = (to: number): void => {
    setAt(to)
    window.scrollTo({ top: 0 })
  }
  return (
    <div className="grid gap-4">
      <p className="t12 text-ink-3">{m.step(at + 1, pages.length)}</p>
      <div>
        <h2 className="t16 font-strong">{m.sheets[page.side]}</h2>
        <p className="t13 text-ink-2">{m.scale}</p>
      </div>
      {asked.map(({ number }) => (
        <RadioGroup
          key={`${page.side}${number}`}
          label={domainWords[language].itemTexts[number]?.[page.side] ?? ''}
          options={scores.map((id) => ({ id, label: id }))}
          value={scores.find((id) => Number(id) === sheets[page.side][number]) ?? null}
          onChange={(id) => setSheets({ ...sheets, [page.side]: { ...sheets[page.side], [number]: Number(id) } })}
          className="border-b border-line pb-3"
        />
      ))}
      {last && <TextArea label={m.words} hint={m.wordsHint} value={words} onChange={setWords} maxLength={500} />}
      {open > 0 && <p className="t13 text-ink-3">{m.left(open)}</p>}
      <div className="flex gap-2">
        {at > 0 && (
          <Button size="l" kind="bare" onPress={() => go(at - 1)}>
            {m.back}
          </Button>
        )}
        <Button
          size="l"
          kind="go"
          className="flex-1"
          isDisabled={open > 0}
          isPending={pending}
          onPress={() => (last ? onSend(sheets, words) : go(at + 1))}
        >
          {last ? m.send : m.next}
        </Button>
      </div>
    </div>
  )
}
