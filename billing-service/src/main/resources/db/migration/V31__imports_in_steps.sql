-- The rows of the file that is being imported. They are worth nothing after a crash: the file is sent again.
create unlogged table import_row (
    import_id uuid    not null,
    key       text    not null,
    line      integer not null,
    reference text    not null,
    fields    text    not null,
    primary key (import_id, key, line)
);

create index import_row_reference on import_row (import_id, reference, line);

comment on column import_row.key is 'what rows belong together by';
comment on column import_row.reference is 'what no two rows of a file may share; empty where nothing is';

-- Whose turn it is: one import at a time, over all instances. A process that was killed loses its turn when its time is
-- up.
create table import_turn (
    only_row   boolean     primary key default true check (only_row),
    import_id  uuid        not null,
    held_until timestamptz not null
);
