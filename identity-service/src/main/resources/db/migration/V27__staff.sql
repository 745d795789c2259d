-- Staff are invited. Those whose password stands in the settings come and go with the settings: until now all of them.
alter table account add column from_settings boolean not null default false;
-- Since when a member of staff may not sign in.
alter table account add column suspended_at timestamptz;

update account set from_settings = true where kind = 'staff';

alter table account add constraint account_staff_only
  check (kind = 'staff' or (not from_settings and suspended_at is null));

-- A place on the staff, offered by mail. The token of the mail is stored as SHA-256 alone.
create table staff_invitation (
  id           uuid primary key,
  email        text not null,
  address      text not null,
  roles        text[] not null check (cardinality(roles) > 0),
  token_hash   bytea not null unique,
  -- Null of an operator's command.
  invited_by   uuid,
  invited_at   timestamptz not null,
  expires_at   timestamptz not null,
  accepted_at  timestamptz,
  withdrawn_at timestamptz,
  check (accepted_at is null or withdrawn_at is null)
);

create unique index staff_invitation_open on staff_invitation (address)
  where accepted_at is null and withdrawn_at is null;
