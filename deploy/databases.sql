-- One database and one user a service: none can read another's. Passwords of a local run only.
CREATE USER identity PASSWORD 'dev-only-database';
CREATE DATABASE identity OWNER identity;
REVOKE CONNECT ON DATABASE identity FROM PUBLIC;
CREATE USER account_link PASSWORD 'dev-only-database';
CREATE DATABASE account_link OWNER account_link;
REVOKE CONNECT ON DATABASE account_link FROM PUBLIC;
CREATE USER billing PASSWORD 'dev-only-database';
CREATE DATABASE billing OWNER billing;
REVOKE CONNECT ON DATABASE billing FROM PUBLIC;
CREATE USER notification PASSWORD 'dev-only-database';
CREATE DATABASE notification OWNER notification;
REVOKE CONNECT ON DATABASE notification FROM PUBLIC;
