import type { Contract } from '#api/contract.ts'
import type { Request } from '#api/endpoint.ts'
import { useWrite } from '#web/client/query.ts'
import { Button } from '#web/ui/button.tsx'
import { useFormat } from '#web/ui/format.ts'
import { useMessages } from '#web/ui/messages.ts'
import { Section } from '#web/ui/section.tsx'
import { Table } from '#web/ui/table.tsx'
import { valueMessages } from './messages.ts'

type Rules = Request<Contract['POST /api/tier-rules/preview']>['body']['rules']

/** What the edited rules would make of the newest month, before anybody saves them. */
export function RulesPreview({ rules, usable }: { rules: Rules; usable: boolean }) {
  const m = useMessages(valueMessages)
  const f = useFormat()
  const preview = useWrite('POST /api/tier-rules/preview')
  const { before = [], after = [] } = preview.data ?? {}
  const keys = [...new Set([...after, ...before].map(({ kind, tier }) => `${kind}/${tier ?? ''}`))]
  const countIn = (list: typeof before, key: string): string =>
    f.number(list.find(({ kind, tier }) => `${kind}/${tier ?? ''}` === key)?.customers ?? 0)
  return (
    <Section
      title={m.rules.previewTitle}
      end={
        <Button
          size="s"
          isDisabled={!usable}
          isPending={preview.isPending}
          onPress={() => preview.mutate({ body: { rules } })}
        >
          {m.rules.preview}
        </Button>
      }
    >
      {preview.data && (
        <Table
          label={m.rules.previewTitle}
          rows={keys}
          rowKey={(key) => key}
          columns={[
            {
              key: 'tier',
              title: m.tiers.tier,
              render: (key) => {
                const [kind = 'all', tier = ''] = key.split('/')
                return `${m.kinds[kind as keyof typeof m.kinds]} ${tier || m.tiers.without}`
              },
            },
            { key: 'before', title: m.rules.before, num: true, quiet: true, render: (key) => countIn(before, key) },
            { key: 'after', title: m.rules.after, num: true, render: (key) => countIn(after, key) },
          ]}
        />
      )}
    </Section>
  )
}
