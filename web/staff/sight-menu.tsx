import { useState } from 'react'
import type { SightKind } from '#domain/staff/sight.ts'
import { IconButton } from '#web/ui/button.tsx'
import { Menu } from '#web/ui/menu.tsx'
import { useMessages } from '#web/ui/messages.ts'
import { SightDrawer } from './sight-drawer.tsx'
import { sightMessages } from './sight-messages.ts'

/** The page's menu on a record that has no other rare acts: who can see it, and why. */
export function SightMenu({ kind, id }: { kind: SightKind; id: string }) {
  const m = useMessages(sightMessages)
  const [asks, setAsks] = useState(false)
  return (
    <>
      <Menu
        label={m.more}
        trigger={<IconButton label={m.more} icon="more" />}
        choices={[{ id: 'sight', label: m.open, icon: 'eye' }]}
        onChoose={() => setAsks(true)}
      />
      {asks && <SightDrawer kind={kind} id={id} onClose={() => setAsks(false)} />}
    </>
  )
}
