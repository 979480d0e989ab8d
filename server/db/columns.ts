import type { ColumnType } from 'kysely'

type JsonValue = string | number | boolean | null | readonly JsonValue[] | { readonly [key: string]: JsonValue }

/** A json column: read as a value, written as text by `JSON.stringify` (the driver takes a bare array for a PostgreSQL array). */
export type Json = ColumnType<JsonValue, string, string>

/** The same with a default. */
export type GeneratedJson = ColumnType<JsonValue, string | undefined, string>
