-- Events on their way out. A row is written in the transaction of the change it tells of.
create table outbox (
  id           uuid primary key,
  position     bigint generated always as identity,
  topic        text not null,
  key          text not null,
  -- The unit of claiming: all rows of a key share a lane, so one relay at a time works a key.
  lane         smallint not null generated always as ((hashtext(key) & 15)::smallint) stored,
  type         text not null,
  source       text not null,
  data         text not null,
  traceparent  text,
  occurred_at  timestamptz not null default now(),
  published_at timestamptz
) with (autovacuum_vacuum_scale_factor = 0.05, autovacuum_vacuum_threshold = 500);

create index outbox_unsent on outbox (lane, position) where published_at is null;
create index outbox_sent on outbox (published_at) where published_at is not null;

create table outbox_lane (lane smallint primary key);
insert into outbox_lane select generate_series(0, 15);

-- Sent at commit, once a transaction however many rows it wrote.
create function outbox_wake() returns trigger language plpgsql as $$
begin
  perform pg_notify('outbox', '');
  return null;
end
$$;

create trigger outbox_wake after insert on outbox for each statement execute function outbox_wake();

-- Events that have been applied: the row commits with the effect.
create table inbox (
  consumer    text not null,
  event_id    uuid not null,
  received_at timestamptz not null default now(),
  primary key (consumer, event_id)
);

create index inbox_received on inbox (received_at);
