-- A mark that is younger than a second stays as it is: an import of many bills of a customer would write it anew with
-- each of its steps. It is locked all the same until this transaction ends: it is not published and taken away before
-- the bills that it marks can be seen.
create or replace function mark_new_bill_proofs() returns trigger language plpgsql as $$
begin
    insert into bill_proof_due as due
    select distinct customer_number, statement_timestamp() from new_bill order by 1
    on conflict (customer_number) do update set marked_at = excluded.marked_at
        where due.marked_at < excluded.marked_at - interval '1 second';
    return null;
end
$$;

create or replace function mark_changed_bill_proofs() returns trigger language plpgsql as $$
begin
    insert into bill_proof_due as due
    select customer_number, statement_timestamp() from new_bill
    union
    select customer_number, statement_timestamp() from old_bill
    order by 1
    on conflict (customer_number) do update set marked_at = excluded.marked_at
        where due.marked_at < excluded.marked_at - interval '1 second';
    return null;
end
$$;
