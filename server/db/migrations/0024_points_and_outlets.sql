-- points beside the billing system's own figure: what was taken out, given on top, or lost by paying late [K-26, K-27];
-- what bills earn is reckoned from the bills and not stored
create table points_entry (
  branch_id integer not null,
  id uuid not null,
  customer_id uuid not null,
  on_day date not null,
  kind text not null check (kind in ('spend', 'reward', 'late')),
  -- spent or given; null for a late payment
  points integer check (points > 0),
  -- the bill that was paid late, and the share in percent the billing office still counts
  month integer check (month between 190001 and 299912),
  share smallint check (share between 0 and 100),
  gift text check (gift in ('goods', 'service', 'partner')),
  what text not null,
  noted_by uuid not null,
  version integer not null default 1,
  removed_at timestamptz,
  primary key (branch_id, id),
  foreign key (branch_id, customer_id) references customer (branch_id, id),
  foreign key (branch_id, noted_by) references staff (branch_id, id)
);
create index points_entry_by_customer on points_entry (branch_id, customer_id, on_day);

-- the quarterly hundred-point form of an outlet [K-31]
create table outlet_evaluation (
  branch_id integer not null,
  id uuid not null,
  customer_id uuid not null,
  quarter text collate "C" not null check (quarter ~ '^[12][0-9]{3}-Q[1-4]$'),
  business smallint not null check (business between 0 and 60),
  shop smallint not null check (shop between 0 and 20),
  honest smallint not null check (honest between 0 and 20),
  note text,
  noted_by uuid not null,
  version integer not null default 1,
  removed_at timestamptz,
  primary key (branch_id, id),
  foreign key (branch_id, customer_id) references customer (branch_id, id),
  foreign key (branch_id, noted_by) references staff (branch_id, id)
);
create index outlet_evaluation_by_customer on outlet_evaluation (branch_id, customer_id, quarter);

-- what a visit found out about the market [K-33]
create table market_note (
  branch_id integer not null,
  id uuid not null,
  customer_id uuid not null,
  seen_on date not null,
  kind text not null check (kind in ('place', 'operating', 'feedback')),
  topic text collate "C" not null,
  what text not null,
  -- the visit it was told of with
  touch_id uuid,
  noted_by uuid not null,
  version integer not null default 1,
  removed_at timestamptz,
  primary key (branch_id, id),
  foreign key (branch_id, customer_id) references customer (branch_id, id),
  foreign key (branch_id, noted_by) references staff (branch_id, id)
);
create index market_note_by_customer on market_note (branch_id, customer_id, seen_on);
create index market_note_by_day on market_note (branch_id, seen_on);

-- what a contact showed once it was thought over [K-38]
alter table touch add column finding_kind text check (finding_kind in ('opportunity', 'improvement'));
alter table touch add column finding text;

-- how an order was paid, and all orders of a month at once [K-30]
alter table outlet_order add column paid_electronically boolean;
create index outlet_order_by_day on outlet_order (branch_id, ordered_on);

-- the monthly level of an outlet, reckoned from its orders beside those of its own market [K-30]
create table outlet_level (
  branch_id integer not null,
  month integer not null check (month between 190001 and 299912),
  customer_id uuid not null,
  quantity integer not null,
  brands smallint not null,
  average_price_fen bigint,
  -- 0..1; null where no order says how it was paid
  paid_electronically real,
  -- points of each part, each of 25; null where nothing is known
  parts jsonb not null,
  score smallint not null,
  level smallint not null check (level between 1 and 5),
  primary key (branch_id, month, customer_id),
  foreign key (branch_id, customer_id) references customer (branch_id, id)
);
create index outlet_level_of_customer on outlet_level (branch_id, customer_id, month desc);

-- a landline is not a mobile: local numbers have seven or eight digits, mobiles eleven
alter table member drop constraint member_kind_check;
alter table member add constraint member_kind_check
  check (kind in ('mobile', 'landline', 'broadband', 'line', 'card', 'employee'));
