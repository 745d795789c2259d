-- A payment is always asked of the provider that it was opened at. Instances of the version before know the sandbox only.
alter table payment add column provider text not null default 'sandbox';

-- Submitted ones of before are asked about too, from now on.
update payment set next_check_at = now() + interval '1 hour' where state = 'submitted';

-- The provider is asked about ended payments too, until it is sure that it takes no money for them, and about
-- submitted ones, until finance has posted them.
create index payment_next_check on payment (next_check_at) where next_check_at is not null;

-- Money that does not match its payment: a person decides.
create table payment_exception (
    exception_id uuid        primary key,
    payment_id   uuid        not null references payment,
    kind         text        not null check (kind in ('wrong-amount', 'paid-after-end', 'refused-after-submission',
                             'overpaid', 'unknown-at-provider')),
    amount       bigint      not null,
    currency     text        not null check (currency ~ '^[A-Z]{3}$'),
    found_at     timestamptz not null,
    resolved_at  timestamptz,
    resolved_by  uuid,
    note         text,
    unique (payment_id, kind),
    check ((resolved_at is null) = (resolved_by is null) and (resolved_at is null) = (note is null))
);

comment on column payment_exception.amount is 'what the provider took, what was counted on, or what is over';

create index payment_exception_open on payment_exception (found_at, exception_id) where resolved_at is null;
