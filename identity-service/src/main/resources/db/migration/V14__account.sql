-- Tables stand in the singular from here on. The name of before stays as a view until no instance of the version
-- before runs. Each table has a migration of its own, so that none waits for a table while it holds another.
alter table accounts rename to account;

create view accounts as select * from account;
