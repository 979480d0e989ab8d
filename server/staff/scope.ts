import { type ExpressionBuilder, type ExpressionWrapper, type SqlBool, sql } from 'kysely'
import type { Scope } from '#domain/staff/scope.ts'
import type { Tables } from '#server/db/tables.ts'

type OwnedTable = ExpressionBuilder<Tables, 'customer'>

/** Compiles a scope to SQL over `customer`; `covers` in the domain says the same of one record, a property test holds them equal. */
export const withinScope =
  (scope: Scope) =>
  (eb: OwnedTable): ExpressionWrapper<Tables, 'customer', SqlBool> => {
    switch (scope.kind) {
      case 'none':
        return eb.and([sql<SqlBool>`false`])
      case 'all':
        return eb.and([])
      case 'own':
        return isOwn(eb, scope.staffId)
      case 'units':
        return eb.or([isOwn(eb, scope.staffId), eb('customer.unit_id', '=', eb.fn.any(sql.val([...scope.unitIds])))])
    }
  }

const isOwn = (eb: OwnedTable, staffId: string): ExpressionWrapper<Tables, 'customer', SqlBool> =>
  eb.or([eb('customer.manager_id', '=', staffId), eb('customer.backup_id', '=', staffId)])
