import axe from 'axe-core'
import { type ReactNode, useState } from 'react'
import { expect, test, vi } from 'vitest'
import { page, userEvent } from 'vitest/browser'
import { render } from 'vitest-browser-react'
import { Button, IconButton } from './button.tsx'
import { CommandPalette } from './command-palette.tsx'
import { ComboBox } from './combo-box.tsx'
import { DatePicker } from './date-picker.tsx'
import { Dialog } from './dialog.tsx'
import { Drawer } from './drawer.tsx'
import { Menu } from './menu.tsx'
import { Select } from './select.tsx'
import { Stage } from './stage.tsx'
import { notify } from './toast.tsx'
import { Why } from './why.tsx'

const nothing = (): void => undefined
const channels = [
  { id: 'call', label: '电话' },
  { id: 'visit', label: '拜访' },
]

/**
 * While an option list is open React Aria hides the rest from assistive technology and keeps the focus in the list, so
 * axe's "hidden but focusable" is no finding here. Contrast counts once the layer has faded in.
 */
async function accessible(): Promise<void> {
  await Promise.all(document.getAnimations().map(({ finished }) => finished))
  const { violations } = await axe.run(document, {
    runOnly: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa'],
    rules: { 'aria-hidden-focus': { enabled: false } },
  })
  expect(violations.flatMap(({ id, nodes }) => nodes.map(({ html }) => `${id}: ${html.slice(0, 160)}`))).toEqual([])
}

const opened = (element: ReactNode) => render(<Stage>{element}</Stage>)

test('a figure says what it is made of', async () => {
  await opened(<Why made="近 12 个月账单 11,640 元">¥970</Why>)
  await userEvent.click(page.getByRole('button', { name: '¥970' }))
  await expect.element(page.getByRole('dialog', { name: '怎么来的' })).toBeVisible()
  await accessible()
})

test('a menu chooses by key', async () => {
  const choose = vi.fn<(id: string) => void>()
  await opened(
    <Menu label="更多" trigger={<IconButton label="更多" icon="more" />} choices={channels} onChoose={choose} />,
  )
  await userEvent.click(page.getByRole('button', { name: '更多' }))
  await expect.element(page.getByRole('menu')).toBeVisible()
  await accessible()
  await userEvent.keyboard('{ArrowDown}{ArrowDown}{Enter}')
  expect(choose).toHaveBeenCalledWith('visit')
})

function Fields() {
  const [channel, setChannel] = useState<string | null>(null)
  const [person, setPerson] = useState<string | null>(null)
  const [day, setDay] = useState<string | null>('2026-11-25')
  return (
    <>
      <Select label="渠道" options={channels} value={channel} onChange={setChannel} />
      <ComboBox label="方式" options={channels} value={person} onChange={setPerson} />
      <DatePicker label="期限" value={day} onChange={setDay} />
      <p>
        {channel} {person} {day}
      </p>
    </>
  )
}

test('choosing an option, finding one by typing, turning to a day', async () => {
  await opened(<Fields />)
  await userEvent.click(page.getByRole('button', { name: /渠道/ }))
  await expect.element(page.getByRole('listbox')).toBeVisible()
  await accessible()
  await userEvent.click(page.getByRole('option', { name: '拜访' }))
  // the list gives the focus back as it goes; typing before that would be typing into a box about to close
  await expect.element(page.getByRole('listbox')).not.toBeInTheDocument()
  await userEvent.type(page.getByRole('combobox', { name: /方式/ }), '电')
  await expect.element(page.getByRole('option', { name: '拜访' })).not.toBeInTheDocument()
  await userEvent.click(page.getByRole('option', { name: '电话' }))
  await userEvent.click(page.getByRole('button', { name: /日历/ }))
  await expect.element(page.getByRole('grid')).toBeVisible()
  await accessible()
  await userEvent.click(page.getByRole('button', { name: /11月27日/ }))
  await expect.element(page.getByText('visit call 2026-11-27')).toBeVisible()
})

const layers: Record<string, ReactNode> = {
  dialog: (
    <Dialog title="合并" isOpen onClose={nothing} acts={<Button kind="go">合并</Button>}>
      两份档案并成一份。
    </Dialog>
  ),
  drawer: (
    <Drawer title="更多" side="bottom" isOpen onClose={nothing}>
      …
    </Drawer>
  ),
  palette: (
    <CommandPalette
      isOpen
      onClose={nothing}
      query=""
      onQuery={nothing}
      groups={[{ id: 'acts', title: '操作', items: [{ id: 'log', label: '记一次接触', hotkey: 'l' }] }]}
      onChoose={nothing}
    />
  ),
}

test.each(Object.keys(layers))('an open %s is accessible', async (name) => {
  await opened(layers[name])
  await expect.element(page.getByRole('dialog')).toBeVisible()
  await accessible()
})

test('a notice of a problem stays', async () => {
  await opened('…')
  notify({ text: '没有存上', tone: 'problem' })
  await expect.element(page.getByText('没有存上')).toBeVisible()
  await accessible()
})
