-- Set while the account has a second factor: then no session opens by the password alone.
alter table account add column second_factor_since timestamptz;
