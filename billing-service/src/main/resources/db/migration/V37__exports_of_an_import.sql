-- Which exports an import of postings posted something of: from its page staff go on to them.
create table import_export (
    import_id uuid not null,
    batch_id  uuid not null references export_batch,
    primary key (import_id, batch_id)
);
