alter table sessions rename to session;

create view sessions as select * from session;
