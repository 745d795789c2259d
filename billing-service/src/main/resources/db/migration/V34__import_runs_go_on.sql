-- An uploaded file is a run of the database: it goes on after its process was killed, on whatever instance. Runs that
-- instances of the version before write are over when they are written.
alter table import_run add column state text not null default 'finished'
    check (state in ('waiting', 'running', 'finished', 'failed'));
alter table import_run add column started_by_name text not null default '';
alter table import_run add column total_rows integer;
alter table import_run add column done_rows integer not null default 0;
alter table import_run add column after_key text not null default '';
alter table import_run add column after_line integer not null default 0;
alter table import_run add column attempts integer not null default 0;
alter table import_run add column retry_at timestamptz;
alter table import_run alter column finished_at drop not null;
alter table import_run add constraint import_run_finished
    check ((state in ('finished', 'failed')) = (finished_at is not null));

comment on column import_run.started_by_name is 'as staff read it in the list: who it was, then';
comment on column import_run.total_rows is 'of the file; null of runs of before';
comment on column import_run.after_key is 'with after_line: up to where its rows are imported';
comment on column import_run.attempts is 'steps that failed since one went well';

create index import_run_by_age on import_run (started_at desc, id desc);
create index import_run_open on import_run (started_at, id) where state in ('waiting', 'running');
create index import_run_finished_at on import_run (finished_at);

-- The rows of runs that are not over. import_row, of the version before, loses its rows in a crash.
create table import_line (
    import_id uuid    not null,
    key       text    not null,
    line      integer not null,
    reference text    not null,
    fields    text    not null,
    primary key (import_id, key, line)
);

create index import_line_reference on import_line (import_id, reference, line) where reference <> '';

comment on column import_line.key is 'what rows belong together by';
comment on column import_line.reference is 'what no two rows of a file may share; empty where nothing is';

-- Why rows were not imported, with what they hold, for as long as finance may want to correct them.
create table import_error (
    import_id uuid    not null,
    line      integer not null,
    field     text    not null,
    code      text    not null,
    value     text    not null,
    expected  text    not null,
    fields    text    not null,
    primary key (import_id, code, line, field)
);

create index import_error_by_line on import_error (import_id, line, field);
