import { guardCountries } from '#domain/retention/guard-setting.ts'
import { retentionLaws } from '#domain/retention/laws.ts'
import { useLanguage } from '#web/ui/language.tsx'
import { useMessages } from '#web/ui/messages.ts'
import { Row, Rows, Section } from '#web/ui/section.tsx'
import { Select } from '#web/ui/select.tsx'
import { TextArea } from '#web/ui/text-area.tsx'
import type { PartProps } from './guard-screen.tsx'
import { guardMessages } from './messages.ts'

const NONE = 'none'

/** The country's law, each forbidden act with where it is looked for, its date and its source; and the office's own words. */
export function Laws({ draft, onChange, may }: PartProps) {
  const { law: m } = useMessages(guardMessages)
  const language = useLanguage()
  const laws = retentionLaws.filter(({ country }) => country === draft.country)
  return (
    <Section title={m.title}>
      <div className="py-3">
        <Select
          label={m.country}
          className="max-w-xs"
          isDisabled={!may}
          options={[...guardCountries.map((id) => ({ id, label: m.countries[id] ?? id })), { id: NONE, label: m.none }]}
          value={draft.country ?? NONE}
          onChange={(id) => onChange({ ...draft, country: id === NONE ? null : id })}
        />
      </div>
      {laws.map((law) => (
        <div key={law.id} className="pb-2">
          <h3 className="t13 font-strong">{language === 'zh' ? law.titleZh : law.titleEn}</h3>
          <p className="t12 text-ink-3">
            {m.meta(law.number, law.from, law.readOn)} ·{' '}
            <a href={law.url} target="_blank" rel="noreferrer" className="text-jade underline">
              {m.source}
            </a>
          </p>
          <Rows label={language === 'zh' ? law.titleZh : law.titleEn}>
            {law.acts.map((act) => (
              <Row key={`${act.item} ${act.check}`} note={m.looks[act.check]} end={m.article(law.article, act.item)}>
                {act[language]}
              </Row>
            ))}
          </Rows>
        </div>
      ))}
      <div className="grid gap-3 py-2 md:grid-cols-2">
        <Lines
          label={m.own}
          hint={m.ownHint}
          may={may}
          value={draft.ownNames}
          onChange={(ownNames) => onChange({ ...draft, ownNames })}
        />
        <Lines
          label={m.local}
          hint={m.localHint}
          may={may}
          value={draft.localPhrases}
          onChange={(localPhrases) => onChange({ ...draft, localPhrases })}
        />
      </div>
    </Section>
  )
}

type LinesProps = {
  label: string
  hint: string
  may: boolean
  value: readonly string[]
  onChange: (lines: string[]) => void
}

function Lines({ label, hint, may, value, onChange }: LinesProps) {
  return (
    <TextArea
      label={label}
      hint={hint}
      rows={3}
      isDisabled={!may}
      defaultValue={value.join('\n')}
      onChange={(text) =>
        onChange(
          text
            .split('\n')
            .map((line) => line.trim().slice(0, 40))
            .filter(Boolean)
            .slice(0, 60),
        )
      }
    />
  )
}
