-- Counters of what may happen only so often. The key is an HMAC of what is counted, so that no row tells an address.
create table limits (
  key       bytea primary key,
  count     integer not null,
  -- Until then the next one has to wait.
  open_at   timestamptz not null,
  -- From then on the row means nothing.
  forget_at timestamptz not null
);

create index limits_by_age on limits (forget_at);

-- sign_in_tries is not used any more. It stays until no instance of the version before runs.
