/** Why a file that should be a packed folder cannot be read. */
export type ArchiveFacts = {
  'archive.broken': None
  'archive.too-big': { limitMb: number }
  'archive.too-many': { limit: number }
  /** A name that would lead out of the folder, or that no folder can hold. */
  'archive.path': { path: string }
  'archive.not-text': { path: string }
  'archive.no-pack': None
  'archive.empty': None
}

type None = Readonly<Record<string, never>>

/**
 * Whether a name from an archive may be a file inside the folder it is unpacked to: relative, going nowhere but down, in characters
 * every system can write.
 */
export const staysInside = (path: string): boolean =>
  path.length > 0 &&
  path.length <= 200 &&
  !path.startsWith('/') &&
  // oxlint-disable-next-line no-control-regex -- control characters are what is looked for
  !/[\\:*?"<>|\u0000-\u001f]/.test(path) &&
  path.split('/').every((part) => part !== '' && part !== '.' && part !== '..')

/** Where the pack lies in the archive: the folder of its topmost `pack.yaml`, empty at the root; null where there is none. */
export const packRoot = (paths: readonly string[]): string | null => {
  const found = paths.filter((path) => path === 'pack.yaml' || path.endsWith('/pack.yaml'))
  const top = found.toSorted((a, b) => a.length - b.length)[0]
  return top === undefined ? null : top.slice(0, -'pack.yaml'.length)
}
