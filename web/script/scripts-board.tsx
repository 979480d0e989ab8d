import type { ReactNode } from 'react'
import { type ScriptRole, scriptRoles } from '#domain/script/moment.ts'
import { useCan } from '#web/client/session.tsx'
import { Button } from '#web/ui/button.tsx'
import { useLanguage } from '#web/ui/language.tsx'
import { useMessages } from '#web/ui/messages.ts'
import { SearchField } from '#web/ui/search-field.tsx'
import { Select } from '#web/ui/select.tsx'
import { SplitView } from '#web/ui/split-view.tsx'
import { EmptyState } from '#web/ui/states.tsx'
import { SegmentedTabs } from '#web/ui/tabs.tsx'
import { type ScriptAddress, type ScriptTab, scriptTabs } from './address.ts'
import { CustomerChoice } from './customer-choice.tsx'
import { EntryList } from './entry-list.tsx'
import { type For, type Library, scriptsIn, textsIn } from './library.ts'
import { scriptMessages } from './messages.ts'
import { pitchesIn, PitchCard } from './pitch-card.tsx'
import { ScriptCard, TextCard } from './script-card.tsx'
import { ScriptUses } from './script-uses.tsx'

type Props = {
  library: Library
  address: ScriptAddress
  target: For | null
  onGo: (change: Partial<Record<keyof ScriptAddress, string | undefined>>) => void
  onWrite: () => void
}

/** The library: found on the left, filled for a customer on the right, and for a lead what came of it. */
export function ScriptsBoard({ library, address, target, onGo, onWrite }: Props) {
  const m = useMessages(scriptMessages)
  const language = useLanguage()
  const leads = useCan('team.read')
  const mayCopy = useCan('contact.run')
  const { of = 'scripts', key, role, q = '' } = address
  const ask = { search: q, language, kind: target?.kind ?? null }
  const scripts = scriptsIn(library, { ...ask, roles: role ? [role] : null })
  const texts = textsIn(library, ask)
  const pitches = pitchesIn(library, q)
  const entries = {
    scripts: scripts.map(({ key, title, use, family }) => ({
      key,
      title: title[language],
      note: use[language],
      family,
    })),
    texts: texts.map(({ key, title, use, family }) => ({ key, title: title[language], note: use[language], family })),
    pitches: pitches.map(({ id, product, persona, itIs }) => ({
      key: id,
      title: m.pitch.for(product, persona),
      note: itIs,
      family: '',
    })),
  }[of]
  const chosen = entries.find((one) => one.key === key)?.key ?? entries[0]?.key
  const script = scripts.find((one) => one.key === chosen)
  const text = texts.find((one) => one.key === chosen)
  const pitch = pitches.find((one) => one.id === chosen)
  return (
    <SplitView
      listWidth={360}
      opened={key !== undefined}
      onBack={() => onGo({ key: undefined })}
      list={
        <>
          <Finding of={of} role={role} q={q} onGo={onGo} />
          <EntryList
            label={m.tabs[of]}
            entries={entries}
            chosen={chosen ?? null}
            onChoose={(next) => onGo({ key: next })}
            empty={of === 'pitches' ? m.pitch.none : m.find.none}
            emptyHint={of === 'pitches' ? m.pitch.noneHint : m.find.noneHint}
          />
          {of === 'pitches' && mayCopy && (
            <footer className="border-t border-line p-3">
              <Button icon="plus" onPress={onWrite}>
                {m.pitch.add}
              </Button>
            </footer>
          )}
        </>
      }
      detail={
        <div className="flex flex-col gap-5 px-4 py-4 lg:px-6">
          {mayCopy && (
            <div className="max-w-md">
              <CustomerChoice
                value={address.customer ?? null}
                onChange={(customer) => onGo({ customer: customer ?? undefined })}
              />
            </div>
          )}
          {of === 'scripts' && script && <ScriptCard key={script.key} script={script} target={target} />}
          {of === 'texts' && text && <TextCard key={text.key} text={text} target={target} />}
          {of === 'pitches' && pitch && <PitchCard key={pitch.id} pitch={pitch} target={target} />}
          {!chosen && <EmptyState icon="script" title={m.find.choose} hint={m.find.chooseHint} />}
          {of === 'scripts' && script && leads && (
            <ScriptUses key={`uses ${script.key}`} script={script} mayRevise={library.mayRevise} />
          )}
        </div>
      }
    />
  )
}

type FindingProps = { of: ScriptTab; role: ScriptRole | undefined; q: string; onGo: Props['onGo'] }

function Finding({ of, role, q, onGo }: FindingProps): ReactNode {
  const m = useMessages(scriptMessages)
  return (
    <div className="flex flex-none flex-col gap-2 border-b border-line px-4 pb-3">
      <SegmentedTabs
        label={m.tabsLabel}
        selected={of}
        onSelect={(next) => onGo({ of: next === 'scripts' ? undefined : next, key: undefined })}
        items={scriptTabs.map((id) => ({ id, label: m.tabs[id] }))}
      />
      <SearchField
        label={m.find.search}
        placeholder={m.find.hint}
        value={q}
        onChange={(text) => onGo({ q: text || undefined })}
      />
      {of === 'scripts' && (
        <Select<ScriptRole | 'any'>
          label={m.find.role}
          labelHidden
          options={[{ id: 'any', label: m.find.anyRole }, ...scriptRoles.map((id) => ({ id, label: m.roles[id] }))]}
          value={role ?? 'any'}
          onChange={(next) => onGo({ role: next === 'any' ? undefined : next, key: undefined })}
        />
      )}
    </div>
  )
}
