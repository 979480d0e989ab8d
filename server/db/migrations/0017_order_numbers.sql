-- an order's own number, where the shop's system has one: the same order imported again is the same order
alter table outlet_order add column number text;
