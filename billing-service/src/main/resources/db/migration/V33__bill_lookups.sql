-- A search without an account that found nothing leaves one row for each thing it is counted under. Keys are keyed
-- digests: neither addresses nor what was typed is kept.
create table failed_lookup (
    id        bigint generated always as identity primary key,
    key       text        not null,
    failed_at timestamptz not null
);

create index failed_lookup_key on failed_lookup (key, failed_at);
create index failed_lookup_failed_at on failed_lookup (failed_at);

-- Bills that were found without an account, and until when they can be read again. No foreign key: its lock on the bill
-- would wait for a payment that holds it.
create table bill_lookup (
    id_digest       bytea       primary key,
    bill_number     text        not null,
    customer_number text        not null,
    expires_at      timestamptz not null
);

create index bill_lookup_expires_at on bill_lookup (expires_at);

comment on column bill_lookup.id_digest is 'SHA-256 of the id that the visitor has: a reader of this table cannot use it';
