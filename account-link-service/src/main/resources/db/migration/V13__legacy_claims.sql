-- What a resident had linked in the portal before, and got back once. It is kept when the link has
-- ended: an event that comes again links nothing. Without a foreign key: a customer may become known
-- later.
create table legacy_claim (
  resident_id     uuid        not null,
  customer_number text        not null,
  reclaimed_at    timestamptz not null,
  settled_at      timestamptz, -- null while the customer is not known
  primary key (resident_id, customer_number)
);
create index legacy_claim_waiting on legacy_claim (customer_number) where settled_at is null;

-- Residents who deleted their account: nothing that comes later links for them.
create table deleted_resident (
  resident_id uuid primary key,
  deleted_at  timestamptz not null
);
