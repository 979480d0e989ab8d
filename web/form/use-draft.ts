import { useQueryClient } from '@tanstack/react-query'
import { useCallback, useEffect, useRef, useState, useSyncExternalStore } from 'react'
import type { Answer, Answers } from '#domain/form/answer.ts'
import { subscribeParcels, throwAway } from '#web/client/parcels.ts'
import { Refused, send } from '#web/client/send.ts'
import { useLanguage } from '#web/ui/language.tsx'
import { useSeat } from '#web/client/session.tsx'
import { changeForm } from './form-here.ts'
import type { FormShown } from './form-types.ts'
import { changesOf } from './form-writes.ts'
import { aboutForm, clashesIn, hasWaiting, isCutOff, keepChanges, refusedOf } from './late-form.ts'

/** A pause in the writing after which it is saved. */
const PAUSE_MS = 700

export type Clash = {
  field: string
  theirs: Answer | null
  by: string
  /** What was written here without a network, where that is not in the field. */
  yours?: Answer | null
}

export type Draft = {
  answers: Answers
  set: (field: string, answer: Answer | null) => void
  /** `here`: on this device, and not at the server yet. */
  saving: 'saved' | 'saving' | 'here' | 'unsaved'
  clashes: readonly Clash[]
  /** Somebody else wrote in a field meanwhile: whose words stand. */
  settle: (field: string, whose: 'theirs' | 'yours') => void
  /** Writes what is not saved yet; true once everything is. */
  flush: () => Promise<boolean>
}

/** What is being written in a form: kept here, saved by itself at each pause, and before anything is done with it. */
export const useDraft = (form: FormShown): Draft => {
  const client = useQueryClient()
  const seat = useSeat()
  const language = useLanguage()
  const { id, key } = form
  const customerId = form.customer?.id ?? null
  const [answers, setAnswers] = useState<Answers>(form.answers as Answers)
  const [saving, setSaving] = useState<Draft['saving']>('saved')
  const [refused] = useState(() => refusedOf(id))
  const [clashes, setClashes] = useState<readonly Clash[]>(() => clashesIn(refused, form))
  const stored = useRef<Answers>(form.answers as Answers)
  const latest = useRef<Answers>(form.answers as Answers)
  const queue = useRef<Promise<boolean>>(Promise.resolve(true))

  const save = useCallback(async (): Promise<boolean> => {
    const written = latest.current
    const changes = changesOf(stored.current, written)
    if (changes.length === 0) return true
    setSaving('saving')
    const write = { params: { id }, body: { customerId, key, changes } }
    const keepHere = async (): Promise<boolean> => {
      const kept = await keepChanges(seat, write, aboutForm(form, form.title[language]))
      if (kept) {
        changeForm(client, form, { answers: written })
        stored.current = written
      }
      setSaving(kept ? 'here' : 'unsaved')
      return kept
    }
    if (hasWaiting(id)) return keepHere()
    try {
      await send('PUT /api/forms/:id', write)
      stored.current = written
      setSaving('saved')
      await client.invalidateQueries({ queryKey: ['GET /api/forms'] })
      return true
    } catch (error) {
      if (isCutOff(error)) return keepHere()
      setSaving('unsaved')
      if (error instanceof Refused && error.reply.code === 'record.conflict')
        setClashes(
          (error.reply.conflicts ?? []).map(({ field, theirs, by }) => ({
            field,
            theirs: theirs as Answer | null,
            by,
          })),
        )
      return false
    }
  }, [client, seat, form, language, id, key, customerId])

  const flush = useCallback((): Promise<boolean> => {
    queue.current = queue.current.then(save)
    return queue.current
  }, [save])

  useEffect(() => {
    if (changesOf(stored.current, answers).length === 0) return undefined
    const timer = setTimeout(() => void flush(), PAUSE_MS)
    return () => clearTimeout(timer)
  }, [answers, flush])

  const put = (next: Answers): void => {
    latest.current = next
    setAnswers(next)
    setSaving(changesOf(stored.current, next).length > 0 ? 'saving' : 'saved')
  }
  const set = (field: string, answer: Answer | null): void => {
    const { [field]: _was, ...others } = latest.current
    put(answer === null ? others : { ...others, [field]: answer })
  }
  const settle = (field: string, whose: 'theirs' | 'yours'): void => {
    const clash = clashes.find((one) => one.field === field)
    if (!clash) return
    const { [field]: _old, ...others } = stored.current
    stored.current = clash.theirs === null ? others : { ...others, [field]: clash.theirs }
    setClashes(clashes.filter((one) => one.field !== field))
    if (whose === 'theirs') set(field, clash.theirs)
    else if (clash.yours !== undefined) set(field, clash.yours)
    void flush()
    if (clashes.length === 1) for (const parcel of refused) void throwAway(parcel)
  }
  const waits = useSyncExternalStore(subscribeParcels, () => hasWaiting(id))
  const settled = saving === 'saved' || saving === 'here'
  return { answers, set, saving: settled ? (waits ? 'here' : 'saved') : saving, clashes, settle, flush }
}
