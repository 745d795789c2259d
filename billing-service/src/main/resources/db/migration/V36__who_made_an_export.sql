alter table export_batch add column created_by_name text not null default '';

comment on column export_batch.created_by_name is 'as staff read it in the list: who it was, then';
