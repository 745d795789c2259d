-- Where residents are reached: this service's own copy, fed by identity.residents.
CREATE TABLE contact (
    resident_id uuid PRIMARY KEY,
    email       text NOT NULL,
    given_name  text NOT NULL,
    family_name text NOT NULL,
    language    text NOT NULL
);
CREATE INDEX contact_email ON contact (lower(email));

CREATE TABLE notice (
    id          uuid PRIMARY KEY,
    event_id    uuid        NOT NULL, -- what it tells of
    template    text        NOT NULL,
    channel     text        NOT NULL,
    resident_id uuid,                 -- null while the reader has no account
    address     text,                 -- only where the event names one; else the resident's contact
    subject     text        NOT NULL,
    parameters  jsonb       NOT NULL,
    sealed_code text,                 -- sealed to the verification's id; wiped once it is of no use
    expires_at  timestamptz,          -- after this moment it is not sent any more
    state       text        NOT NULL,
    tries       integer     NOT NULL DEFAULT 0,
    due_at      timestamptz NOT NULL, -- when a worker may take it (again)
    failure     text,
    created_at  timestamptz NOT NULL,
    changed_at  timestamptz NOT NULL,
    CHECK (resident_id IS NOT NULL OR address IS NOT NULL),
    CHECK (sealed_code IS NULL OR state NOT IN ('delivered', 'failed')),
    UNIQUE (event_id, template)       -- the same event never makes two
);
CREATE INDEX notice_due ON notice (due_at) WHERE state IN ('queued', 'retrying', 'sending');
CREATE INDEX notice_waiting ON notice (resident_id) WHERE state = 'waiting-for-contact';
CREATE INDEX notice_of_resident ON notice (resident_id, created_at DESC, id DESC);
