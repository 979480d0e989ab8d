import { useEffect, useRef, useState } from 'react'
import type { Cure } from '#domain/coach/voice/cure.ts'
import type { ListeningHabit } from '#domain/coach/voice/listening.ts'
import type { Reading } from '#domain/coach/voice/reading.ts'
import { useOwn } from '../use-own.ts'
import type { OwnThing } from '../own-things.ts'
import { measure } from './measure.ts'
import { NoSound, soundOf, type SoundTrouble, wavOf } from './sound.ts'
import type { Recorded, Take } from './take.ts'

/** The take on the page: measured, perhaps kept. `made` is a sound nobody spoke. */
export type Current = { id: string | null; take: Take; sound: Recorded | null; made: boolean }

export type Trouble = SoundTrouble | 'failed' | 'noRoom'

type Coming = { name: string; text: string | null; made?: boolean }

/** Recording, loading, measuring and keeping takes, all of it on this device. */
export const usePractice = () => {
  const own = useOwn<Take>('take')
  const [current, setCurrent] = useState<Current | null>(null)
  const [measuring, setMeasuring] = useState(false)
  const [trouble, setTrouble] = useState<Trouble | null>(null)
  const [cure, setCure] = useState<{ id: Cure; before: Take | null } | null>(null)
  const [after, setAfter] = useState<Take | null>(null)
  const running = useRef<(() => void) | null>(null)
  useEffect(() => () => running.current?.(), [])

  const read = async (sound: Recorded, text: string | null, ours: 0 | 1): Promise<Reading | null> => {
    running.current?.()
    setMeasuring(true)
    const work = measure({ ...sound, text, ours })
    running.current = work.stop
    try {
      return await work.reading
    } catch {
      setTrouble('failed')
      return null
    } finally {
      setMeasuring(false)
    }
  }

  const takeIn = async (sound: Recorded, { name, text, made = false }: Coming): Promise<void> => {
    setTrouble(null)
    const reading = await read(sound, text, 0)
    if (!reading) return
    const take: Take = { name, text, ours: 0, model: false, cure: cure?.id ?? null, reading, habits: [] }
    setCurrent({ id: null, take, sound, made })
    if (cure) {
      if (cure.before) setAfter(take)
      else setCure({ ...cure, before: take })
    }
  }

  const takeFile = async (file: Blob, coming: Coming): Promise<void> => {
    setTrouble(null)
    try {
      await takeIn(await soundOf(file), coming)
    } catch (error) {
      setTrouble(error instanceof NoSound ? error.trouble : 'failed')
    }
  }

  const put = async (take: Take): Promise<void> => {
    const kept = own.things?.find(({ id }) => id === current?.id)
    setCurrent((before) => before && { ...before, take })
    if (kept) await own.put({ ...kept, value: take })
  }

  return {
    ...own,
    current,
    measuring,
    trouble,
    setTrouble,
    cure,
    after,
    takeIn,
    takeFile,
    /** Looks at the other channel as ours. */
    turn: async (ours: 0 | 1): Promise<void> => {
      if (!current?.sound) return
      const reading = await read(current.sound, current.take.text, ours)
      if (reading) await put({ ...current.take, ours, reading })
    },
    tick: (habits: ListeningHabit[]): void => {
      if (current) void put({ ...current.take, habits })
    },
    keep: async (): Promise<boolean> => {
      if (!current?.sound) return false
      const kept = await own.add(current.take, wavOf(current.sound))
      if (kept) setCurrent({ ...current, id: kept.id })
      else setTrouble('noRoom')
      return kept !== null
    },
    open: async ({ id, value }: OwnThing<Take>): Promise<void> => {
      setTrouble(null)
      const bytes = await own.fileOf(id)
      const sound = bytes ? await soundOf(new Blob([bytes])).catch(() => null) : null
      setCurrent({ id, take: value, sound, made: false })
    },
    tryCure: (id: Cure): void => {
      setAfter(null)
      setCure({ id, before: current && !current.take.model ? current.take : null })
    },
    leaveCure: (): void => {
      setAfter(null)
      setCure(null)
    },
  }
}

export type Practice = ReturnType<typeof usePractice>
