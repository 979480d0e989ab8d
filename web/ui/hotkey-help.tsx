import { useState } from 'react'
import { Dialog } from './dialog.tsx'
import { useHotkey, useHotkeyList } from './hotkeys.tsx'
import { Kbd } from './kbd.tsx'
import { useWords } from './words.ts'

/** `?` shows the keys that work on this screen right now. */
export function HotkeyHelp() {
  const words = useWords()
  const list = useHotkeyList()
  const [shown, setShown] = useState<ReturnType<typeof list>>()
  useHotkey({ keys: '?', label: words.keys, run: () => setShown(list()) })
  return (
    <Dialog title={words.keys} isOpen={shown !== undefined} onClose={() => setShown(undefined)}>
      <p className="t12 pb-2 text-ink-3">{words.keysRemark}</p>
      <dl className="grid grid-cols-[minmax(0,1fr)_auto] gap-x-8 md:grid-cols-[minmax(0,1fr)_auto_minmax(0,1fr)_auto]">
        {shown?.map(({ keys, label }) => (
          <div
            key={`${keys} ${label}`}
            className="col-span-2 grid grid-cols-subgrid items-center border-b border-line py-1.5"
          >
            <dt>{label}</dt>
            <dd>
              <Kbd keys={keys} />
            </dd>
          </div>
        ))}
      </dl>
    </Dialog>
  )
}
