-- Web payments, the bills they cover, and the keys of the requests that made them.

create table payment (
    payment_id     uuid primary key,
    reference      text        not null unique,
    resident_id    uuid        not null,
    state          text        not null check (state in ('created', 'redirected', 'submitted', 'posted', 'settled',
                                   'cancelled', 'expired', 'declined', 'reversed', 'partly-refunded', 'refunded')),
    amount         bigint      not null check (amount > 0),
    currency       text        not null check (currency ~ '^[A-Z]{3}$'),
    checkout_url   text,
    expires_at     timestamptz not null,
    failure_reason text check (failure_reason in ('declined', 'processing-error', 'cancelled', 'expired')),
    card_brand     text,
    card_last4     text check (card_last4 ~ '^[0-9]{4}$'),
    created_at     timestamptz not null,
    submitted_at   timestamptz,
    finished_at    timestamptz,
    posted_on      date,
    next_check_at  timestamptz
);

comment on column payment.expires_at is 'until when the resident may finish it; the provider takes no money after it';
comment on column payment.next_check_at is 'when to ask the provider next; set while created or redirected';

create index payment_of_resident on payment (resident_id, created_at desc, payment_id desc);
create index payment_to_check on payment (next_check_at) where state in ('created', 'redirected');

create table payment_allocation (
    payment_id      uuid    not null references payment,
    line            int     not null,
    bill_number     text    not null,
    customer_number text    not null,
    amount          bigint  not null check (amount > 0),
    pending         boolean not null default true,
    primary key (payment_id, bill_number)
);

comment on column payment_allocation.pending is 'from the start until posted or failed: the marker residents see';

-- Whatever the code does: a bill never has two pending payments.
create unique index payment_allocation_pending on payment_allocation (bill_number) where pending;

create table payment_request (
    resident_id     uuid        not null,
    idempotency_key text        not null,
    body_hash       bytea       not null,
    payment_id      uuid        not null references payment,
    answer          text,
    created_at      timestamptz not null,
    primary key (resident_id, idempotency_key)
);

comment on column payment_request.answer is 'the JSON answered; null until the checkout is open';

create table provider_notification (
    provider    text        not null,
    event_id    text        not null,
    payment_id  uuid        not null,
    received_at timestamptz not null default now(),
    primary key (provider, event_id)
);

-- What waits for finance or for the provider NOW. Between a checkout's expiry and the
-- provider's word that nothing was paid (seconds, as a rule) its bills still wait: a second
-- payment of them could charge twice.
create view pending_web_payment as
select a.bill_number, a.payment_id, p.resident_id, p.reference, a.amount
from payment_allocation a
join payment p on p.payment_id = a.payment_id
where a.pending;
