import { useState } from 'react'
import { expect, test, vi } from 'vitest'
import { page, userEvent } from 'vitest/browser'
import { render } from 'vitest-browser-react'
import type { DataColumn } from './data-column.ts'
import { DataTable } from './data-table.tsx'
import { Stage } from './stage.tsx'

type Line = { id: string; name: string }
const lines = (count: number): Line[] => Array.from({ length: count }, (_, n) => ({ id: String(n), name: `客户 ${n}` }))
const columns: DataColumn<Line>[] = [{ key: 'name', title: '客户', render: ({ name }) => name, sortable: true }]
const keyOf = ({ id }: Line): string => id

function Long({ onOpen, onMore }: { onOpen: (id: string) => void; onMore: () => void }) {
  const [selected, setSelected] = useState<ReadonlySet<string>>(new Set())
  const [rows] = useState(() => lines(5000))
  return (
    <Stage>
      <DataTable
        className="h-90"
        label="客户"
        columns={columns}
        rows={rows}
        rowKey={keyOf}
        selected={selected}
        onSelected={setSelected}
        onOpen={onOpen}
        onMore={onMore}
      />
      <p>已选 {[...selected].join(' ')}</p>
    </Stage>
  )
}

test('five thousand rows: few exist, keys move through all, Shift ticks a stretch, the end asks for more', async () => {
  const [onOpen, onMore] = [vi.fn<(id: string) => void>(), vi.fn<() => void>()]
  await render(<Long onOpen={onOpen} onMore={onMore} />)
  await expect.element(page.getByRole('grid')).toBeVisible()
  expect(document.querySelectorAll('[data-index]').length).toBeLessThan(80)
  expect(onMore).not.toHaveBeenCalled()
  document.querySelector<HTMLElement>('[data-index="0"]')?.focus()
  await userEvent.keyboard('{ArrowDown}')
  await vi.waitFor(() => expect(document.activeElement).toHaveTextContent('客户 1'))
  await userEvent.keyboard(' ')
  await userEvent.keyboard('j')
  await vi.waitFor(() => expect(document.activeElement).toHaveTextContent('客户 2'))
  await userEvent.keyboard('j')
  await vi.waitFor(() => expect(document.activeElement).toHaveTextContent('客户 3'))
  await userEvent.keyboard('{Shift>} {/Shift}')
  await expect.element(page.getByText('已选 1 2 3')).toBeVisible()
  await userEvent.keyboard('{Enter}')
  expect(onOpen).toHaveBeenCalledWith('3')
  await userEvent.keyboard('{End}')
  await vi.waitFor(() => expect(document.activeElement).toHaveTextContent('客户 4999'))
  expect(onMore).toHaveBeenCalled()
})
