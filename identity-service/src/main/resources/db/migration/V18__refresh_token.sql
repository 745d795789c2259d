alter table refresh_tokens rename to refresh_token;

create view refresh_tokens as select * from refresh_token;
