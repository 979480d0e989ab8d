import { existsSync } from 'node:fs'
import { readdir, readFile } from 'node:fs/promises'
import { join } from 'node:path'

/** The YAML files of one folder in the order of their names, as they are written; none where there is no such folder. */
export const yamlFiles = async (folder: string): Promise<{ name: string; file: string; text: string }[]> => {
  if (!existsSync(folder)) return []
  const names = (await readdir(folder)).filter((name) => name.endsWith('.yaml')).sort()
  return Promise.all(
    names.map(async (name) => {
      const file = join(folder, name)
      return { name, file, text: await readFile(file, 'utf8') }
    }),
  )
}
