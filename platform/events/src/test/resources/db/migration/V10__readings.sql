create table reading (position bigint generated always as identity primary key, subject text not null, value varchar(200) not null);
