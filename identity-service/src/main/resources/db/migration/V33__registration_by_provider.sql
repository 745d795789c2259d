-- A registration that began at a provider has no password but the provider's subject. Its address is proved by a code
-- as any other.
alter table registration add column provider text, add column issuer text, add column subject text;

alter table registration drop constraint registrations_check;

alter table registration add check ((confirmed_at is null) = (password_hash is not null or subject is not null)),
  add check ((subject is null) = (issuer is null) and (subject is null) = (provider is null));
