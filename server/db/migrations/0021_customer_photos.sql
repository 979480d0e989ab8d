-- pictures of a place [K-32]: what stands in the database about them; the bytes lie beside it, in the data folder
create table customer_photo (
  branch_id integer not null,
  id uuid not null,
  customer_id uuid not null,
  subject text not null check (subject in ('front', 'display', 'counter', 'store', 'other')),
  caption text,
  taken_on date not null,
  media text not null check (media in ('image/jpeg', 'image/png', 'image/webp')),
  bytes integer not null check (bytes > 0),
  width integer not null check (width > 0),
  height integer not null check (height > 0),
  noted_by uuid not null,
  added_at timestamptz not null,
  version integer not null default 1,
  removed_at timestamptz,
  primary key (branch_id, id),
  foreign key (branch_id, customer_id) references customer (branch_id, id),
  foreign key (branch_id, noted_by) references staff (branch_id, id)
);
create index customer_photo_customer on customer_photo (branch_id, customer_id, taken_on);
