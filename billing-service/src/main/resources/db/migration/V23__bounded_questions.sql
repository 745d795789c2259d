-- When the provider was last asked about a payment because its resident looked at it.
alter table payment add column asked_at timestamptz;
