alter table registrations rename to registration;

create view registrations as select * from registration;
