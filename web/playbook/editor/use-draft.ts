import { useCallback, useEffect, useEffectEvent, useReducer, useRef, useState } from 'react'
import type { Contract } from '#api/contract.ts'
import type { Reply } from '#api/endpoint.ts'
import { alike } from '#domain/playbook/editing/alike.ts'
import type { Draft } from '#domain/playbook/editing/draft.ts'
import { type Clash, mergeDrafts } from '#domain/playbook/editing/merge.ts'
import { partAt, withPart } from '#domain/playbook/editing/place.ts'
import { fieldName, type Path } from '#domain/playbook/locate.ts'
import { now } from '#web/client/clock.ts'
import { Refused, send } from '#web/client/send.ts'
import { afterStroke, untouched } from './strokes.ts'

export type Opened = Reply<Contract['GET /api/playbook-editions/:key']>

/** `kept` on the server, `writing` on its way, `here` only in this window because the server could not be reached. */
export type Saving = 'unchanged' | 'kept' | 'writing' | 'here'

export type Editing = {
  draft: Draft
  /** Writes one place; undefined takes it away. */
  write: (path: Path, part: unknown) => void
  /** Writes the whole, from the other face. */
  replace: (draft: Draft) => void
  undo: (() => void) | null
  redo: (() => void) | null
  saving: Saving
  /** Places somebody else wrote as well, with both wordings. */
  clashes: readonly Clash[]
  choose: (clash: Clash, theirs: boolean) => void
  /** Who wrote on it meanwhile, once joined. */
  joinedBy: string | null
  /** Sends what is not yet kept, and answers the version the server has; null where there is no draft or it did not get there. */
  settle: () => Promise<number | null>
}

type Kept = { draft: Draft; version: number; clashes: readonly Clash[] }

const SAVED_AFTER_MS = 700
const AGAIN_AFTER_MS = 4000

/** What there is to write on: the draft, else what is in use, else what was before it was put away. */
const keptOf = ({ draft, current, file, editions }: Opened): Kept => {
  if (draft) return { draft: draft.body, version: draft.version, clashes: draft.clashes.map(asClash) }
  const from = current ?? file ?? editions[0]?.playbook
  if (!from) throw new Error('a playbook without words')
  return { draft: from, version: 0, clashes: [] }
}

const asClash = ({ path, mine, theirs }: { path: Path; mine?: unknown; theirs?: unknown }): Clash => ({
  path,
  mine,
  theirs,
})

/** The draft of a playbook as this window writes it. It keeps itself; what somebody else wrote meanwhile is joined, never lost. */
export const useDraft = (opened: Opened): Editing => {
  const { key } = opened
  const [first] = useState(() => keptOf(opened))
  const [strokes, stroke] = useReducer(afterStroke, first.draft, untouched)
  const [clashes, setClashes] = useState(first.clashes)
  const [saving, setSaving] = useState<Saving>(first.version === 0 ? 'unchanged' : 'kept')
  const [joinedBy, setJoinedBy] = useState<string | null>(null)
  const kept = useRef(first)
  // what the server is known to have, for what is shown
  const [shownKept, setShownKept] = useState(first)
  const hold = useCallback((next: Kept): void => {
    kept.current = next
    setShownKept(next)
  }, [])
  const line = useRef<Promise<unknown>>(Promise.resolve())
  const { draft } = strokes
  const newest = useRef({ draft, clashes })
  useEffect(() => {
    newest.current = { draft, clashes }
  })

  /** Sends what is new; true when somebody else's words were joined to it, so that the whole has to be sent again. */
  const keep = useCallback(async (): Promise<boolean> => {
    const { draft, clashes } = newest.current
    const { version: base, draft: before, clashes: known } = kept.current
    if (alike(draft, before) && alike(clashes, known)) return false
    setSaving('writing')
    try {
      const body = {
        base,
        draft,
        clashes: clashes.map(({ path, mine, theirs }) => ({ path: [...path], mine, theirs })),
      }
      const { version } = await send('PUT /api/playbook-drafts/:key', { params: { key }, body })
      hold({ draft, version, clashes })
      setSaving('kept')
      return false
    } catch (error) {
      const theirs = error instanceof Refused ? theirsIn(error) : null
      if (!theirs) {
        setSaving('here')
        return false
      }
      const joined = mergeDrafts(before, draft, theirs.draft)
      hold({ draft: theirs.draft, version: theirs.version, clashes: theirs.clashes })
      const all = [...theirs.clashes, ...joined.clashes]
      newest.current = { draft: joined.draft, clashes: all }
      stroke({ do: 'join', draft: joined.draft })
      setClashes(all)
      setJoinedBy(theirs.by)
      return true
    }
  }, [key, hold])

  const inLine = useCallback((): Promise<unknown> => {
    const sendAll = async (): Promise<void> => {
      for (let again = true; again;) again = await keep()
    }
    line.current = line.current.then(sendAll)
    return line.current
  }, [keep])

  useEffect(() => {
    if (alike(draft, kept.current.draft) && alike(clashes, kept.current.clashes)) return undefined
    const timer = setTimeout(() => void inLine(), saving === 'here' ? AGAIN_AFTER_MS : SAVED_AFTER_MS)
    return () => clearTimeout(timer)
  }, [draft, clashes, saving, inLine])
  const leave = useEffectEvent(() => void inLine())
  useEffect(() => () => leave(), [])

  const waits = !alike(draft, shownKept.draft) || !alike(clashes, shownKept.clashes)
  const put = (next: Draft, field: string): void => stroke({ do: 'write', draft: next, field, at: now().getTime() })
  return {
    draft,
    write: (path, part) => {
      if (!alike(partAt(draft, path), part)) put(withPart(draft, path, part), fieldName(path))
    },
    replace: (next) => put(next, ''),
    undo: strokes.past.length > 0 ? () => stroke({ do: 'undo' }) : null,
    redo: strokes.future.length > 0 ? () => stroke({ do: 'redo' }) : null,
    // a word not yet sent is not kept, not even for the moment until it is
    saving: waits && saving !== 'here' ? 'writing' : saving,
    clashes,
    choose: (clash, theirs) => {
      setClashes(clashes.filter((one) => one !== clash))
      put(withPart(draft, clash.path, theirs ? clash.theirs : clash.mine), fieldName(clash.path))
    },
    joinedBy,
    settle: async () => {
      await inLine()
      const { draft: sent, version } = kept.current
      return version > 0 && alike(sent, newest.current.draft) ? version : null
    },
  }
}

/** What a conflict brings back: the other's draft, and which places were already in dispute. */
const theirsIn = ({ reply }: Refused): (Kept & { by: string }) | null => {
  const draft = reply.conflicts?.find(({ field }) => field === 'draft')
  if (reply.code !== 'record.conflict' || !draft) return null
  const clashes = reply.conflicts?.find(({ field }) => field === 'clashes')?.theirs
  return {
    draft: draft.theirs as Draft,
    version: Number(reply.params['version']),
    clashes: Array.isArray(clashes) ? clashes.map((one: Parameters<typeof asClash>[0]) => asClash(one)) : [],
    by: draft.by,
  }
}
