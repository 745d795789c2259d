-- Money is an amount in minor units; the city bills in one currency, kept on each bill all the same.

CREATE TABLE customer (
    customer_number text PRIMARY KEY CHECK (length(customer_number) BETWEEN 1 AND 40),
    name            text NOT NULL,
    address_line1   text NOT NULL,
    city            text NOT NULL,
    state           text NOT NULL,
    postal_code     text NOT NULL,
    location        text NOT NULL,
    version         bigint NOT NULL,
    changed_at      timestamptz NOT NULL
);

CREATE TABLE account_number (
    account_number  text PRIMARY KEY CHECK (length(account_number) BETWEEN 1 AND 40),
    customer_number text NOT NULL REFERENCES customer
);
CREATE INDEX account_number_of_customer ON account_number (customer_number);

CREATE TABLE bill_type (
    code                 text PRIMARY KEY,
    name                 text NOT NULL,
    part_payment_allowed boolean NOT NULL
);

INSERT INTO bill_type (code, name, part_payment_allowed) VALUES
    ('CLAIMS', 'Claims for damage to city property', true),
    ('PERMIT', 'Permits', false),
    ('LICENSE', 'Business licenses', false),
    ('FALSE-ALARM', 'False alarms', true),
    ('SIDEWALK', 'Sidewalk repairs, shared cost', true),
    ('RENTAL', 'Rental inspections', false),
    ('TREES', 'Parkway trees, shared cost', true),
    ('FIRE', 'Fire inspections', false),
    ('MISC', 'Miscellaneous', true);

CREATE TABLE bill (
    bill_number     text PRIMARY KEY CHECK (length(bill_number) BETWEEN 1 AND 40),
    customer_number text NOT NULL REFERENCES customer,
    bill_type       text NOT NULL REFERENCES bill_type,
    bill_year       integer NOT NULL,
    issued_on       date NOT NULL,
    pay_by          date NOT NULL,
    currency        text NOT NULL CHECK (currency ~ '^[A-Z]{3}$')
);
CREATE INDEX bill_of_customer ON bill (customer_number, pay_by DESC, bill_number);

CREATE TABLE charge (
    bill_number text NOT NULL REFERENCES bill,
    line        integer NOT NULL CHECK (line > 0),
    description text NOT NULL,
    amount      bigint NOT NULL,
    PRIMARY KEY (bill_number, line)
);

CREATE TABLE posting (
    posting_reference text PRIMARY KEY,
    payment_reference text,
    bill_number       text NOT NULL REFERENCES bill,
    posted_on         date NOT NULL,
    amount            bigint NOT NULL,
    currency          text NOT NULL CHECK (currency ~ '^[A-Z]{3}$'),
    imported_at       timestamptz NOT NULL
);
CREATE INDEX posting_of_bill ON posting (bill_number, posted_on);
CREATE INDEX posting_of_payment ON posting (payment_reference) WHERE payment_reference IS NOT NULL;

-- A customer may be linked before its import, so there is no foreign key.
CREATE TABLE link (
    link_id         uuid PRIMARY KEY,
    resident_id     uuid NOT NULL,
    customer_number text NOT NULL,
    linked_at       timestamptz NOT NULL,
    ended_at        timestamptz
);
CREATE INDEX link_active ON link (resident_id, customer_number) WHERE ended_at IS NULL;

-- The one place that says who may read and pay what.
CREATE VIEW readable_customer AS
SELECT DISTINCT resident_id, customer_number FROM link WHERE ended_at IS NULL;

-- Interest and penalty accrued by a date. No bill type has such rules yet; theirs go here.
CREATE FUNCTION accrued(bill_type text, pay_by date, total_unpaid bigint, as_of date) RETURNS bigint
    LANGUAGE sql IMMUTABLE AS 'SELECT 0::bigint';

-- Every figure of a bill as of a date: what was issued by then, less what was posted by then.
CREATE FUNCTION bill_as_of(as_of date)
    RETURNS TABLE (bill_number text, customer_number text, bill_type text, bill_year integer, issued_on date,
                   pay_by date, currency text, total_unpaid bigint, balance_due bigint)
    LANGUAGE sql STABLE AS $$
SELECT b.bill_number, b.customer_number, b.bill_type, b.bill_year, b.issued_on, b.pay_by, b.currency,
       due.total_unpaid, due.total_unpaid + accrued(b.bill_type, b.pay_by, due.total_unpaid, as_of)
FROM bill b
CROSS JOIN LATERAL (
    SELECT ((SELECT coalesce(sum(c.amount), 0) FROM charge c WHERE c.bill_number = b.bill_number)
          - (SELECT coalesce(sum(p.amount), 0) FROM posting p
             WHERE p.bill_number = b.bill_number AND p.posted_on <= as_of))::bigint AS total_unpaid
    OFFSET 0
) due
WHERE b.issued_on <= as_of
$$;
