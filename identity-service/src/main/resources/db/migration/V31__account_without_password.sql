-- Who signs in by a provider has no password. Instances of the version before cannot read such an account: configure
-- the first provider once all instances run this version.
alter table account alter column password_hash drop not null;
