import type { Draft } from '#domain/playbook/editing/draft.ts'

/** A draft with the way back and forth through what was done to it. */
export type Strokes = {
  draft: Draft
  past: readonly Draft[]
  future: readonly Draft[]
  /** The field written last, and when: typing on in it is one stroke. */
  last: { field: string; at: number } | null
}

export type Stroke =
  | { do: 'write'; draft: Draft; field: string; at: number }
  | { do: 'undo' }
  | { do: 'redo' }
  /** Joined with what somebody else wrote: nothing to take back. */
  | { do: 'join'; draft: Draft }

const ONE_STROKE_MS = 1500
const MOST_STROKES = 200

export const untouched = (draft: Draft): Strokes => ({ draft, past: [], future: [], last: null })

/** What a stroke makes of it. Taking back an earlier stroke and writing anew forgets what was taken back. */
export const afterStroke = (strokes: Strokes, stroke: Stroke): Strokes => {
  const { draft, past, future, last } = strokes
  switch (stroke.do) {
    case 'write': {
      const goesOn = last?.field === stroke.field && stroke.at - last.at < ONE_STROKE_MS && past.length > 0
      return {
        draft: stroke.draft,
        past: goesOn ? past : [...past, draft].slice(-MOST_STROKES),
        future: [],
        last: { field: stroke.field, at: stroke.at },
      }
    }
    case 'undo': {
      const before = past.at(-1)
      return before ? { draft: before, past: past.slice(0, -1), future: [draft, ...future], last: null } : strokes
    }
    case 'redo': {
      const [after, ...rest] = future
      return after ? { draft: after, past: [...past, draft], future: rest, last: null } : strokes
    }
    case 'join':
      return untouched(stroke.draft)
  }
}
