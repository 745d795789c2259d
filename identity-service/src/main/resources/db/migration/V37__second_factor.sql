-- Devices that are not asked for a second factor for some time. The hash is an HMAC of the device and the account.
create table remembered_device (
  account_id  uuid not null references account on delete cascade,
  device_hash bytea not null,
  until       timestamptz not null,
  primary key (account_id, device_hash)
);

create index remembered_device_by_end on remembered_device (until);

-- Sign-ins whose password was right and whose second step is still to come.
create table pending_sign_in (
  token_hash      bytea primary key,
  account_id      uuid not null references account on delete cascade,
  kind            text not null check (kind in ('mobile', 'browser')),
  -- SHA-256 of the password's hash: another password since then ends the sign-in.
  credential_hash bytea not null,
  -- Whether a factor has to be added first.
  adds            boolean not null,
  tries           integer not null default 0,
  expires_at      timestamptz not null,
  completed_at    timestamptz
);

create index pending_sign_in_by_end on pending_sign_in (expires_at);

-- Keys of authenticator apps: of each account at most one that counts and one that is being added.
create table totp_key (
  id           uuid primary key,
  account_id   uuid not null references account on delete cascade,
  sealed_key   text not null,
  created_at   timestamptz not null,
  confirmed_at timestamptz,
  tries        integer not null default 0,
  -- The time step of the last code that was accepted: none at or before it is accepted again.
  last_step    bigint
);

create unique index totp_key_confirmed on totp_key (account_id) where confirmed_at is not null;
create unique index totp_key_being_added on totp_key (account_id) where confirmed_at is null;

create table recovery_code (
  account_id uuid not null references account on delete cascade,
  code_hash  bytea not null,
  made_at    timestamptz not null,
  used_at    timestamptz,
  primary key (account_id, code_hash)
);
