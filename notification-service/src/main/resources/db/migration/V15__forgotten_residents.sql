-- Residents who deleted their account: nothing that comes later about them is written to anybody or kept.
create table forgotten_resident (
  resident_id  uuid primary key,
  forgotten_at timestamptz not null default now()
);
