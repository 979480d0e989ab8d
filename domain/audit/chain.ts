/** Answers the digest of a text as lower-case hex; SHA-256 everywhere but in tests. */
export type Hash = (text: string) => string

/** What of an audit row is sealed. Whom it is listed under is not: a merge may move that. */
export type SealedFacts = {
  id: string
  /** ISO instant in UTC, to the millisecond. */
  at: string
  actorId: string | null
  action: string
  entity: string
  entityId: string | null
  version: number | null
  changes: unknown
  params: unknown
}

/** A row as it lies in the log; one whose contents were erased keeps its digest and loses facts and salt. */
export type SealedRow = { id: string; digest: string } & ({ facts: SealedFacts; salt: string } | { erased: true })

/** One link: a batch of rows closed together, with the hash of the link before it. */
export type Seal = { number: number; previous: string; rows: number; hash: string }

/** What does not fit. `rowId` is null where a whole seal does not. */
export type ChainFault = {
  code: 'row.changed' | 'rows.removed' | 'rows.added' | 'seal.changed' | 'seal.missing' | 'chain.broken'
  seal: number
  rowId: string | null
}

/** Before the first seal. */
export const GENESIS = '0'.repeat(64)

/**
 * The digest of one row: of its facts in a fixed spelling behind a random salt, so that the digest alone tells nothing of the row and may stay when
 * its contents must go.
 */
export const digestOf = (facts: SealedFacts, salt: string, hash: Hash): string =>
  hash(
    `${salt}\n${spelled([
      facts.id,
      facts.at,
      facts.actorId,
      facts.action,
      facts.entity,
      facts.entityId,
      facts.version,
      facts.changes,
      facts.params,
    ])}`,
  )

/** The hash of a seal over its rows in the order of their ids. */
export const sealHash = (number: number, previous: string, digests: readonly string[], hash: Hash): string =>
  hash([number, previous, digests.length, ...digests].join('\n'))

/** What does not fit in one link, given the link before it (null for the first); rows in the order of their ids. */
export const faultsOfSeal = (
  before: Seal | null,
  seal: Seal,
  rows: readonly SealedRow[],
  hash: Hash,
): readonly ChainFault[] => {
  const fault = (code: ChainFault['code'], rowId: string | null = null): ChainFault => ({
    code,
    seal: seal.number,
    rowId,
  })
  const changed = rows
    .filter((row) => 'facts' in row && digestOf(row.facts, row.salt, hash) !== row.digest)
    .map(({ id }) => fault('row.changed', id))
  const counted =
    rows.length < seal.rows ? [fault('rows.removed')] : rows.length > seal.rows ? [fault('rows.added')] : []
  const digests = rows.map(({ digest }) => digest)
  const resealed = sealHash(seal.number, seal.previous, digests, hash) !== seal.hash
  return [
    ...(seal.number === (before?.number ?? 0) + 1 ? [] : [fault('seal.missing')]),
    ...(seal.previous === (before?.hash ?? GENESIS) ? [] : [fault('chain.broken')]),
    ...changed,
    ...counted,
    ...(resealed && changed.length === 0 && counted.length === 0 ? [fault('seal.changed')] : []),
  ]
}

/** JSON with every object's keys in order, so that one value has one spelling. */
const spelled = (value: unknown): string => JSON.stringify(value, (_key, inner: unknown) => ordered(inner))

const ordered = (value: unknown): unknown =>
  typeof value === 'object' && value !== null && !Array.isArray(value)
    ? Object.fromEntries(Object.entries(value).toSorted(([a], [b]) => (a < b ? -1 : 1)))
    : value
