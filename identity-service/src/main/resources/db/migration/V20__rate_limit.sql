-- The singular itself is a word of SQL.
alter table limits rename to rate_limit;

create view limits as select * from rate_limit;
