create table reading (position bigint generated always as identity primary key, subject text not null, value text not null);
