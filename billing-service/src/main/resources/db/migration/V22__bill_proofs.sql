-- Customers whose bills changed since their proofs were published. Marked by statement, not by row: an
-- import of many bills pays for one more insert in each of its batches.
CREATE TABLE bill_proof_due (
    customer_number text PRIMARY KEY,
    marked_at       timestamptz NOT NULL
);
CREATE INDEX bill_proof_due_marked_at ON bill_proof_due (marked_at);

CREATE SEQUENCE bill_proof_version;

-- The update of a mark that stands already holds it until this transaction ends: it is not published
-- and taken away before the bills that it marks can be seen.
CREATE FUNCTION mark_new_bill_proofs() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    INSERT INTO bill_proof_due
    SELECT DISTINCT customer_number, statement_timestamp() FROM new_bill ORDER BY 1
    ON CONFLICT (customer_number) DO UPDATE SET marked_at = excluded.marked_at;
    RETURN NULL;
END
$$;

CREATE FUNCTION mark_changed_bill_proofs() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    INSERT INTO bill_proof_due
    SELECT customer_number, statement_timestamp() FROM new_bill
    UNION
    SELECT customer_number, statement_timestamp() FROM old_bill
    ORDER BY 1
    ON CONFLICT (customer_number) DO UPDATE SET marked_at = excluded.marked_at;
    RETURN NULL;
END
$$;

CREATE TRIGGER bill_proofs_new AFTER INSERT ON bill REFERENCING NEW TABLE AS new_bill
    FOR EACH STATEMENT EXECUTE FUNCTION mark_new_bill_proofs();
CREATE TRIGGER bill_proofs_changed AFTER UPDATE ON bill REFERENCING NEW TABLE AS new_bill OLD TABLE AS old_bill
    FOR EACH STATEMENT EXECUTE FUNCTION mark_changed_bill_proofs();

-- Those of today.
INSERT INTO bill_proof_due SELECT DISTINCT customer_number, now() FROM bill;
