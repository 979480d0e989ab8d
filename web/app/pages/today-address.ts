import { useNavigate, useSearch } from '@tanstack/react-router'
import { useState } from 'react'
import { workFilters } from '#web/worklist/work-list.tsx'

type Tab = 'todo' | 'done' | 'later'

/** What the address keeps: the tab, the filter, and on a phone whether the brief is open. */
export const useAddress = () => {
  const search: Record<string, unknown> = useSearch({ from: '/signed-in/' })
  const navigate = useNavigate()
  const set = (change: Record<string, unknown>): void =>
    void navigate({ to: '/', search: { ...search, ...change }, replace: true })
  const tab: Tab = search['tab'] === 'done' || search['tab'] === 'later' ? search['tab'] : 'todo'
  const filter = workFilters.find((each) => each === search['kind']) ?? 'all'
  return {
    tab,
    filter,
    who: typeof search['who'] === 'string' ? search['who'] : '',
    opened: search['open'] === true,
    set,
  }
}

/**
 * Who is chosen. The address keeps it too, but comes after: with the address alone the brief was still the last one's while
 * the next key already fell, and a put-off meant for one customer opened on another.
 */
export const useChosen = (): [chosen: string, choose: (who: string) => void] => {
  const { who, set } = useAddress()
  const [chosen, setChosen] = useState(who)
  const [known, setKnown] = useState(who)
  if (who !== known) {
    setKnown(who)
    setChosen(who)
  }
  const choose = (next: string): void => {
    setChosen(next)
    set({ who: next, open: true })
  }
  return [chosen, choose]
}
