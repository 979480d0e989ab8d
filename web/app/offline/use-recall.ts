import { useQueryClient } from '@tanstack/react-query'
import { useEffect, useState } from 'react'
import { sinceLastSign } from '../idle-time.ts'
import { usePreferences } from '../preferences.ts'
import { recallAnswers } from './kept.ts'

export type Recall = 'looking' | 'found' | 'nothing' | 'idle'

/**
 * Without the server, what this device kept is shown: but only while somebody has been here. A seat that would have locked by
 * now stays shut, since nobody can be asked for a PIN.
 */
export const useRecall = (unreachable: boolean): Recall => {
  const client = useQueryClient()
  const { lockAfter } = usePreferences()
  const [recall, setRecall] = useState<Recall>('looking')
  useEffect(() => {
    if (!unreachable) return
    const look = async (): Promise<void> => {
      if (lockAfter > 0 && sinceLastSign(Date.now()) >= lockAfter * 60_000) setRecall('idle')
      else setRecall((await recallAnswers(client)) ? 'found' : 'nothing')
    }
    void look()
  }, [client, lockAfter, unreachable])
  return recall
}
