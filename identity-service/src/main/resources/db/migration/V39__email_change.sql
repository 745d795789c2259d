-- A change of an account's email address, until the address before can no longer take it back.
create table email_change (
  id           uuid primary key,
  account_id   uuid not null references account on delete cascade,
  old_email    text not null,
  new_email    text not null,
  language     text not null,
  requested_at timestamptz not null,
  confirmed_at timestamptz,
  -- Of the token that was mailed to the old address, as SHA-256.
  undo_hash    bytea unique,
  undo_until   timestamptz,
  undone_at    timestamptz,
  check ((confirmed_at is null) = (undo_hash is null)),
  check ((undo_hash is null) = (undo_until is null))
);

create index email_change_of_account on email_change (account_id);
create index email_change_by_age on email_change (requested_at);
