-- Customers: this service's own copy, fed by billing.customers.
CREATE TABLE customer (
    customer_number text PRIMARY KEY,
    name            text   NOT NULL,
    location        text   NOT NULL,
    version         bigint NOT NULL
);

-- Every number a customer may be found by: the customer number and the account numbers.
CREATE TABLE customer_identifier (
    customer_number text    NOT NULL REFERENCES customer,
    number          text    NOT NULL, -- upper case, trimmed
    compact         text    NOT NULL, -- the same without spaces and dashes
    is_customer     boolean NOT NULL, -- the customer number itself
    PRIMARY KEY (customer_number, number)
);
CREATE INDEX customer_identifier_number ON customer_identifier (number);
CREATE INDEX customer_identifier_compact ON customer_identifier (compact);

CREATE TABLE customer_link (
    id              uuid PRIMARY KEY,
    resident_id     uuid        NOT NULL,
    customer_number text        NOT NULL REFERENCES customer,
    linked_at       timestamptz NOT NULL,
    ended_at        timestamptz,
    end_reason      text,
    CHECK ((ended_at IS NULL) = (end_reason IS NULL))
);
-- Whatever the code does: a resident has one standing link to a customer at most.
CREATE UNIQUE INDEX customer_link_active ON customer_link (resident_id, customer_number) WHERE ended_at IS NULL;

-- A failed try leaves one row for each thing it is counted under. Keys are digests: what strangers
-- typed is not kept.
CREATE TABLE failed_try (
    id        bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    key       text        NOT NULL,
    failed_at timestamptz NOT NULL
);
CREATE INDEX failed_try_key ON failed_try (key, failed_at);
CREATE INDEX failed_try_failed_at ON failed_try (failed_at);
