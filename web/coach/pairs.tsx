import { useLanguage } from '#web/ui/language.tsx'
import { useMessages } from '#web/ui/messages.ts'
import { Section } from '#web/ui/section.tsx'
import type { Library } from './address.ts'
import { MeasuredText } from './measured-text.tsx'
import { coachMessages } from './messages.ts'

/** What not to say beside what to say, with how often the coach was right about it when it was measured [H-39][H-40]. */
export function Pairs({ library }: { library: Library }) {
  const { pairs: m } = useMessages(coachMessages)
  return (
    <>
      <PairList title={m.twelve} pairs={library.pairs.filter(({ source }) => source === 'H-39')} />
      <PairList title={m.more} pairs={library.pairs.filter(({ source }) => source !== 'H-39')} />
    </>
  )
}

function PairList({ title, pairs }: { title: string; pairs: Library['pairs'] }) {
  const { pairs: m } = useMessages(coachMessages)
  const language = useLanguage()
  return (
    <Section title={title} remark={m.howMeasured} className="max-w-5xl pt-2">
      <ol aria-label={title}>
        {pairs.map(({ avoid, better, measured }, place) => (
          <li
            key={avoid.zh}
            className="t13 grid gap-x-4 border-b border-line py-2 max-md:grid-cols-[28px_minmax(0,1fr)] md:grid-cols-[28px_minmax(0,2fr)_minmax(0,3fr)]"
          >
            <span className="text-ink-3">{place + 1}</span>
            <span className="text-ink-2">
              <span className="sr-only">{m.avoid} </span>
              <s className="decoration-edge">{avoid[language]}</s>
            </span>
            <span className="max-md:col-start-2">
              <span className="sr-only">{m.better} </span>
              {better[language]}
              <MeasuredText measured={measured[language]} />
            </span>
          </li>
        ))}
      </ol>
    </Section>
  )
}
