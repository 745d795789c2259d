ALTER TABLE customer_link
    ADD COLUMN state        text NOT NULL DEFAULT 'standing' CHECK (state IN ('standing', 'suspended', 'ended')),
    ADD COLUMN suspended_at timestamptz;
UPDATE customer_link SET state = 'ended' WHERE ended_at IS NOT NULL;
ALTER TABLE customer_link ADD CHECK ((state = 'ended') = (ended_at IS NOT NULL));
-- A suspended link keeps its place: its resident makes no new one beside it.
CREATE INDEX customer_link_of_customer ON customer_link (customer_number) WHERE ended_at IS NULL;

-- The right of a resident of an account to say that another's link to it is wrong. It was mailed as a
-- token; only the token's digest is kept.
CREATE TABLE link_dispute (
    id               uuid PRIMARY KEY,
    token_digest     bytea       NOT NULL UNIQUE,
    customer_number  text        NOT NULL,
    resident_id      uuid        NOT NULL, -- whose link it is about
    told_resident_id uuid        NOT NULL, -- who may dispute it
    created_at       timestamptz NOT NULL,
    expires_at       timestamptz NOT NULL,
    used_at          timestamptz
);
CREATE INDEX link_dispute_about ON link_dispute (resident_id, customer_number, told_resident_id, created_at);
CREATE INDEX link_dispute_expires_at ON link_dispute (expires_at);
