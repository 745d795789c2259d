-- What changes a bill after its issue, dated and never changed: what finance posts, and all else. The amount is what it
-- takes off the bill; one below zero adds to it.
alter table posting rename to entry;
alter table entry rename column posting_reference to entry_reference;
alter table entry rename column posted_on to effective_on;
alter table entry rename column imported_at to recorded_at;
alter table entry add column kind text not null default 'posting' check (kind in ('posting', 'adjustment', 'waiver',
    'interest', 'penalty', 'fee', 'credit', 'reversal'));
alter table entry add column reason text;
alter table entry add column reverses text unique references entry;

comment on column entry.amount is 'what it takes off the bill, in minor units; below zero where it adds to it';
comment on column entry.effective_on is 'the day, as the city counts days, from which on it counts';
comment on column entry.reverses is 'the posting that a reversal undoes';

-- Instances of the version before write and read postings under this name while they are replaced.
create view posting as
select entry_reference as posting_reference, payment_reference, bill_number, effective_on as posted_on, amount, currency,
       recorded_at as imported_at
from entry;

create function refuse_entry_change() returns trigger language plpgsql as $$
begin
    raise exception 'An entry is never changed: add one that corrects it';
end
$$;

create trigger entry_only_added before update or delete on entry
    for each statement execute function refuse_entry_change();

-- Today's total of each bill, kept in the transaction that changes it by whoever changes it. A bill from before this
-- table has no row until a background job has added it, and is computed meanwhile.
create table bill_balance (
    bill_number  text   primary key references bill,
    total_unpaid bigint not null
);

create function open_bill_balance() returns trigger language plpgsql as $$
begin
    insert into bill_balance select bill_number, 0 from new_bill;
    return null;
end
$$;

create trigger bill_balance_new after insert on bill referencing new table as new_bill
    for each statement execute function open_bill_balance();

create function add_charges_to_balance() returns trigger language plpgsql as $$
begin
    update bill_balance b set total_unpaid = b.total_unpaid + c.amount
    from (select bill_number, sum(amount) as amount from changed_charge group by bill_number) c
    where b.bill_number = c.bill_number;
    return null;
end
$$;

create function take_charges_off_balance() returns trigger language plpgsql as $$
begin
    update bill_balance b set total_unpaid = b.total_unpaid - c.amount
    from (select bill_number, sum(amount) as amount from changed_charge group by bill_number) c
    where b.bill_number = c.bill_number;
    return null;
end
$$;

create function take_entries_off_balance() returns trigger language plpgsql as $$
begin
    update bill_balance b set total_unpaid = b.total_unpaid - e.amount
    from (select bill_number, sum(amount) as amount from new_entry group by bill_number) e
    where b.bill_number = e.bill_number;
    return null;
end
$$;

create trigger bill_balance_charged after insert on charge referencing new table as changed_charge
    for each statement execute function add_charges_to_balance();
create trigger bill_balance_discharged after delete on charge referencing old table as changed_charge
    for each statement execute function take_charges_off_balance();
create trigger bill_balance_entered after insert on entry referencing new table as new_entry
    for each statement execute function take_entries_off_balance();

-- What is unpaid on a bill when all that is known counts.
create function total_unpaid(bill text) returns bigint language sql stable as $$
select ((select coalesce(sum(amount), 0) from charge where bill_number = bill)
      - (select coalesce(sum(amount), 0) from entry where bill_number = bill))::bigint
$$;

-- The bills as of today or any later day: nothing is dated later than today.
create view current_bill as
select b.bill_number, b.customer_number, b.bill_type, b.bill_year, b.issued_on, b.pay_by, b.currency,
       coalesce(t.total_unpaid, total_unpaid(b.bill_number)) as total_unpaid
from bill b left join bill_balance t using (bill_number);

-- Interest and penalties are computed by the service, by the policies of the bill type; balance_due is what instances of
-- the version before read.
create or replace function bill_as_of(as_of date)
    returns table (bill_number text, customer_number text, bill_type text, bill_year integer, issued_on date,
                   pay_by date, currency text, total_unpaid bigint, balance_due bigint)
    language sql stable as $$
select b.bill_number, b.customer_number, b.bill_type, b.bill_year, b.issued_on, b.pay_by, b.currency,
       due.total_unpaid, due.total_unpaid + accrued(b.bill_type, b.pay_by, due.total_unpaid, as_of)
from bill b
cross join lateral (
    select ((select coalesce(sum(c.amount), 0) from charge c where c.bill_number = b.bill_number)
          - (select coalesce(sum(e.amount), 0) from entry e
             where e.bill_number = b.bill_number and e.effective_on <= as_of))::bigint as total_unpaid
    offset 0
) due
where b.issued_on <= as_of
$$;
