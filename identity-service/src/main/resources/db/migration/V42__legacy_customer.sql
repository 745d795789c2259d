-- The customers that a legacy resident had linked. No key of another table: customers are billing-service's.
create table legacy_customer (
  legacy_id       uuid not null references legacy_resident on delete cascade,
  customer_number text not null,
  primary key (legacy_id, customer_number)
);

create index legacy_customer_by_number on legacy_customer (upper(customer_number));
