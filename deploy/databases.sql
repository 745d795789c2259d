-- One database and one user a service: none can read another's. Passwords of a local run only.
create user identity password 'dev-only-database';
create database identity owner identity;
revoke connect on database identity from public;
create user account_link password 'dev-only-database';
create database account_link owner account_link;
revoke connect on database account_link from public;
create user billing password 'dev-only-database';
create database billing owner billing;
revoke connect on database billing from public;
create user notification password 'dev-only-database';
create database notification owner notification;
revoke connect on database notification from public;
