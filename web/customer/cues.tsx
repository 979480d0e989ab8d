import { likelyStyle, type StyleCue, styleCues } from '#domain/customer/style.ts'
import { Checkbox } from '#web/ui/checkbox.tsx'
import { useFormat } from '#web/ui/format.ts'
import { useMessages } from '#web/ui/messages.ts'
import { fileMessages } from './file-messages.ts'
import { customerMessages } from './messages.ts'
import { WordsEditor } from './words-editor.tsx'

const all: readonly StyleCue[] = Object.values(styleCues).flat()

type CuesProps = { cues: readonly string[]; onChange: (cues: string[]) => void }

/** What one can see and hear of a customer's ways, to be ticked [K-14]. */
export function CueTicks({ cues, onChange }: CuesProps) {
  const { profile } = useMessages(customerMessages)
  return (
    <div className="t13 grid grid-cols-1 gap-1.5 md:grid-cols-2">
      {all.map((cue) => (
        <Checkbox
          key={cue}
          isSelected={cues.includes(cue)}
          onChange={(on) => onChange(on ? [...cues, cue] : cues.filter((other) => other !== cue))}
        >
          {profile.cues[cue]}
        </Checkbox>
      ))}
    </div>
  )
}

/** The cues of a dossier: the known ones to tick, anything else in one's own words, and what they say together. */
export function CuesEditor({ label, cues, onChange }: CuesProps & { label: string }) {
  const known = cues.filter((cue) => all.some((one) => one === cue))
  const own = cues.filter((cue) => !known.includes(cue))
  return (
    <div className="grid gap-2">
      <CueTicks cues={known} onChange={(next) => onChange([...next, ...own])} />
      <WordsEditor label={label} value={own} onChange={(next) => onChange([...known, ...next])} />
      <LikelyFrom cues={cues} />
    </div>
  )
}

/** The likely style, the cues that made it and how to get on; or that they are too few or point several ways. */
export function LikelyFrom({ cues }: { cues: readonly string[] }) {
  const { labels, profile } = useMessages(customerMessages)
  const { style: m } = useMessages(fileMessages)
  const format = useFormat()
  const likely = likelyStyle(cues)
  if (!likely) return <small className="t12 mt-1 block text-ink-2">{m.undecided}</small>
  return (
    <small className="t12 mt-1 block text-ink-2">
      {m.likely(labels.choices.style[likely.style], likely.cues.length)}
      {format.colon}
      {format.list(likely.cues.map((cue) => profile.cues[cue]))}
      <HowToGetOn style={likely.style} />
    </small>
  )
}

/** What helps with a style and what does not. */
export function HowToGetOn({ style }: { style: keyof typeof styleCues }) {
  const { profile } = useMessages(customerMessages)
  const { style: m } = useMessages(fileMessages)
  const format = useFormat()
  return (
    <>
      <span className="block">
        {m.do}
        {format.colon}
        {profile.advice[style].do}
      </span>
      <span className="block">
        {m.avoid}
        {format.colon}
        {profile.advice[style].avoid}
      </span>
    </>
  )
}
