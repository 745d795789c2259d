-- What finance imported, dry runs too.
CREATE TABLE import_run (
    id          uuid PRIMARY KEY,
    kind        text NOT NULL,
    file_name   text NOT NULL,
    dry_run     boolean NOT NULL,
    accepted    integer NOT NULL,
    rejected    integer NOT NULL,
    unchanged   integer NOT NULL,
    started_by  uuid NOT NULL,
    started_at  timestamptz NOT NULL,
    finished_at timestamptz NOT NULL
);
