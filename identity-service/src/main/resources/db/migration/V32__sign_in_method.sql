-- By which accounts of providers (OpenID Connect) an account signs in. A person at a provider is the issuer and the
-- subject; the email address there may change and may be another than ours.
create table sign_in_method (
  id         uuid primary key,
  account_id uuid not null references account on delete cascade,
  -- As the settings name it.
  provider   text not null,
  issuer     text not null,
  subject    text not null,
  -- By which its holder knows it again in a list; proves nothing.
  email      text,
  added_at   timestamptz not null,
  used_at    timestamptz,
  unique (issuer, subject)
);

create index sign_in_method_of_account on sign_in_method (account_id);
