-- Notices of one series replace each other: of the codes of a registration only the one asked for last is sent.
ALTER TABLE notice
    ADD COLUMN series       uuid,
    ADD COLUMN requested_at timestamptz, -- when its event happened; the order within a series
    ADD COLUMN replaced     boolean NOT NULL DEFAULT false;
ALTER TABLE notice ADD CHECK (sealed_code IS NULL OR state <> 'replaced');
CREATE INDEX notice_of_series ON notice (series, requested_at) WHERE series IS NOT NULL;

-- Who proves an address takes over the notices that went there before.
CREATE INDEX notice_of_address ON notice (lower(address)) WHERE resident_id IS NULL;

-- Claims give up what has waited for its reader too long without looking through what is delivered.
CREATE INDEX notice_waiting_since ON notice (created_at) WHERE state = 'waiting-for-contact';

-- Each notice is rewritten two or three times: keep what is dead out of the way of the claims.
ALTER TABLE notice SET (autovacuum_vacuum_scale_factor = 0.02, autovacuum_vacuum_threshold = 1000);
