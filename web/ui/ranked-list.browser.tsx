import { useState } from 'react'
import { expect, test, vi } from 'vitest'
import { page, userEvent } from 'vitest/browser'
import { render } from 'vitest-browser-react'
import { RankedList, type RankedItem } from './ranked-list.tsx'
import { Stage } from './stage.tsx'

const items: RankedItem[] = ['李姐', '周总', '陈主任'].map((name, index) => ({
  id: String(index),
  rank: index + 1,
  icon: 'person',
  name,
  why: '合约到期',
}))

function List({ onOpen }: { onOpen: (id: string) => void }) {
  const [selected, setSelected] = useState('0')
  return (
    <Stage>
      <RankedList
        label="名单"
        items={items}
        selected={selected}
        onSelect={setSelected}
        onOpen={onOpen}
        heads={['客户', '价值', '期限']}
        next="下一位"
        previous="上一位"
      />
    </Stage>
  )
}

const chosen = (name: string) =>
  expect.element(page.getByRole('option', { name: new RegExp(name) })).toHaveAttribute('aria-selected', 'true')

test('J and K move, arrows go on from there, the ends hold, Enter opens', async () => {
  const onOpen = vi.fn<(id: string) => void>()
  await render(<List onOpen={onOpen} />)
  await userEvent.keyboard('j')
  await chosen('周总')
  await userEvent.keyboard('jjj')
  await chosen('陈主任')
  await userEvent.keyboard('k')
  await chosen('周总')
  await userEvent.keyboard('{ArrowUp}')
  await chosen('李姐')
  await userEvent.keyboard('{Enter}')
  expect(onOpen).toHaveBeenCalledWith('0')
})
