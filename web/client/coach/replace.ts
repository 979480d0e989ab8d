type Box = HTMLTextAreaElement | HTMLInputElement

/** Where a time or a thing still has to be filled in. */
const BLANK = '×'

/**
 * Puts words in the place of others as if they had been typed, so that the field's own undo brings the old ones back. What is still to be filled in
 * is left selected.
 */
export const replaceIn = (box: Box, { start, end }: { start: number; end: number }, words: string): void => {
  box.focus()
  box.setSelectionRange(start, end)
  if (!document.execCommand('insertText', false, words)) insertPlainly(box, start, end, words)
  const blank = words.indexOf(BLANK)
  if (blank >= 0) box.setSelectionRange(start + blank, start + blank + 1)
}

/** A browser without the command: the field is set, and told that it was. */
const insertPlainly = (box: Box, start: number, end: number, words: string): void => {
  const prototype = box instanceof HTMLTextAreaElement ? HTMLTextAreaElement.prototype : HTMLInputElement.prototype
  const text = box.value.slice(0, start) + words + box.value.slice(end)
  Object.getOwnPropertyDescriptor(prototype, 'value')?.set?.call(box, text)
  box.dispatchEvent(new Event('input', { bubbles: true }))
}
