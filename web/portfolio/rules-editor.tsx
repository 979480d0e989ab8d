import { useState } from 'react'
import type { Contract } from '#api/contract.ts'
import type { Reply } from '#api/endpoint.ts'
import { type CustomerKind, customerKinds } from '#domain/customer/kind.ts'
import { sentence } from '#domain/kernel/said.ts'
import { type KindRule, problemsOf, type TierRules } from '#domain/portfolio/rules.ts'
import { useErrorText } from '#web/client/errors.ts'
import { useRead, useWrite } from '#web/client/query.ts'
import { useCan, useDayOf, useSession } from '#web/client/session.tsx'
import { Button } from '#web/ui/button.tsx'
import { useMessages } from '#web/ui/messages.ts'
import { Row, Rows, Section } from '#web/ui/section.tsx'
import { SkeletonRows } from '#web/ui/states.tsx'
import { TextField } from '#web/ui/text-field.tsx'
import { notify } from '#web/ui/toast.tsx'
import { KindRuleForm } from './kind-rule-form.tsx'
import { valueMessages } from './messages.ts'
import { RulesPreview } from './rules-preview.tsx'

type Stored = Reply<Contract['GET /api/tier-rules']>

/** The rules a branch gives tiers by: read by all, changed as a new version by those who may. [K-29] */
export function RulesEditor() {
  const read = useRead('GET /api/tier-rules', {})
  if (!read.data)
    return (
      <div className="px-6">
        <SkeletonRows rows={8} />
      </div>
    )
  const [newest] = read.data.versions
  return newest ? (
    <Editor key={newest.number} stored={read.data} number={newest.number} from={newest.rules as TierRules} />
  ) : null
}

/** `2026-1` → `2026-2`; a name that counts nothing gets a count. */
const nextName = (version: string): string =>
  /\d+$/.test(version) ? version.replace(/\d+$/, (n) => String(Number(n) + 1)) : `${version}-2`

function Editor({ stored, number, from }: { stored: Stored; number: number; from: TierRules }) {
  const m = useMessages(valueMessages)
  const may = useCan('value.rule')
  const { today } = useSession()
  const dayOf = useDayOf()
  const errorText = useErrorText()
  const save = useWrite('PUT /api/tier-rules/:number')
  const [rules, setRules] = useState<TierRules>({
    ...from,
    version: nextName(from.version),
    validFrom: `${today.slice(0, 4)}-01-01`,
  })
  const problems = problemsOf(rules)
  const changed = JSON.stringify(rules.kinds) !== JSON.stringify(from.kinds)
  const setKind = (kind: CustomerKind, rule: KindRule | undefined): void => {
    const { [kind]: _gone, ...others } = rules.kinds
    setRules({ ...rules, kinds: rule ? { ...others, [kind]: rule } : others })
  }
  const submit = (): void =>
    save.mutate(
      { params: { number: number + 1 }, body: { rules: wire(rules) } },
      { onSuccess: () => notify({ text: m.rules.saved(rules.version) }) },
    )
  return (
    <div className="grid gap-x-11 gap-y-6 px-4 pb-8 lg:grid-cols-[minmax(0,1.4fr)_minmax(0,1fr)] lg:px-6">
      <form
        className="grid content-start gap-5 pt-2"
        onSubmit={(event) => {
          event.preventDefault()
          submit()
        }}
      >
        {customerKinds.map((kind) => (
          <KindRuleForm
            key={kind}
            kind={kind}
            rule={rules.kinds[kind]}
            templates={stored.templates.flatMap(({ key, kinds }) => (kinds[kind] ? [{ key, rule: kinds[kind] }] : []))}
            mayChange={may}
            onChange={(rule) => setKind(kind, rule)}
          />
        ))}
        {!may && <p className="t13 text-ink-3">{m.rules.readOnly}</p>}
        {may && (
          <>
            <div className="grid grid-cols-2 gap-3">
              <TextField
                label={m.rules.version}
                value={rules.version}
                onChange={(version) => setRules({ ...rules, version })}
              />
              <TextField
                label={m.rules.validFrom}
                value={rules.validFrom}
                onChange={(validFrom) => setRules({ ...rules, validFrom })}
              />
            </div>
            {problems.length > 0 && (
              <div role="alert" className="t13 text-red">
                <b>{m.rules.problems}</b>
                {problems.map((said, i) => (
                  <p key={i}>{sentence(m.said, said)}</p>
                ))}
              </div>
            )}
            {save.error && (
              <p role="alert" className="t13 text-red">
                {errorText(save.error)}
              </p>
            )}
            <Button kind="go" type="submit" isDisabled={problems.length > 0 || !changed} isPending={save.isPending}>
              {m.rules.save}
            </Button>
          </>
        )}
      </form>
      <div className="grid content-start gap-6">
        {may && <RulesPreview rules={wire(rules)} usable={problems.length === 0} />}
        <Section title={m.rules.history} remark={m.rules.remark}>
          <Rows label={m.rules.history}>
            {stored.versions.map((version, i) => (
              <Row
                key={version.number}
                note={m.rules.by(version.by, version.since && dayOf(version.since))}
                end={i === 0 ? m.rules.current : version.rules.validFrom}
              >
                {version.rules.version}
              </Row>
            ))}
          </Rows>
        </Section>
      </div>
    </div>
  )
}

type Wire = Stored['versions'][number]['rules']

/** The rules as they are sent: the same, with lists that may be written to. */
const wire = (rules: TierRules): Wire => structuredClone(rules) as Wire
