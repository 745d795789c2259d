-- What an app gets for a browser's consent, for a minute; used ones stay a while, so that a second use is found.
create table authorization_code (
  code_hash      bytea primary key,
  app            text not null,
  redirect_uri   text not null,
  code_challenge text not null,
  nonce          text,
  wants_id_token boolean not null,
  account_id     uuid not null references account on delete cascade,
  -- Of the browser: once it has ended, the code is worth nothing.
  granted_in     uuid not null,
  signed_in_at   timestamptz not null,
  expires_at     timestamptz not null,
  used_at        timestamptz,
  -- Opened with it; ended where the code comes a second time.
  session_id     uuid
);

create index authorization_code_by_age on authorization_code (expires_at);
