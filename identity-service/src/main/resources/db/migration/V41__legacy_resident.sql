-- Holders of accounts of the portal before, as finance imported them, until they register anew with the same email.
create table legacy_resident (
  id           uuid primary key,
  email        text not null,
  -- What addresses are compared by.
  address      text not null unique,
  given_name   text not null,
  family_name  text not null,
  phone        text,
  line1        text,
  line2        text,
  city         text,
  state        text,
  postal_code  text,
  imported_at  timestamptz not null,
  account_id   uuid references account on delete cascade,
  reclaimed_at timestamptz,
  check ((account_id is null) = (reclaimed_at is null)),
  check ((line1 is null) = (postal_code is null))
);

create index legacy_resident_of_account on legacy_resident (account_id) where account_id is not null;
-- Those that a look for accounts has to go through.
create index legacy_resident_open on legacy_resident (address) where reclaimed_at is null;
