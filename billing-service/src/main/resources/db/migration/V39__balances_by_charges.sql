-- The balance of a bill is written once, with its first charges, where it was opened with nothing and then changed: an
-- import writes every bill twice otherwise. A bill of before, whose balance the background job has not stored yet, gets
-- its whole balance all the same: its charges are only ever replaced together, and never once it has entries.
drop trigger bill_balance_new on bill;
drop function open_bill_balance();

create or replace function add_charges_to_balance() returns trigger language plpgsql as $$
begin
    insert into bill_balance as b
    select bill_number, sum(amount)::bigint from changed_charge group by bill_number
    on conflict (bill_number) do update set total_unpaid = b.total_unpaid + excluded.total_unpaid;
    return null;
end
$$;

-- No key of bill is checked for each balance: only the trigger of charge writes one, and each charge has a bill.
alter table bill_balance drop constraint bill_balance_bill_number_fkey;
