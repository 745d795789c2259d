-- What a customer's bills are recognised by, fed by billing.bill-proofs: keyed digests of number and
-- amount, no bill. Without a foreign key: a customer may become known later.
CREATE TABLE customer_bill_proof (
    customer_number text PRIMARY KEY,
    proofs          text[] NOT NULL,
    version         bigint NOT NULL
);
