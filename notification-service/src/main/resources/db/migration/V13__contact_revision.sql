-- Of the last change of a resident's contact: an older one that comes late changes nothing.
alter table contact add column revision bigint not null default 0;
