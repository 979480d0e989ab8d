import { complaintLevels, motives, temperaments } from '#domain/case/complaint.ts'
import { useErrorText } from '#web/client/errors.ts'
import { useRefresh, useWrite } from '#web/client/query.ts'
import { useLanguage } from '#web/ui/language.tsx'
import { useMessages } from '#web/ui/messages.ts'
import { Section } from '#web/ui/section.tsx'
import { Select } from '#web/ui/select.tsx'
import { notify } from '#web/ui/toast.tsx'
import { type CaseShow, complaintWords, type ComplaintShow } from './case-types.ts'
import { complaintMessages } from './complaint-messages.ts'

/** Grade, what the customer wants most, how they are now; how to meet each is in no source, and the place says so [S-51]. */
export function Nature({ item, shown }: { item: CaseShow; shown: ComplaintShow }) {
  const m = useMessages(complaintMessages)
  const language = useLanguage()
  const write = useWrite('PATCH /api/cases/:id')
  const { complaintLevelNames, motiveNames, temperamentNames, temperamentEmpty } = complaintWords[language]
  const errorText = useErrorText()
  const refresh = useRefresh()
  const change = (nature: Omit<Parameters<typeof write.mutate>[0]['body'], 'baseVersion'>): void =>
    write.mutate(
      { params: { id: item.id }, body: { baseVersion: item.version, ...nature } },
      {
        // What the colleague chose then stands in the place, to be kept or chosen over.
        onError: (error) => {
          notify({ text: errorText(error), tone: 'problem' })
          void refresh()
        },
      },
    )
  return (
    <Section title={m.nature}>
      <div className="grid grid-cols-1 gap-3 py-2 sm:grid-cols-3">
        <Select
          label={m.level}
          value={shown.level}
          onChange={(level) => change({ level })}
          options={complaintLevels.map((id) => ({ id, label: complaintLevelNames[id] }))}
        />
        <Select
          label={m.motive}
          value={shown.motive}
          placeholder={m.none}
          onChange={(motive) => change({ motive })}
          options={motives.map((id) => ({ id, label: motiveNames[id] }))}
        />
        <Select
          label={m.temperament}
          value={shown.temperament}
          placeholder={m.none}
          onChange={(temperament) => change({ temperament })}
          options={temperaments.map((id) => ({ id, label: temperamentNames[id] }))}
        />
      </div>
      {shown.temperament && (
        <p className="t12 border-b border-line pb-2 text-ink-3">
          {temperamentNames[shown.temperament]}：{temperamentEmpty}
        </p>
      )}
    </Section>
  )
}
