-- what the guard stopped, newest first [R-22]
create index audit_event_guard_stopped on audit_event (branch_id, at) where action = 'guard.stopped';
