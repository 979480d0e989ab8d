/** One row of `docs/catalogue.md`: the id, its group (the letter's heading) and what it asks. */
export type Entry = { id: string; group: string; asks: string }

/** One journey's title with the ids it cites; a skipped journey proves nothing. */
export type Journey = { file: string; title: string; ids: string[]; skipped: boolean }

/** The ids of one group: each proven one with the titles that prove it, and those nobody proves yet. */
export type GroupCoverage = { group: string; proven: { id: string; titles: string[] }[]; open: Entry[] }

const MOST_IDS_A_TITLE = 4

/** The rows of the catalogue in the order of the page; every table line that begins with an id counts. */
export function entriesOf(markdown: string): Entry[] {
  const entries: Entry[] = []
  let group = ''
  for (const line of markdown.split(/\r?\n/)) {
    group = /^## (.+)$/.exec(line)?.[1]?.trim() ?? group
    const row = /^\| ([A-Z]-\d+) \| ([^|]+) \|/.exec(line)
    if (row?.[1] && row[2]) entries.push({ id: row[1], group, asks: row[2].trim() })
  }
  return entries
}

/**
 * The journeys of one source file, by their `test('…')` titles. A `test.skip` or `test.fixme` with a title is kept as skipped,
 * so that its ids are still checked; `test.describe` and `test.step` titles are not journeys.
 */
export function journeysOf(file: string, source: string): Journey[] {
  const call =
    /(?<![\w.$])test(?:\.(only|skip|fixme|fail|slow))?\(\s*(?:'((?:\\.|[^'\\])*)'|"((?:\\.|[^"\\])*)"|`((?:\\.|[^`\\])*)`)/g
  return [...source.matchAll(call)].map(([, modifier, single, double, template]) => {
    const title = single ?? double ?? template ?? ''
    return { file, title, ids: citedIn(title), skipped: modifier === 'skip' || modifier === 'fixme' }
  })
}

/** The ids a title cites in brackets, `[S-26][S-27]`, in order. */
const citedIn = (title: string): string[] => [...title.matchAll(/\[([A-Z]-\d+)\]/g)].map(([, id = '']) => id)

/** What is wrong with the catalogue or the titles, as lines for a person; empty when all is well. */
export function faultsOf(entries: readonly Entry[], journeys: readonly Journey[]): string[] {
  const known = new Set(entries.map(({ id }) => id))
  const twice = entries.filter(({ id }, at) => entries.findIndex((entry) => entry.id === id) !== at)
  return [
    ...twice.map(({ id }) => `docs/catalogue.md has ${id} more than once`),
    ...journeys.flatMap(({ file, title, ids }) => [
      ...ids
        .filter((id) => !known.has(id))
        .map((id) => `${file}: "${title}" cites ${id}, which is not in docs/catalogue.md`),
      ...(ids.length > MOST_IDS_A_TITLE
        ? [`${file}: "${title}" cites ${ids.length} ids; ${MOST_IDS_A_TITLE} is the most one journey can show`]
        : []),
    ]),
  ]
}

/** Which ids of each group are proven by a journey that runs, in the order of the catalogue. */
export function coverageOf(entries: readonly Entry[], journeys: readonly Journey[]): GroupCoverage[] {
  const titles = new Map<string, string[]>()
  for (const journey of journeys) {
    if (journey.skipped) continue
    for (const id of journey.ids) titles.set(id, [...(titles.get(id) ?? []), journey.title])
  }
  return [...Map.groupBy(entries, ({ group }) => group)].map(([group, members]) => ({
    group,
    proven: members.flatMap(({ id }) => {
      const by = titles.get(id)
      return by ? [{ id, titles: by }] : []
    }),
    open: members.filter(({ id }) => !titles.has(id)),
  }))
}
