import type { Layout } from '#domain/form/layout.ts'
import { parseLayout } from '#domain/form/parse.ts'
import { type PackPart } from '#server/playbook/pack-part.ts'
import { currentLayouts, storeBranchLayout } from './load.ts'

export const formsPart: PackPart<Layout> = {
  kind: 'forms',
  parse: parseLayout,
  inUse: async (db, branchId) =>
    (await currentLayouts(db, branchId)).map(({ pack, layout, ownHash }) => ({
      pack,
      name: layout.id,
      file: layout,
      ownHash,
    })),
  titleOf: ({ title }) => title,
  versionOf: ({ version }) => version,
  withVersion: (file, version) => ({ ...file, version }),
  bodyOf: (file) => file,
  headOf: ({ sections, ...head }) => ({
    ...head,
    sections: sections.map(({ fields: _fields, ...section }) => section),
  }),
  entriesOf: ({ sections }) =>
    sections.flatMap(({ id: section, fields }) =>
      fields.map((field) => ({ id: field.id, title: field.label, content: { section, ...field } })),
    ),
  names: { within: 'branch', of: ({ id }) => [id] },
  leavingWords: () => [],
  taken: (trx, _caller, at, pack, file) => storeBranchLayout(trx, pack, file, at),
}
