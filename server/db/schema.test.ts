import * as fs from 'node:fs'
import path from 'node:path'
import { expect, test } from 'vitest'
import { testDatabase } from '#test/database.ts'
import { temporaryFolder } from '#test/folder.ts'
import { schemaFaults } from './schema.ts'

const faultsOf = async (sql: string): Promise<string[]> => {
  const migrations = temporaryFolder()
  fs.writeFileSync(path.join(migrations, '0001_case.sql'), sql)
  return schemaFaults((await testDatabase({ migrations })).pool)
}

test('Weixi’s own tables are led by the branch in every key', async () => {
  expect(await schemaFaults((await testDatabase()).pool)).toEqual([])
})

test('a table led by the branch passes, whatever reference table it points to', async () => {
  const good = `
    create table branch (id integer primary key);
    create table shelf (branch_id integer references branch, id uuid, code text collate "C", primary key (branch_id, id), unique (branch_id, code));
    create table book (branch_id integer, id uuid, shelf_id uuid, primary key (branch_id, id), foreign key (branch_id, shelf_id) references shelf);`
  expect(await faultsOf(good)).toEqual([])
})

test('every way of leaving the branch out is named', async () => {
  const bad = `
    create table branch (id integer primary key, shelf_branch integer, shelf_id integer);
    create table bare (id integer);
    create table shelf (branch_id integer, id integer unique, primary key (branch_id, id), unique (id, branch_id));
    create table book (
      id integer, branch_id integer not null, shelf_id integer references shelf (id),
      title text, lent timestamp, made timestamptz default now(), primary key (id));
    create index on book (branch_id, title);
    create unique index book_title on book (lower(title), branch_id);
    alter table branch add foreign key (shelf_branch, shelf_id) references shelf (branch_id, id);
    create function nothing() returns trigger language plpgsql as 'begin return new; end';
    create trigger rule before insert on book for each row execute function nothing();`
  expect(await faultsOf(bad)).toMatchInlineSnapshot(`
    [
      "bare: has no branch_id that is never null",
      "bare: has no primary key",
      "book book_pkey: a primary or unique key begins with branch_id",
      "book book_shelf_id_fkey: a foreign key between business tables begins with branch_id on both sides",
      "book book_title: a primary or unique key begins with branch_id",
      "book rule: a trigger keeps the table from being distributed; rules live in domain/",
      "book.lent: instants are timestamptz, days are date",
      "book.made: a default may not read the clock; the writer passes the time",
      "book.title: text in an ordered index is collate "C", so that every engine gives the same order",
      "branch branch_shelf_branch_shelf_id_fkey: a reference table may not point to a business table",
      "shelf shelf_id_branch_id_key: a primary or unique key begins with branch_id",
      "shelf shelf_id_key: a primary or unique key begins with branch_id",
    ]
  `)
})
