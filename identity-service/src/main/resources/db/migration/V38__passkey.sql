create table passkey (
  id            uuid primary key,
  account_id    uuid not null references account on delete cascade,
  credential_id bytea not null unique,
  -- The public key and what else it was registered with (attested credential data of WebAuthn).
  credential    bytea not null,
  name          text not null,
  sign_count    bigint not null,
  added_at      timestamptz not null,
  last_used_at  timestamptz
);

create index passkey_of_account on passkey (account_id);

-- Challenges that were given out and not signed yet: good once, for one purpose, for who has what they are bound to.
create table passkey_challenge (
  challenge  bytea primary key,
  purpose    text not null check (purpose in ('registration', 'sign-in', 'second-step', 'proof')),
  bound_to   bytea not null,
  expires_at timestamptz not null
);

create index passkey_challenge_by_end on passkey_challenge (expires_at);
