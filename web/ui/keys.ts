/**
 * A combination as written in code: `j`, `?`, `Enter`, `F8`, `mod+k`, `ctrl+Enter`, `alt+p`, `ctrl+ArrowRight`.
 * `mod` is ⌘ on a Mac and Ctrl elsewhere. Letters are lower case.
 */
export type Keys = string

type Combination = { mod: boolean; ctrl: boolean; alt: boolean; shift: boolean; key: string }

const parse = (keys: Keys): Combination => {
  const parts = keys.split('+').filter((part) => part !== '')
  const key = keys.endsWith('+') ? '+' : (parts.at(-1) ?? '')
  const has = (modifier: string): boolean => parts.slice(0, -1).includes(modifier)
  return { mod: has('mod'), ctrl: has('ctrl'), alt: has('alt'), shift: has('shift'), key }
}

export const onMac = (): boolean => typeof navigator !== 'undefined' && /mac|iphone|ipad/i.test(navigator.userAgent)

type Stroke = Pick<KeyboardEvent, 'key' | 'code' | 'ctrlKey' | 'metaKey' | 'altKey' | 'shiftKey'>

/** Whether a key press is this combination. Shift is ignored for signs that need it, such as `?`. */
export function matches(keys: Keys, stroke: Stroke, mac = onMac()): boolean {
  const wanted = parse(keys)
  const ctrl = wanted.ctrl || (wanted.mod && !mac)
  if (stroke.ctrlKey !== ctrl || stroke.metaKey !== (wanted.mod && mac) || stroke.altKey !== wanted.alt) return false
  const letter = /^[a-z0-9]$/.test(wanted.key)
  if (stroke.shiftKey !== wanted.shift && (letter || wanted.key.length > 1)) return false
  // Alt and the Chinese layouts change `key`, not the place of the letter on the board.
  const byPlace =
    letter && stroke.code === (/\d/.test(wanted.key) ? `Digit${wanted.key}` : `Key${wanted.key.toUpperCase()}`)
  return stroke.key.toLowerCase() === wanted.key.toLowerCase() || (wanted.alt && byPlace)
}

const signs: Record<string, string> = {
  arrowright: '→',
  arrowleft: '←',
  arrowup: '↑',
  arrowdown: '↓',
  escape: 'Esc',
  enter: 'Enter',
  tab: 'Tab',
  ' ': 'Space',
}

/** The combination as printed on a key: `Ctrl K`, `⌘K`, `Alt P`, `Enter`. */
export function printed(keys: Keys, mac = onMac()): string {
  const { mod, ctrl, alt, shift, key } = parse(keys)
  const name = signs[key.toLowerCase()] ?? (key.length === 1 ? key.toUpperCase() : key)
  if (mac) return `${ctrl ? '⌃' : ''}${alt ? '⌥' : ''}${shift ? '⇧' : ''}${mod ? '⌘' : ''}${name}`
  return [ctrl || mod ? 'Ctrl' : '', alt ? 'Alt' : '', shift ? 'Shift' : '', name].filter(Boolean).join(' ')
}

/** The combination as `aria-keyshortcuts` wants it. */
export function announced(keys: Keys, mac = onMac()): string {
  const { mod, ctrl, alt, shift, key } = parse(keys)
  return [
    ctrl || (mod && !mac) ? 'Control' : '',
    mod && mac ? 'Meta' : '',
    alt ? 'Alt' : '',
    shift ? 'Shift' : '',
    key === ' ' ? 'Space' : key,
  ]
    .filter(Boolean)
    .join('+')
}
