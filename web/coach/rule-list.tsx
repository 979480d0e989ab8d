import { useCan } from '#web/client/session.tsx'
import { useFormat } from '#web/ui/format.ts'
import { useLanguage } from '#web/ui/language.tsx'
import { useMessages } from '#web/ui/messages.ts'
import { SearchField } from '#web/ui/search-field.tsx'
import { Section } from '#web/ui/section.tsx'
import { Select } from '#web/ui/select.tsx'
import { EmptyState } from '#web/ui/states.tsx'
import type { CoachAddress, Kind, Library } from './address.ts'
import { FiredRules } from './fired-rules.tsx'
import { MeasuredText } from './measured-text.tsx'
import { coachMessages } from './messages.ts'

type Props = { library: Library; address: CoachAddress; onGo: (change: CoachAddress) => void }

/** Every rule of the packs, by kind: what wakes it, what to say instead and why, and what it does and does not mark. */
export function RuleList({ library, address, onGo }: Props) {
  const { rules: m } = useMessages(coachMessages)
  const spoken = useLanguage()
  const isLead = useCan('team.read')
  const language = address.in ?? spoken
  const q = (address.q ?? '').trim().toLowerCase()
  const kinds = library.kinds.filter((kind) => kind.language === language && holds(kind, q))
  return (
    <div className="flex max-w-5xl flex-col">
      <div className="flex flex-wrap items-center gap-2 py-3">
        <SearchField
          label={m.search}
          value={address.q ?? ''}
          onChange={(text) => onGo({ q: text || undefined })}
          className="w-full max-w-80"
        />
        <Select
          label={m.language}
          labelHidden
          className="w-32"
          options={(['zh', 'en'] as const).map((id) => ({ id, label: m.languages[id] }))}
          value={language}
          onChange={(chosen) => onGo({ in: chosen })}
        />
      </div>
      {isLead && q === '' && <FiredRules />}
      {kinds.length === 0 && <EmptyState {...m.none} icon="search" />}
      {kinds.map((kind) => (
        <KindSection key={`${kind.language} ${kind.act}`} kind={kind} />
      ))}
    </div>
  )
}

const holds = ({ title, why, rules }: Kind, q: string): boolean =>
  q === '' ||
  [title.zh, title.en, why.zh, why.en, ...rules.flatMap(({ words, rewrite }) => [...words, rewrite ?? ''])].some(
    (text) => text.toLowerCase().includes(q),
  )

function KindSection({ kind }: { kind: Kind }) {
  const { rules: m } = useMessages(coachMessages)
  const language = useLanguage()
  return (
    <Section title={kind.title[language]} remark={m.count(kind.rules.length)} className="pt-3">
      <p className="t13 max-w-3xl py-1.5 text-ink-2">
        {kind.why[language]}
        <MeasuredText measured={kind.measured} />
      </p>
      <ul>
        {kind.rules.map((rule) => (
          <RuleRow key={rule.id} rule={rule} />
        ))}
      </ul>
    </Section>
  )
}

function RuleRow({ rule }: { rule: Kind['rules'][number] }) {
  const { rules: m, levels } = useMessages(coachMessages)
  const language = useLanguage()
  const format = useFormat()
  const { level, words, rewrite, why, examples, counterExamples } = rule
  return (
    <li className="border-b border-line">
      <details className="t13">
        <summary className="cursor-pointer py-2">
          {examples[0]}
          <span className="t12 ml-2 text-ink-3">{level === 'neutral' ? '' : levels[level]}</span>
        </summary>
        <dl className="grid grid-cols-[88px_minmax(0,1fr)] gap-x-3 gap-y-1 pb-3 text-ink-2">
          {rewrite !== null && (
            <>
              <dt className="text-ink-3">{m.rewrite}</dt>
              <dd className="text-ink">{rewrite}</dd>
            </>
          )}
          {why && <dd className="col-start-2">{why[language]}</dd>}
          <dt className="text-ink-3">{m.marks}</dt>
          <dd>{examples.join(' · ')}</dd>
          <dt className="text-ink-3">{m.leaves}</dt>
          <dd>{counterExamples.join(' · ')}</dd>
          <dt className="text-ink-3">{m.words}</dt>
          <dd className="text-ink-3">{format.list(words)}</dd>
        </dl>
      </details>
    </li>
  )
}
