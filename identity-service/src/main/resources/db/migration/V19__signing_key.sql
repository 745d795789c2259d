alter table signing_keys rename to signing_key;

create view signing_keys as select * from signing_key;
