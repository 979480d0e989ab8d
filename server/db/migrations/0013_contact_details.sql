-- how a contact was made and why, kept with the run from its start
alter table run add column channel text not null default 'call'
  check (channel in ('call', 'visit', 'hall', 'lounge', 'hotline', 'message', 'mail', 'event'));
alter table run add column purpose text not null default 'service'
  check (purpose in ('service', 'care', 'sales', 'survey', 'retention', 'complaint'));
-- the contact gate said no and somebody with the right went on
alter table run add column override_by uuid;
alter table run add column override_reason text;
create index run_by_customer on run (branch_id, customer_id, started_at desc);
create index run_by_staff on run (branch_id, staff_id, playbook_hash) where finished_at is not null;

-- when to try again after nobody was reached
alter table touch add column retry_at timestamptz;

-- what the board asks beside the wish itself: how it arose, how it felt, what is uncertain, what we offer
alter table expectation add column origin text;
alter table expectation add column feeling text;
alter table expectation add column uncertain text;
alter table expectation add column offer text not null default '';

-- due beyond the published working calendar
alter table service_case add column provisional boolean not null default false;
