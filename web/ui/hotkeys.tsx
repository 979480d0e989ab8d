import { createContext, type ReactNode, use, useEffect, useRef, useState } from 'react'
import { type Keys, matches } from './keys.ts'

export type Hotkey = {
  keys: Keys
  /** Shown in the list behind `?`; without one the key works but is not listed. */
  label?: string | (() => string)
  run: () => void
  /** Works while the cursor is in a text; for combinations with Ctrl or function keys. */
  whileTyping?: boolean
  enabled?: boolean
}

type Bound = { current: Hotkey & { scope: number } }
type Board = { bind: (bound: Bound) => () => void; listed: () => Listed[]; open: () => () => void }
type Listed = { keys: Keys; label: string }

const BoardContext = createContext<Board | null>(null)
const ScopeContext = createContext(0)

/** One listener for all keys. The latest binding of a key wins, so a pane may take a key over from the page around it. */
export function HotkeyProvider({ children }: { children: ReactNode }) {
  const [board] = useState(newBoard)
  useEffect(() => board.listen(), [board])
  return <BoardContext value={board}>{children}</BoardContext>
}

/** Inside an open dialog only the dialog's own keys work. */
export function HotkeyScope({ children }: { children: ReactNode }) {
  const board = use(BoardContext)
  const depth = use(ScopeContext) + 1
  useEffect(() => board?.open(), [board])
  return <ScopeContext value={depth}>{children}</ScopeContext>
}

/**
 * Binds a key while the component is mounted. It never fires during input-method composition, and while typing only
 * with `whileTyping`.
 */
export function useHotkey(hotkey: Hotkey | null): void {
  const board = use(BoardContext)
  const scope = use(ScopeContext)
  const bound = useRef<Hotkey & { scope: number }>(null)
  useEffect(() => {
    bound.current = hotkey ? { ...hotkey, scope } : null
  })
  const present = hotkey !== null
  useEffect(() => (present && board ? board.bind(bound as Bound) : undefined), [board, present])
}

/** The keys that work right now, for the list behind `?`. */
export const useHotkeyList = (): (() => Listed[]) => {
  const board = use(BoardContext)
  return () => board?.listed() ?? []
}

function newBoard() {
  const bindings: Bound[] = []
  let depth = 0
  const active = (): Bound[] => bindings.filter(({ current }) => current.scope === depth && current.enabled !== false)
  const onKeyDown = (event: KeyboardEvent): void => {
    if (composing(event)) return event.stopPropagation()
    if (event.repeat) return
    const typing = isTyping(event)
    const found = active().findLast(
      ({ current }) =>
        matches(current.keys, event) &&
        (!typing || current.whileTyping === true) &&
        !answeredByTarget(current.keys, event),
    )
    if (!found) return
    event.preventDefault()
    event.stopPropagation()
    found.current.run()
  }
  return {
    bind(bound: Bound) {
      bindings.push(bound)
      return () => void bindings.splice(bindings.indexOf(bound), 1)
    },
    open() {
      depth += 1
      return () => void (depth -= 1)
    },
    listed: () =>
      active().flatMap(({ current: { keys, label } }) =>
        label === undefined ? [] : [{ keys, label: typeof label === 'string' ? label : label() }],
      ),
    listen() {
      window.addEventListener('keydown', onKeyDown, true)
      return () => window.removeEventListener('keydown', onKeyDown, true)
    },
  }
}

/**
 * While an input method composes, every key belongs to it, and nothing on the page hears of it: no box has to ask again. Safari
 * reports the Enter that chooses the word after the composition's end, known by the old key code 229 alone.
 */
const composing = (event: KeyboardEvent): boolean =>
  event.isComposing || event.keyCode === 229 || event.key === 'Process'

const isTyping = ({ target }: KeyboardEvent): boolean =>
  target instanceof HTMLElement &&
  (target.isContentEditable ||
    target instanceof HTMLTextAreaElement ||
    target.closest('[data-hotkeys=off]') !== null ||
    (target instanceof HTMLInputElement && !['checkbox', 'radio', 'button', 'range'].includes(target.type)))

/** A focused button or link answers Enter and Space itself. */
const answeredByTarget = (keys: Keys, { target }: KeyboardEvent): boolean =>
  (keys === 'Enter' || keys === ' ') &&
  target instanceof HTMLElement &&
  target.closest('button, a[href], summary, input, [role=button], [role=link], [role=menuitem]') !== null
