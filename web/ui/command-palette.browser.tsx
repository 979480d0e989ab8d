import { useState } from 'react'
import { expect, test, vi } from 'vitest'
import { page, userEvent } from 'vitest/browser'
import { render } from 'vitest-browser-react'
import { CommandPalette } from './command-palette.tsx'
import { useHotkey } from './hotkeys.tsx'
import { Stage } from './stage.tsx'

const people = ['李姐', '周总', '陈主任']

function Palette({ onChoose }: { onChoose: (id: string) => void }) {
  const [open, setOpen] = useState(false)
  const [query, setQuery] = useState('')
  useHotkey({ keys: 'mod+k', run: () => setOpen(true), whileTyping: true })
  return (
    <CommandPalette
      isOpen={open}
      onClose={() => setOpen(false)}
      query={query}
      onQuery={setQuery}
      groups={[
        {
          id: 'people',
          title: '客户',
          items: people.filter((name) => name.includes(query)).map((name) => ({ id: name, label: name })),
        },
      ]}
      onChoose={onChoose}
    />
  )
}

test('Ctrl K opens, typing narrows, arrows choose while the cursor stays in the box, Enter opens, Esc closes', async () => {
  const onChoose = vi.fn<(id: string) => void>()
  await render(
    <Stage>
      <Palette onChoose={onChoose} />
    </Stage>,
  )
  await userEvent.keyboard('{Control>}k{/Control}')
  await expect.element(page.getByRole('dialog')).toBeVisible()
  await userEvent.keyboard('{ArrowDown}{ArrowDown}{Enter}')
  expect(onChoose).toHaveBeenLastCalledWith('周总')
  await expect.element(page.getByRole('dialog')).not.toBeInTheDocument()

  await userEvent.keyboard('{Control>}k{/Control}')
  await page.getByRole('searchbox').fill('陈')
  await expect.element(page.getByRole('menuitem', { name: '李姐' })).not.toBeInTheDocument()
  await userEvent.keyboard('{ArrowDown}{Enter}')
  expect(onChoose).toHaveBeenLastCalledWith('陈主任')
  await expect.element(page.getByRole('dialog')).not.toBeInTheDocument()

  await userEvent.keyboard('{Control>}k{/Control}')
  await page.getByRole('searchbox').fill('周')
  await userEvent.keyboard('{Escape}')
  await expect.element(page.getByRole('dialog')).not.toBeInTheDocument()
})

test('Enter opens the first, though a letter was taken back and no arrow pressed since', async () => {
  const onChoose = vi.fn<(id: string) => void>()
  await render(
    <Stage>
      <Palette onChoose={onChoose} />
    </Stage>,
  )
  await userEvent.keyboard('{Control>}k{/Control}')
  await userEvent.type(page.getByRole('searchbox'), '周x{Backspace}')
  await expect.element(page.getByRole('menuitem', { name: '李姐' })).not.toBeInTheDocument()
  await userEvent.keyboard('{Enter}')
  expect(onChoose).toHaveBeenCalledWith('周总')
  expect(onChoose).toHaveBeenCalledOnce()
})
