-- a mapping belongs to whoever kept it: a colleague's file with the same columns may be taken another way
alter table import_template drop constraint import_template_branch_id_target_fingerprint_key;
alter table import_template add unique (branch_id, target, fingerprint, owner_id);
