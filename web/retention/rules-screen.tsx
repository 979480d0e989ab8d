import { useState } from 'react'
import { type AuthorityLevel, authorityLevels } from '#domain/retention/rules.ts'
import { type OfferWay, offerWays, sensitivities } from '#domain/retention/way.ts'
import { useRead } from '#web/client/query.ts'
import { Button } from '#web/ui/button.tsx'
import { useFormat } from '#web/ui/format.ts'
import { useLanguage } from '#web/ui/language.tsx'
import { Link } from '#web/ui/link.tsx'
import { useMessages } from '#web/ui/messages.ts'
import { NumberField } from '#web/ui/number-field.tsx'
import { Row, Rows, Section } from '#web/ui/section.tsx'
import { Select } from '#web/ui/select.tsx'
import { ErrorState, SkeletonRows } from '#web/ui/states.tsx'
import { AskingForm } from './asking-form.tsx'
import { AttitudeCard } from './attitude-card.tsx'
import { retentionMessages } from './messages.ts'
import { keepWords, type RetentionRules } from './retention-types.ts'
import { useSetRules } from './use-set-rules.ts'

/** What may be given at once, which ways lead for whom, and the three words: read by all, set by a lead. */
export function RulesScreen() {
  const m = useMessages(retentionMessages)
  const { data, error, refetch } = useRead('GET /api/retention-rules', {})
  if (error && !data) return <ErrorState {...m.failed} onRetry={() => void refetch()} />
  if (!data) return <SkeletonRows rows={6} />
  return (
    <div className="grid max-w-3xl gap-5 px-4 py-3 lg:px-6">
      <p className="t12 text-ink-3">
        {data.changedBy && data.changedOn ? m.rules.changed(data.changedBy, data.changedOn) : m.rules.usual}
      </p>
      <AuthorityRules rules={data} />
      <WayRules rules={data} />
      <Section title={m.rules.wayOut}>
        <p className="t13 py-2">
          <Link href="/retention-guard">{m.rules.wayOutThere}</Link>
        </p>
      </Section>
      <AttitudeCard level={2} />
    </div>
  )
}

export type RulesProps = { rules: RetentionRules }

function AuthorityRules({ rules }: RulesProps) {
  const { rules: m } = useMessages(retentionMessages)
  const f = useFormat()
  const [editing, setEditing] = useState(false)
  return (
    <Section
      title={m.authority}
      remark={m.authorityRemark}
      end={
        rules.may.rule &&
        !editing && (
          <Button size="s" kind="bare" aria-label={`${m.edit} ${m.authority}`} onPress={() => setEditing(true)}>
            {m.edit}
          </Button>
        )
      }
    >
      {editing ? (
        <AuthorityForm rules={rules} onClose={() => setEditing(false)} />
      ) : (
        <Rows>
          {authorityLevels.map((level) => (
            <Row
              key={level}
              end={`${m.perCase} ${f.money(rules.authority[level].perCase)} · ${m.perMonth} ${f.money(rules.authority[level].perMonth)}`}
            >
              {m.level[level]}
            </Row>
          ))}
        </Rows>
      )}
    </Section>
  )
}

function AuthorityForm({ rules, onClose }: RulesProps & { onClose: () => void }) {
  const { rules: m } = useMessages(retentionMessages)
  const { set, pending } = useSetRules(rules.version)
  const [authority, setAuthority] = useState(rules.authority)
  const change = (level: AuthorityLevel, part: 'perCase' | 'perMonth', yuan: number): void =>
    setAuthority({
      ...authority,
      [level]: { ...authority[level], [part]: Number.isNaN(yuan) ? 0 : Math.round(yuan * 100) },
    })
  return (
    <AskingForm
      save={m.save}
      pending={pending}
      onSubmit={() => set({ authority }, m.saved, onClose)}
      onCancel={onClose}
    >
      {authorityLevels.map((level) => (
        <fieldset key={level} className="flex flex-wrap gap-3">
          <legend className="t13 pb-1 font-strong">{m.level[level]}</legend>
          {(['perCase', 'perMonth'] as const).map((part) => (
            <NumberField
              key={part}
              label={m[part]}
              unit={m.yuan}
              value={authority[level][part] / 100}
              onChange={(yuan) => change(level, part, yuan)}
              minValue={0}
              maxValue={1_000_000}
            />
          ))}
        </fieldset>
      ))}
    </AskingForm>
  )
}

function WayRules({ rules }: RulesProps) {
  const { rules: m } = useMessages(retentionMessages)
  const { wayNames, sensitivityNames } = keepWords[useLanguage()]
  const f = useFormat()
  const [editing, setEditing] = useState(false)
  return (
    <Section
      title={m.ways}
      remark={m.waysRemark}
      end={
        rules.may.rule &&
        !editing && (
          <Button size="s" kind="bare" aria-label={`${m.edit} ${m.ways}`} onPress={() => setEditing(true)}>
            {m.edit}
          </Button>
        )
      }
    >
      {editing ? (
        <WayForm rules={rules} onClose={() => setEditing(false)} />
      ) : (
        <Rows>
          {sensitivities.map((one) => (
            <Row key={one} end={f.labels(rules.ways[one].map((way) => wayNames[way]))}>
              <span className="inline-block first-letter:uppercase">{sensitivityNames[one]}</span>
            </Row>
          ))}
        </Rows>
      )}
    </Section>
  )
}

/** Two places for each: what stands first leads. */
function WayForm({ rules, onClose }: RulesProps & { onClose: () => void }) {
  const { rules: m } = useMessages(retentionMessages)
  const { wayNames, sensitivityNames } = keepWords[useLanguage()]
  const { set, pending } = useSetRules(rules.version)
  const [ways, setWays] = useState(rules.ways)
  const change = (one: (typeof sensitivities)[number], place: number, way: OfferWay): void => {
    const others = ways[one].filter((each) => each !== way)
    setWays({ ...ways, [one]: others.toSpliced(place, ways[one].includes(way) ? 0 : 1, way) })
  }
  return (
    <AskingForm save={m.save} pending={pending} onSubmit={() => set({ ways }, m.saved, onClose)} onCancel={onClose}>
      {sensitivities.map((one) => (
        <fieldset key={one} className="flex flex-wrap gap-3">
          <legend className="t13 pb-1 font-strong">{sensitivityNames[one]}</legend>
          {ways[one].map((way, place) => (
            <Select
              key={place}
              className="w-44"
              label={m.place(place + 1)}
              value={way}
              onChange={(next) => change(one, place, next)}
              options={offerWays.map((id) => ({ id, label: wayNames[id] }))}
            />
          ))}
        </fieldset>
      ))}
    </AskingForm>
  )
}
