import { useQueryClient } from '@tanstack/react-query'
import { useEffect, useState } from 'react'
import { sinceLastSign } from '../idle-time.ts'
import { usePreferences } from '../preferences.ts'
import { recallAnswers, shutAnswers } from './kept.ts'
import { canKeep, isShut } from './vault.ts'

export type Recall = 'looking' | 'found' | 'nothing' | 'idle' | 'shut'

/**
 * Without the server, what this device kept is shown: but only while somebody has been here. A seat that would have locked by
 * now opens with the code its owner took along; without one it stays shut, since nobody can be asked for a PIN.
 */
export const useRecall = (unreachable: boolean): { recall: Recall; again: () => void } => {
  const client = useQueryClient()
  const { lockAfter } = usePreferences()
  const [recall, setRecall] = useState<Recall>('looking')
  const show = async (): Promise<void> => setRecall((await recallAnswers(client)) ? 'found' : 'nothing')
  useEffect(() => {
    if (!unreachable) return
    const look = async (): Promise<void> => {
      const idle = lockAfter > 0 && sinceLastSign(Date.now()) >= lockAfter * 60_000
      if (idle) await shutAnswers()
      if (canKeep() && (await isShut().catch(() => false))) setRecall('shut')
      else if (idle) setRecall('idle')
      else setRecall((await recallAnswers(client)) ? 'found' : 'nothing')
    }
    void look()
  }, [client, lockAfter, unreachable])
  return { recall, again: () => void show() }
}
