import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { csvRows } from './csv.ts'
import type { Turn } from '#domain/coach/look.ts'

const root = process.env['WEIXI_REFERENCE_DATA'] ?? join(import.meta.dirname, '..', '..', '..', 'shared', 'data')
const file = (name: string): string => join(root, 'coach', name)

/** The dialogues with what their readers thought of them. */
export const helpdeskFile = file('stc3_dch/stc3_cn_dev.json')

export const hasHelpdesk = (): boolean => existsSync(helpdeskFile)

export type Dialogue = { id: string; turns: Turn[] }

type RawDialogue = { id: string; turns: { sender: string; utterances: string[] }[] }

/** Public customer and helpdesk dialogues; the file stays where it is. */
export const dialogues = (): Dialogue[] =>
  (JSON.parse(readFileSync(helpdeskFile, 'utf8')) as RawDialogue[]).map(({ id, turns }) => ({
    id,
    turns: turns.map(({ sender, utterances }) => ({
      by: sender === 'customer' ? 'customer' : 'staff',
      text: utterances.join(' '),
    })),
  }))

/** A labelled turn: what was said before, what the turn is, and what two raters agree it does. */
export type Labelled = { dialogue: string; turns: Turn[]; labels: Record<string, string> }

export const labelledTurns = (): Labelled[] => {
  const [head = '', ...lines] = readFileSync(file('stc3_dch/gold_dev.tsv'), 'utf8').trim().split('\n')
  const names = head.split('\t')
  return lines.map((line) => {
    const row = Object.fromEntries(line.split('\t').map((cell, i) => [names[i] ?? '', cell]))
    const before = (row['context'] ?? '').split(' / ').map((said): Turn => ({
      by: said.startsWith('客') ? 'customer' : 'staff',
      text: said.slice(2),
    }))
    return {
      dialogue: row['id'] ?? '',
      turns: [...before, { by: 'staff', text: row['utterance'] ?? '' }],
      labels: row,
    }
  })
}

/** English counselling calls with the kind of question. */
export const counselling = (): { dialogue: string; text: string; open: boolean; closed: boolean }[] =>
  csvRows(readFileSync(file('annomi/annomi_dev.csv'), 'utf8'))
    .filter((row) => row['interlocutor'] === 'therapist')
    .map((row) => ({
      dialogue: row['transcript_id'] ?? '',
      text: row['utterance_text'] ?? '',
      open: row['question_subtype'] === 'open',
      closed: row['question_subtype'] === 'closed',
    }))
