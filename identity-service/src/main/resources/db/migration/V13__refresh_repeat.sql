-- With the token itself it makes the token's successor: a refresh whose response was lost gets the same one again.
alter table refresh_tokens add column successor_salt text;
