import { describe, expect, test } from 'vitest'
import { contract } from '#api/contract.ts'
import { openApi } from './openapi.ts'

type Operation = { operationId: string; parameters: { name: string; in: string }[]; responses: Record<string, unknown> }

const operations = Object.entries(openApi().paths as Record<string, Record<string, Operation>>).flatMap(
  ([path, methods]) => Object.values(methods).map((operation) => ({ path, operation })),
)

describe('the OpenAPI document', () => {
  test('holds every endpoint of the contract once', () => {
    expect(operations.map(({ operation }) => operation.operationId).toSorted()).toEqual(
      Object.keys(contract).toSorted(),
    )
  })

  test('describes every parameter of a path', () => {
    for (const { path, operation } of operations) {
      const inPath = [...path.matchAll(/\{(\w+)\}/g)].map(([, name]) => name)
      expect(
        operation.parameters.filter((p) => p.in === 'path').map((p) => p.name),
        path,
      ).toEqual(inPath)
    }
  })

  test('says how each can fail', () => {
    for (const { operation } of operations.filter(({ operation }) => operation.operationId.includes('/customers')))
      expect(operation.responses).toHaveProperty('403')
  })
})
