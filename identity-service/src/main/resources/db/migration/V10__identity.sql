-- Who signs in: residents, and the staff named in the settings.
create table accounts (
  id              uuid primary key,
  kind            text not null check (kind in ('resident', 'staff')),
  -- As its holder writes it; mail goes there.
  email           text not null,
  -- The e-mail address in lower case: what is compared.
  address         text not null unique,
  given_name      text not null,
  family_name     text not null,
  password_hash   text not null,
  roles           text[] not null default '{}',
  language        text not null,
  registered_at   timestamptz not null,
  last_sign_in_at timestamptz,
  check (kind = 'staff' or roles = '{}')
);

-- A wish for an account. It is worth nothing until its address is confirmed, so several may name one address.
create table registrations (
  id            uuid primary key,
  email         text not null,
  address       text not null,
  given_name    text not null,
  family_name   text not null,
  -- Moves to the account at the confirmation and is forgotten here.
  password_hash text,
  language      text not null,
  created_at    timestamptz not null,
  confirmed_at  timestamptz,
  check ((password_hash is null) = (confirmed_at is not null))
);

create index registrations_by_age on registrations (created_at);

-- Outlives its registration by up to a day: the limit per address counts it.
create table verification_codes (
  id              uuid primary key,
  registration_id uuid not null,
  address         text not null,
  code_hmac       bytea not null,
  requested_at    timestamptz not null,
  expires_at      timestamptz not null,
  tries           integer not null default 0 check (tries between 0 and 5),
  used_at         timestamptz,
  replaced_at     timestamptz,
  -- Whether it led to a mail, and so counts towards the limit per address.
  mailed          boolean not null
);

create unique index verification_codes_current on verification_codes (registration_id) where replaced_at is null;
create index verification_codes_of_address on verification_codes (address, requested_at) where mailed;
create index verification_codes_by_age on verification_codes (requested_at);

create table sessions (
  id                  uuid primary key,
  account_id          uuid not null references accounts on delete cascade,
  kind                text not null check (kind in ('mobile', 'browser')),
  -- A browser's opaque token, as SHA-256.
  token_hash          bytea unique,
  started_at          timestamptz not null,
  -- Moves on with each use, never past ends_at.
  expires_at          timestamptz not null,
  ends_at             timestamptz not null,
  ended_at            timestamptz,
  end_reason          text check (end_reason in ('signed-out', 'token-reused', 'password-changed')),
  -- The account's sign-in before this session's.
  previous_sign_in_at timestamptz,
  check ((kind = 'browser') = (token_hash is not null)),
  check ((ended_at is null) = (end_reason is null))
);

create index sessions_of_account on sessions (account_id);
create index sessions_by_end on sessions (ends_at);

-- Every refresh token a session ever had: an old one that comes back gives the thief away.
create table refresh_tokens (
  token_hash bytea primary key,
  session_id uuid not null references sessions on delete cascade,
  issued_at  timestamptz not null,
  used_at    timestamptz
);

create index refresh_tokens_of_session on refresh_tokens (session_id);

-- Failed sign-ins of one e-mail address from one client address; the key is an HMAC of both.
create table sign_in_tries (
  key           bytea primary key,
  failures      integer not null,
  open_again_at timestamptz not null,
  last_at       timestamptz not null
);

create index sign_in_tries_by_age on sign_in_tries (last_at);

-- What access tokens are signed with. The generation makes a key once, however many instances start together.
create table signing_keys (
  generation integer primary key,
  key_id     text not null unique,
  sealed_key text not null,
  created_at timestamptz not null
);
