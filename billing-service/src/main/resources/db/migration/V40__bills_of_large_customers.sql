-- Customers of so many bills that a page of them cannot sum them all up. What is asked of their bills is kept, for
-- every date; of all others it is summed up when it is asked, which is quick, and costs an import nothing.
create table large_customer (
    customer_number text        primary key,
    noticed_at      timestamptz not null default now(),
    began_at        timestamptz,
    kept_since      timestamptz check (kept_since >= began_at)
);

comment on column large_customer.began_at is 'from when on each change of its bills is kept: set when no older one is open';
comment on column large_customer.kept_since is 'from when on spans and figures are complete';

create view kept_customer as select customer_number from large_customer where kept_since is not null;

-- From which day on and until before which one a bill had its total: one span of each bill is as of a date.
create table bill_span (
    bill_number     text    not null,
    customer_number text    not null,
    bill_type       text    not null,
    bill_year       integer not null,
    pay_by          date    not null,
    from_day        date    not null,
    to_day          date    not null,
    total_unpaid    bigint  not null,
    billed          bigint  not null,
    paid            bigint  not null,
    late            boolean not null,
    -- A span is replaced by one from the same day, in one statement.
    primary key (bill_number, from_day) deferrable
);

comment on column bill_span.billed is 'what was charged on its first day';
comment on column bill_span.paid is 'what was posted on its first day, less what was reversed';
comment on column bill_span.late is 'whether interest or a penalty could have accrued in it, if the bill type had any';

-- Each order of a list of today has its index, which holds all that a list is chosen by: the table is read for what is
-- shown only. A list of another date has one of its own in the usual order.
create index bill_span_current on bill_span (customer_number, pay_by desc, bill_number)
    include (from_day, bill_year, bill_type, total_unpaid) where to_day = 'infinity';
create index bill_span_by_number on bill_span (customer_number, length(bill_number), bill_number)
    include (from_day, bill_year, bill_type, total_unpaid, pay_by) where to_day = 'infinity';
create index bill_span_by_least on bill_span (customer_number, total_unpaid, pay_by desc, bill_number)
    include (from_day, bill_year, bill_type) where to_day = 'infinity';
create index bill_span_by_most on bill_span (customer_number, total_unpaid desc, pay_by desc, bill_number)
    include (from_day, bill_year, bill_type) where to_day = 'infinity';
create index bill_span_unpaid on bill_span (customer_number, pay_by desc, bill_number)
    include (from_day, bill_year, bill_type, total_unpaid) where to_day = 'infinity' and total_unpaid > 0;
create index bill_span_of_any_day on bill_span (customer_number, pay_by desc, bill_number)
    include (from_day, to_day, bill_year, bill_type, total_unpaid);
create index bill_span_late on bill_span (customer_number, bill_type) include (bill_number, from_day) where late;

-- By how much the figures of a customer's bills change with a day, and all in all with the days of a month: those of a
-- date are the sum of the months before its own and of the days of its own.
create table bill_figure (
    customer_number text    not null,
    is_month        boolean not null,
    day             date    not null,
    bill_year       integer not null,
    bill_type       text    not null,
    bills           bigint  not null,
    open_bills      bigint  not null,
    total_unpaid    bigint  not null,
    billed          bigint  not null,
    paid            bigint  not null,
    primary key (customer_number, is_month, day, bill_year, bill_type)
);

comment on column bill_figure.day is 'the first of the month where it is one';
comment on column bill_figure.open_bills is 'those with something unpaid';

create function bill_figures_as_of(customer text, as_of date) returns setof bill_figure language sql stable as $$
select * from bill_figure where customer_number = customer and is_month and day < date_trunc('month', as_of)::date
union all
select * from bill_figure
where customer_number = customer and not is_month and day between date_trunc('month', as_of)::date and as_of
$$;

-- Between which days the bills of a year are to be paid, and how many days after its issue a bill is at the most. It
-- only ever grows: days on which none is any more do no harm to who looks between them.
create table bill_year_range (
    customer_number text    not null,
    bill_year       integer not null,
    first_pay_by    date    not null,
    last_pay_by     date    not null,
    longest_term    integer not null,
    primary key (customer_number, bill_year)
);

-- Computes the spans of some bills anew, and adds to the figures what differs from the spans before. The customers are
-- locked first, in one order: figures are shared by their bills, and two transactions would lock them crosswise.
create function keep_bill_spans(changed text[]) returns void language plpgsql as $$
begin
    perform from large_customer
    where customer_number in (select customer_number from bill where bill_number = any(changed)
                              union select customer_number from bill_span where bill_number = any(changed))
    order by customer_number for update;

    with change as (
        select b.bill_number, b.customer_number, b.bill_type, b.bill_year, b.pay_by, b.issued_on, m.day,
               sum(m.total) as total, sum(m.own) as own, sum(m.billed) as billed, sum(m.paid) as paid
        from unnest(changed) as c (bill_number)
        -- By its number: there may be few changed ones of very many.
        cross join lateral (select * from bill where bill_number = c.bill_number offset 0) b
        cross join lateral (
            select b.issued_on as day, coalesce(sum(amount), 0) as total, coalesce(sum(amount), 0) as own,
                   coalesce(sum(amount), 0) as billed, 0 as paid
            from charge where bill_number = b.bill_number
            union all
            select greatest(effective_on, b.issued_on), -amount,
                   case when kind in ('interest', 'penalty') then 0 else -amount end,
                   0, case when kind in ('posting', 'reversal') then amount else 0 end
            from entry where bill_number = b.bill_number
        ) m
        where b.customer_number in (select customer_number from large_customer where began_at is not null)
        group by b.bill_number, b.customer_number, b.bill_type, b.bill_year, b.pay_by, b.issued_on, m.day
    ), run as (
        select *, lead(day, 1, date 'infinity') over by_day as to_day,
               sum(total) over by_day as total_unpaid, sum(own) over by_day as own_unpaid
        from change window by_day as (partition by bill_number order by day)
    ), fresh as (
        select bill_number, customer_number, bill_type, bill_year, pay_by, day as from_day, to_day,
               total_unpaid::bigint as total_unpaid, billed::bigint as billed, paid::bigint as paid,
               to_day > pay_by + 1 and (own_unpaid > 0 or issued_on > pay_by + 1) as late
        from run
    ), before as (
        select s.* from unnest(changed) as c (bill_number)
        cross join lateral (select * from bill_span where bill_number = c.bill_number offset 0) s
    ), gone as (
        delete from bill_span s
        where bill_number = any(changed)
          and (bill_number, customer_number, bill_type, bill_year, pay_by, from_day, to_day, total_unpaid, billed, paid,
               late)
              not in (select * from fresh)
        returning s.*
    ), added as (
        insert into bill_span select * from fresh except select * from before
        returning *
    ), reached as (
        insert into bill_year_range as r
        select customer_number, bill_year, min(pay_by), max(pay_by), max(pay_by - from_day) from added
        group by customer_number, bill_year order by customer_number, bill_year
        on conflict (customer_number, bill_year) do update
            set first_pay_by = least(r.first_pay_by, excluded.first_pay_by),
                last_pay_by = greatest(r.last_pay_by, excluded.last_pay_by),
                longest_term = greatest(r.longest_term, excluded.longest_term)
            where excluded.first_pay_by < r.first_pay_by or excluded.last_pay_by > r.last_pay_by
               or excluded.longest_term > r.longest_term
    ), step as (
        select s.*, day, factor, first
        from (select *, 1 as times from added union all select *, -1 from gone) s
        cross join lateral (values (from_day, times, times), (to_day, -times, 0)) as d (day, factor, first)
        where day < date 'infinity'
    ), figure as (
        select customer_number, is_month, case when is_month then date_trunc('month', day)::date else day end as of_day,
               bill_year, bill_type, sum(factor) as bills, sum(factor * (total_unpaid > 0)::int) as open_bills,
               sum(factor * total_unpaid) as total_unpaid, sum(first * billed) as billed, sum(first * paid) as paid
        from step cross join (values (true), (false)) as p (is_month)
        group by customer_number, is_month, of_day, bill_year, bill_type
    )
    insert into bill_figure as f
    select * from figure
    where bills <> 0 or open_bills <> 0 or total_unpaid <> 0 or billed <> 0 or paid <> 0
    order by customer_number, is_month, of_day, bill_year, bill_type
    on conflict (customer_number, is_month, day, bill_year, bill_type) do update
        set bills = f.bills + excluded.bills, open_bills = f.open_bills + excluded.open_bills,
            total_unpaid = f.total_unpaid + excluded.total_unpaid, billed = f.billed + excluded.billed,
            paid = f.paid + excluded.paid;
end
$$;

-- The lock is that of any writer of the table, and is held until the end: whoever begins to keep a customer waits for
-- the transactions that do not know of it yet.
create function keep_changed_bills() returns trigger language plpgsql as $$
begin
    lock table large_customer in row exclusive mode;
    if exists (select from large_customer where began_at is not null) then
        perform keep_bill_spans(bills) from (
            select array_agg(distinct c.bill_number) as bills
            from changed c
            cross join lateral (select customer_number from bill where bill_number = c.bill_number offset 0) b
            where b.customer_number in (select customer_number from large_customer where began_at is not null)
        ) kept where bills is not null;
    end if;
    return null;
end
$$;

-- A bill may have moved from one customer to another.
create function keep_moved_bills() returns trigger language plpgsql as $$
begin
    lock table large_customer in row exclusive mode;
    if exists (select from large_customer where began_at is not null) then
        perform keep_bill_spans(bills) from (
            select array_agg(c.bill_number) as bills
            from changed c
            where exists (select from large_customer l
                          where l.customer_number = c.customer_number and l.began_at is not null)
               or exists (select from bill_span s where s.bill_number = c.bill_number)
        ) kept where bills is not null;
    end if;
    return null;
end
$$;

-- Of every 64th new bill it is looked whether its customer has more than 500: of a customer that grows so large it is
-- soon noticed, and an import looks at few of its customers.
create function notice_large_customers() returns trigger language plpgsql as $$
begin
    insert into large_customer (customer_number)
    select customer_number
    from (select distinct customer_number from changed where hashtext(bill_number) & 63 = 0) c
    where exists (select from bill b where b.customer_number = c.customer_number offset 500)
    order by customer_number
    on conflict do nothing;
    return null;
end
$$;

-- Those of today. A job of the service fills in their spans, beside all else; until then they are summed up as before.
insert into large_customer (customer_number)
select customer_number from bill group by customer_number having count(*) > 500;

-- A bill counts from its first charge on: each has one.
create trigger bill_spans_charged after insert on charge referencing new table as changed
    for each statement execute function keep_changed_bills();
create trigger bill_spans_discharged after delete on charge referencing old table as changed
    for each statement execute function keep_changed_bills();
create trigger bill_spans_entered after insert on entry referencing new table as changed
    for each statement execute function keep_changed_bills();
create trigger bill_spans_moved after update on bill referencing new table as changed
    for each statement execute function keep_moved_bills();
create trigger large_customer_noticed after insert on bill referencing new table as changed
    for each statement execute function notice_large_customers();
