-- what a branch sets for itself grows with its pages; the names are the program's own, no list to keep twice
alter table branch_setting drop constraint if exists branch_setting_key_check;
alter table branch_setting add constraint branch_setting_key_check check (key ~ '^[a-z][a-z_]{2,40}$');
