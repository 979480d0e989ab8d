import { useMessages } from '#web/ui/messages.ts'
import { Section } from '#web/ui/section.tsx'
import { Table } from '#web/ui/table.tsx'
import type { Model } from './model-board.tsx'
import { modelMessages } from './model-messages.ts'

/** A gap in the AUC smaller than this is nothing anybody would notice. */
const NOTABLE = 0.002

/** The model in use beside other learners on the same folds: what adding up costs. */
export function BesideTable({ quality }: { quality: Model['quality'] }) {
  const m = useMessages(modelMessages)
  const { beside = [] } = quality
  if (beside.length === 0) return null
  const own = { learner: 'own' as const, ...quality }
  const [best] = beside.toSorted((a, b) => b.auc.value - a.auc.value)
  const gap = (best?.auc.value ?? 0) - quality.auc.value
  return (
    <Section title={m.beside.title} remark={m.beside.remark}>
      <Table
        label={m.beside.title}
        rows={[own, ...beside]}
        rowKey={({ learner }) => learner}
        columns={[
          {
            key: 'learner',
            title: m.beside.learner,
            render: ({ learner }) => (learner === 'own' ? m.beside.own : m.beside.names[learner]),
          },
          { key: 'auc', title: m.beside.auc, num: true, render: ({ auc }) => auc.value.toFixed(3) },
          { key: 'lift', title: m.beside.lift, num: true, render: (row) => row.topDecileLift.toFixed(1) },
          { key: 'brier', title: m.beside.brier, num: true, render: ({ brier }) => brier.toFixed(3) },
          { key: 'profit', title: m.beside.profit, num: true, render: (row) => row.profit?.profit.toFixed(2) ?? '–' },
        ]}
      />
      <p className="t12 pt-2 text-ink-2">
        {best && gap >= NOTABLE ? m.beside.less(m.beside.names[best.learner], gap.toFixed(3)) : m.beside.noLess}
      </p>
    </Section>
  )
}
