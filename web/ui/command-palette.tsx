import { type ComponentProps, useEffect, useRef } from 'react'
import {
  Autocomplete,
  Dialog,
  Header,
  Input,
  Menu,
  MenuItem,
  MenuSection,
  Modal,
  ModalOverlay,
  SearchField,
} from 'react-aria-components'
import { HotkeyScope, useHotkey } from './hotkeys.tsx'
import { Icon, type IconName } from './icons.tsx'
import { Kbd } from './kbd.tsx'
import type { Keys } from './keys.ts'
import { layerClass } from './popover.tsx'
import { useWords } from './words.ts'

export type PaletteItem = {
  id: string
  label: string
  note?: string | undefined
  icon?: IconName | undefined
  hotkey?: Keys | undefined
}
export type PaletteGroup = { id: string; title: string; items: readonly PaletteItem[] }

export type CommandPaletteProps = {
  /** What is looked for; every customer and act unless said. */
  label?: string
  isOpen: boolean
  onClose: () => void
  query: string
  onQuery: (text: string) => void
  /** Already fitting the query: the caller searches (server, pinyin, phone tail). */
  groups: readonly PaletteGroup[]
  loading?: boolean
  onChoose: (id: string) => void
}

/** Every customer and every act by typing. Focus stays in the box; arrows choose, Enter opens (the first, where none is chosen yet), Esc closes. */
export function CommandPalette({
  label,
  isOpen,
  onClose,
  query,
  onQuery,
  groups,
  loading = false,
  onChoose,
}: CommandPaletteProps) {
  const words = useWords()
  const name = label ?? words.palette
  const filled = groups.filter(({ items }) => items.length > 0)
  const choose = (id: string) => {
    onClose()
    onChoose(id)
  }
  // What is pressed arrives at the list itself as long as no row has the focus, as after a letter taken back.
  const openingFirst = (menu: ComponentProps<'div'>): ComponentProps<'div'> => ({
    ...menu,
    onKeyDown: (event) => {
      const [first] = filled.flatMap(({ items }) => items)
      if (event.key === 'Enter' && event.target === event.currentTarget && first) choose(first.id)
      else menu.onKeyDown?.(event)
    },
  })
  return (
    <ModalOverlay
      isOpen={isOpen}
      onOpenChange={(open) => (open ? undefined : onClose())}
      isDismissable
      className="layer fixed inset-0 z-40 flex justify-center bg-scrim px-3 pt-[10vh]"
    >
      <Modal className={`${layerClass} h-fit max-h-[70vh] w-full max-w-[560px]`}>
        <Dialog aria-label={name} className="flex max-h-[70vh] flex-col outline-none">
          <HotkeyScope>
            <EscapeKey onClose={onClose} />
            <Autocomplete inputValue={query} onInputChange={onQuery}>
              <SearchField aria-label={name} className="flex items-center gap-2.5 border-b border-line px-4">
                <Icon name="search" className="text-ink-3" />
                <PaletteInput placeholder={name} />
                {loading && <span className="t12 text-ink-3">{words.loading}</span>}
              </SearchField>
              <Menu
                aria-label={name}
                className="min-h-0 flex-1 overflow-y-auto py-1 outline-none"
                onAction={(key) => choose(String(key))}
                render={(menu) => <div {...openingFirst(menu)} />}
                renderEmptyState={() => (
                  <p className="t13 px-4 py-3 text-ink-3">{loading ? words.loading : words.nothingFound}</p>
                )}
              >
                {filled.map((group) => (
                  <MenuSection key={group.id} id={`group ${group.id}`} aria-label={group.title}>
                    <Header className="t12 px-4 pt-2 pb-1 text-ink-3">{group.title}</Header>
                    {group.items.map((item) => (
                      <PaletteRow key={item.id} item={item} />
                    ))}
                  </MenuSection>
                ))}
              </Menu>
            </Autocomplete>
            <p className="t12 border-t border-line px-4 py-1.5 text-ink-3">{words.paletteHint}</p>
          </HotkeyScope>
        </Dialog>
      </Modal>
    </ModalOverlay>
  )
}

/** One press closes, also over a text that the box itself would only clear. */
function EscapeKey({ onClose }: { onClose: () => void }) {
  useHotkey({ keys: 'Escape', run: onClose, whileTyping: true })
  return null
}

function PaletteRow({ item }: { item: PaletteItem }) {
  const { id, label, note, icon, hotkey } = item
  return (
    <MenuItem
      id={id}
      textValue={label}
      data-ring="in"
      className="flex min-h-9 cursor-pointer items-center gap-2.5 px-4 py-1 data-focused:bg-chosen data-hovered:bg-paper-3 pointer-coarse:min-h-11"
    >
      {icon && <Icon name={icon} className="text-ink-3" />}
      <span className="cut min-w-0">{label}</span>
      {note !== undefined && <span className="t12 cut min-w-0 text-ink-3">{note}</span>}
      <span className="ml-auto">{hotkey !== undefined && <Kbd keys={hotkey} />}</span>
    </MenuItem>
  )
}

/** Takes the focus when the palette opens, and shows no ring: nothing else in the layer can have it. */
function PaletteInput({ placeholder }: { placeholder: string }) {
  const box = useRef<HTMLInputElement>(null)
  useEffect(() => box.current?.focus(), [])
  return (
    <Input
      ref={box}
      placeholder={placeholder}
      className="t16 h-12 min-w-0 flex-1 bg-transparent outline-none! [&::-webkit-search-cancel-button]:hidden"
    />
  )
}
