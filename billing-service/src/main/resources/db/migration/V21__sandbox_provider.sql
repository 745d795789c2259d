-- The sandbox provider's own books. Plaza reads them only through the provider's adapter.

create table sandbox_checkout (
    checkout_id    text        primary key,
    payment_id     uuid        not null unique,
    payee          text        not null,
    reference      text        not null,
    amount         bigint      not null check (amount > 0),
    currency       text        not null,
    return_address text        not null,
    state          text        not null check (state in ('open', 'paid', 'declined', 'processing-error', 'cancelled', 'expired')),
    created_at     timestamptz not null default now(),
    expires_at     timestamptz not null
);

create table sandbox_charge (
    checkout_id text        primary key references sandbox_checkout,
    amount      bigint      not null,
    currency    text        not null,
    brand       text        not null,
    last4       text        not null check (last4 ~ '^[0-9]{4}$'),
    charged_at  timestamptz not null default now()
);

create table sandbox_notification (
    event_id      text        primary key,
    checkout_id   text        not null references sandbox_checkout,
    body          text        not null,
    attempts      int         not null default 0,
    next_attempt  timestamptz not null default now(),
    delivered_at  timestamptz
);

create index sandbox_notification_due on sandbox_notification (next_attempt) where delivered_at is null;
