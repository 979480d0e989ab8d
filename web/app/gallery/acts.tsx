import { Button, IconButton } from '#web/ui/button.tsx'
import { Link } from '#web/ui/link.tsx'
import { Menu } from '#web/ui/menu.tsx'
import { useMessages } from '#web/ui/messages.ts'
import { galleryMessages } from './messages.ts'

const nothing = (): void => undefined

export function ActSamples() {
  const { acts } = useMessages(galleryMessages)
  return (
    <>
      <div className="flex flex-wrap items-center gap-2">
        <Button kind="go" icon="phone" hotkey="Enter">
          {acts.go}
        </Button>
        <Button hotkey="l">{acts.log}</Button>
        <Button hotkey="s">{acts.later}</Button>
        <Button icon="transfer">{acts.transfer}</Button>
        <Button kind="bare" endIcon="right">
          {acts.open}
        </Button>
        <Button isDisabled>{acts.disabled}</Button>
        <Button kind="go" isDisabled>
          {acts.disabled}
        </Button>
      </div>
      <div className="flex flex-wrap items-center gap-2">
        <Button size="s">{acts.done}</Button>
        <Button size="s" kind="bare" icon="plus">
          {acts.log}
        </Button>
        <IconButton label={acts.more} icon="search" />
        <IconButton label={acts.more} icon="edit" size="s" kind="bare" />
        <Menu
          label={acts.more}
          trigger={<IconButton label={acts.more} icon="more" />}
          onChoose={nothing}
          choices={[
            { id: 'edit', label: acts.choices.edit, icon: 'edit', hotkey: 'e' },
            { id: 'merge', label: acts.choices.merge, note: acts.choices.mergeNote, icon: 'people' },
            { id: 'line', line: true },
            { id: 'remove', label: acts.choices.remove, icon: 'trash', danger: true },
          ]}
        />
        <Link href="/ui">{acts.open}</Link>
      </div>
      <Button kind="go" size="l" endIcon="right" className="w-full max-w-[350px]">
        {acts.next}
      </Button>
    </>
  )
}
