alter table verification_codes rename to verification_code;

create view verification_codes as select * from verification_code;
