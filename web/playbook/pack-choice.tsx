import type { Contract } from '#api/contract.ts'
import type { Reply } from '#api/endpoint.ts'
import { sentence } from '#domain/kernel/said.ts'
import { problemWordsEn } from '#domain/playbook/words.en.ts'
import { problemWordsZh } from '#domain/playbook/words.zh.ts'
import { useErrorText } from '#web/client/errors.ts'
import { useRead, useWrite } from '#web/client/query.ts'
import { Button } from '#web/ui/button.tsx'
import { useFormat } from '#web/ui/format.ts'
import { Icon } from '#web/ui/icons.tsx'
import { useLanguage } from '#web/ui/language.tsx'
import { Menu, type MenuChoice } from '#web/ui/menu.tsx'
import { useMessages } from '#web/ui/messages.ts'
import { Section } from '#web/ui/section.tsx'
import { SkeletonRows } from '#web/ui/states.tsx'
import { notify } from '#web/ui/toast.tsx'
import { packMessages } from './pack-messages.ts'

type Read = Reply<Contract['GET /api/packs']>
type Pack = Read['packs'][number]
type Unit = Read['units'][number]

const problems = { zh: problemWordsZh, en: problemWordsEn }

/** The packs this server has: what each holds, who looked through it, what is wrong in it by file and line, and which unit works with it. */
export function PackChoice() {
  const m = useMessages(packMessages)
  const read = useRead('GET /api/packs', {})
  return (
    <Section title={m.title} remark={m.remark}>
      {!read.data && <SkeletonRows rows={3} />}
      <ul>
        {read.data?.packs.map((pack) => (
          <PackRow key={pack.id} pack={pack} units={read.data.units} />
        ))}
      </ul>
    </Section>
  )
}

function PackRow({ pack, units }: { pack: Pack; units: readonly Unit[] }) {
  const m = useMessages(packMessages)
  const language = useLanguage()
  const format = useFormat()
  const kinds = pack.customerKinds?.map((kind) => m.kinds[kind])
  const facts = [
    pack.playbooks.length > 0 ? m.playbooks(pack.playbooks.length) : m.lists,
    kinds ? m.only(format.list(kinds)) : m.everyone,
    pack.reviewed && m.reviewed(pack.reviewer[language], pack.reviewed),
  ]
  return (
    <li className="t13 border-b border-line py-2">
      <div className="flex flex-wrap items-center gap-x-3 gap-y-1">
        <b className="t14">{pack.title[language]}</b>
        <span className="text-ink-2">{pack.aim[language]}</span>
        <span className="ml-auto">
          {pack.always ? <span className="text-ink-3">{m.always}</span> : <Units pack={pack} units={units} />}
        </span>
      </div>
      <p className="t12 text-ink-3">{facts.filter(Boolean).join(' · ')}</p>
      {pack.problems.length > 0 && (
        <div role="alert" className="mt-1.5 rounded border border-line-2 bg-amber-wash p-2">
          <p className="flex items-center gap-2 text-amber">
            <Icon name="alert" small />
            {m.broken(pack.problems.length)}
          </p>
          <ul className="t12">
            {pack.problems.map((problem) => (
              <li key={`${problem.file}:${problem.line}:${problem.column}`}>
                <b className="tabular-nums">
                  {shortFile(problem.file)} {m.line(problem.line)}
                </b>{' '}
                <span className="text-ink-3">{problem.field}</span> {sentence(problems[language], problem.said)}
              </li>
            ))}
          </ul>
        </div>
      )}
    </li>
  )
}

/** From the pack's folder on: where the server keeps it is nobody's concern. */
const shortFile = (file: string): string => file.split('/').slice(-3).join('/')

function Units({ pack, units }: { pack: Pack; units: readonly Unit[] }) {
  const m = useMessages(packMessages)
  const errorText = useErrorText()
  const write = useWrite('PUT /api/units/:id/packs/:pack')
  const used = units.filter(({ id }) => !leavesOut(id, pack, units))
  const turn = (id: string): void =>
    write.mutate(
      { params: { id, pack: pack.id }, body: { used: pack.leftOutBy.includes(id) } },
      { onError: (error) => notify({ text: errorText(error), tone: 'problem' }) },
    )
  const choices: MenuChoice[] = units.map(({ id, name, parentId }) => ({
    id,
    label: parentId === null ? name : `　${name}`,
    isDisabled: parentId !== null && leavesOut(parentId, pack, units),
  }))
  return (
    <Menu
      label={m.units}
      trigger={
        <Button size="s" endIcon="down">
          {m.used(used.length, units.length)}
        </Button>
      }
      choices={choices}
      selected={used.map(({ id }) => id)}
      onChoose={turn}
    />
  )
}

/** Whether a unit, or one above it, does without the pack. */
const leavesOut = (id: string, pack: Pack, units: readonly Unit[]): boolean => {
  if (pack.leftOutBy.includes(id)) return true
  const parent = units.find((unit) => unit.id === id)?.parentId ?? null
  return parent !== null && leavesOut(parent, pack, units)
}
