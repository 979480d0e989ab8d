import { useState } from 'react'
import { Button, IconButton } from '#web/ui/button.tsx'
import { CommandPalette, type PaletteGroup } from '#web/ui/command-palette.tsx'
import { Dialog } from '#web/ui/dialog.tsx'
import { Drawer } from '#web/ui/drawer.tsx'
import { useMessages } from '#web/ui/messages.ts'
import { Popover } from '#web/ui/popover.tsx'
import { Tile, TileGrid } from '#web/ui/tile.tsx'
import { notify } from '#web/ui/toast.tsx'
import { Tooltip } from '#web/ui/tooltip.tsx'
import { RiskSection } from './facts.tsx'
import { galleryMessages } from './messages.ts'

export function LayerSamples() {
  const { layers: l, acts, states } = useMessages(galleryMessages)
  const [open, setOpen] = useState<'palette' | 'dialog' | 'drawer'>()
  const close = (): void => setOpen(undefined)
  return (
    <>
      <div className="flex flex-wrap gap-2">
        <Button onPress={() => setOpen('palette')}>{l.palette}</Button>
        <Button onPress={() => setOpen('dialog')}>{l.dialog}</Button>
        <Button onPress={() => setOpen('drawer')}>{l.drawer}</Button>
        <Popover label={l.popover} trigger={<Button endIcon="down">{l.popover}</Button>}>
          <p className="t13 max-w-60">{l.dialogText}</p>
        </Popover>
        <Tooltip words={l.tooltip}>
          <IconButton label={l.tooltip} icon="note" kind="bare" />
        </Tooltip>
        <Button onPress={() => notify({ text: states.saved })}>{states.notify}</Button>
        <Button onPress={() => notify({ text: states.removed, undo: () => notify({ text: states.saved }) })}>
          {states.notifyUndo}
        </Button>
        <Button onPress={() => notify({ text: states.failed, tone: 'problem' })}>{states.notifyProblem}</Button>
      </div>
      <TileGrid className="max-w-[350px]">
        <Tile icon="case" label={l.tile.out} defaultSelected />
        <Tile icon="flag" label={l.tile.display} />
        <Tile icon="eye" label={l.tile.price} />
        <Tile icon="camera" label={l.tile.photo} />
      </TileGrid>
      <SamplePalette isOpen={open === 'palette'} onClose={close} />
      <Dialog
        title={acts.choices.merge}
        isOpen={open === 'dialog'}
        onClose={close}
        acts={
          <>
            <Button kind="go" hotkey="Enter" onPress={close}>
              {acts.choices.merge}
            </Button>
            <Button onPress={close}>{l.cancel}</Button>
          </>
        }
      >
        {l.dialogText}
      </Dialog>
      <Drawer title={l.drawer} isOpen={open === 'drawer'} onClose={close}>
        <RiskSection />
      </Drawer>
    </>
  )
}

/** A palette over the sample customers; looks for the text anywhere in the names. */
export function SamplePalette({ isOpen, onClose }: { isOpen: boolean; onClose: () => void }) {
  const { layers, list, acts } = useMessages(galleryMessages)
  const [query, setQuery] = useState('')
  const fits = (text: string): boolean => text.toLowerCase().includes(query.toLowerCase())
  const groups: PaletteGroup[] = [
    {
      id: 'customers',
      title: layers.customers,
      items: list.items
        .filter(([name, formal]) => fits(name + formal))
        .slice(0, 5)
        .map(([name, formal]) => ({ id: formal, label: name, note: formal, icon: 'person' })),
    },
    {
      id: 'actions',
      title: layers.actions,
      items: [
        { id: 'log', label: acts.log, icon: 'edit', hotkey: 'l' } as const,
        { id: 'later', label: acts.later, icon: 'later', hotkey: 's' } as const,
      ].filter(({ label }) => fits(label)),
    },
  ]
  return (
    <CommandPalette
      isOpen={isOpen}
      onClose={onClose}
      query={query}
      onQuery={setQuery}
      groups={groups}
      onChoose={(id) => notify({ text: id })}
    />
  )
}
