-- A request for another password, of any address: whether it has an account is found out when a code is sent.
create table password_reset (
  id           uuid primary key,
  -- As it was typed; the code goes there.
  email        text not null,
  language     text not null,
  created_at   timestamptz not null,
  completed_at timestamptz
);

create index password_reset_by_age on password_reset (created_at);
