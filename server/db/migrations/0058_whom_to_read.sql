-- What may be a reason to reach somebody is looked up by what it is, not by everybody it might be about.
create index service_case_closed on service_case (branch_id, closed_at) where closed_at is not null;
create index expectation_open on expectation (branch_id, customer_id) where state in ('open', 'resetting');
create index sighting_by_day on sighting (branch_id, seen_on);
create index member_contract_end on member (branch_id, contract_until)
  where main and removed_at is null and contract_until is not null;
create index welcome_unbound on welcome (branch_id, customer_id) where bound_on is null;
create index audit_event_assigned on audit_event (branch_id, at) where action = 'customer.assigned';
