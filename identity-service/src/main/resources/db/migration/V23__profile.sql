-- How a resident is reached, and how far the registration has come.
create table profile (
  account_id         uuid primary key references account on delete cascade,
  contact_preference text check (contact_preference in ('email', 'text-message', 'phone', 'mail')),
  -- E.164.
  phone              text,
  -- Of notices; the account's until the registration is submitted.
  language           text,
  line1              text,
  line2              text,
  city               text,
  state              text,
  postal_code        text,
  submitted_at       timestamptz,
  -- Of the last ContactChanged: readers pass older ones over.
  revision           bigint not null default 0,
  check ((line1 is null) = (city is null) and (line1 is null) = (state is null)
    and (line1 is null) = (postal_code is null) and (line2 is null or line1 is not null)),
  check (phone is not null or contact_preference is null or contact_preference not in ('text-message', 'phone'))
);
