-- what of a pack that came as a file a branch uses beside its playbooks, in the place of the pack's own: call words, texts, forms, check lists, offers
create table branch_pack_file (
  branch_id integer not null,
  kind text collate "C" not null check (kind in ('scripts', 'texts', 'forms', 'checklists', 'offers')),
  pack text collate "C" not null,
  name text collate "C" not null,
  hash text collate "C" not null,
  definition jsonb not null,
  -- the hash of the pack's own file when this came; another one since means that the pack has something newer to look at
  file_hash text collate "C",
  imported_by uuid not null,
  imported_at timestamptz not null,
  primary key (branch_id, kind, pack, name),
  foreign key (branch_id, imported_by) references staff (branch_id, id)
);

-- a form of one branch is kept for good as the others are, and is not the pack's
alter table form_layout add column from_file boolean not null default true;

-- a list may have come to one branch as a file
alter table self_check drop constraint self_check_checklist_fkey;
alter table bearing_sheet drop constraint bearing_sheet_checklist_fkey;

-- the file of the pack an offer stands in
alter table pack_offer add column family text collate "C" not null default '';
