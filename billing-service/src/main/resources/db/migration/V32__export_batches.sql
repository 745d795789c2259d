-- What finance has fetched for posting: each part of a payment is in one batch, so that it is booked once.
create table export_batch (
    batch_id   uuid        primary key,
    created_by uuid        not null,
    created_at timestamptz not null
);

create index export_batch_by_age on export_batch (created_at desc, batch_id desc);

create table export_line (
    payment_reference text        not null,
    bill_number       text        not null,
    batch_id          uuid        not null references export_batch,
    line              integer     not null,
    customer_number   text        not null,
    amount            bigint      not null,
    currency          text        not null check (currency ~ '^[A-Z]{3}$'),
    submitted_at      timestamptz not null,
    primary key (payment_reference, bill_number),
    unique (batch_id, line)
);
