-- Finance looks payments up: each question has its index.
create index payment_by_age on payment (created_at desc, payment_id desc);
create index payment_by_state on payment (state, created_at desc, payment_id desc);
create index payment_allocation_of_bill on payment_allocation (bill_number);
create index payment_allocation_of_customer on payment_allocation (customer_number);

-- Each state a payment was in, and since when; whoever changes it. What happened before this table is known from the
-- payment's own dates only.
create table payment_change (
    change_id      bigint      generated always as identity primary key,
    payment_id     uuid        not null references payment,
    state          text        not null,
    failure_reason text,
    changed_at     timestamptz not null
);

create index payment_change_of_payment on payment_change (payment_id, change_id);

create function note_payment_change() returns trigger language plpgsql as $$
begin
    insert into payment_change (payment_id, state, failure_reason, changed_at)
    values (new.payment_id, new.state, new.failure_reason, clock_timestamp());
    return null;
end
$$;

create trigger payment_added after insert on payment for each row execute function note_payment_change();
create trigger payment_moved after update of state on payment for each row
    when (old.state is distinct from new.state) execute function note_payment_change();
