import { twoSidesOf } from '#domain/playbook/two-sides.ts'
import { DefinitionRow, Definitions } from '#web/ui/definitions.tsx'
import { useLanguage } from '#web/ui/language.tsx'
import { useMessages } from '#web/ui/messages.ts'
import { Section } from '#web/ui/section.tsx'
import { procedureMessages } from './procedure-messages.ts'
import type { LiveRun } from './use-run.ts'

/** What this service showed, procedure and person apart, and what shows each of the five basics [S-43][S-45]. */
export function TwoSidesShown({ live }: { live: LiveRun }) {
  const { sides: m } = useMessages(procedureMessages)
  const language = useLanguage()
  const sides = twoSidesOf(live.run.playbook, live.state)
  if (!sides || live.state.missed) return null
  const { procedural, personal, understanding, basics } = sides
  return (
    <Section title={m.title} remark={m.remark} className="px-4 pt-3 lg:px-6">
      <Definitions>
        <DefinitionRow wide term={m.procedural}>
          {m.checks(procedural.done, procedural.of)}
        </DefinitionRow>
        <DefinitionRow wide term={m.personal}>
          {m.steps(personal.done, personal.of)}
        </DefinitionRow>
        <DefinitionRow wide term={m.understanding}>
          {m.steps(understanding.done, understanding.of)}
        </DefinitionRow>
        {basics.map(({ basic, evidence }) => (
          <DefinitionRow wide key={basic} term={m.basics[basic]}>
            {evidence.length > 0 ? (
              [...new Set(evidence.map((text) => text[language]))].join(m.join)
            ) : (
              <span className="text-ink-3">
                {basic === 'body' && live.run.channel !== 'visit' ? m.unseen : m.nothing}
              </span>
            )}
          </DefinitionRow>
        ))}
      </Definitions>
    </Section>
  )
}
