-- A row leaves the table when Kafka has it, so published_at is for rows of before and for instances
-- of before, which may still write while this runs. Their relays find no outbox_lane any more: two
-- ways of claiming must not work the same rows.
drop trigger outbox_wake on outbox;
drop function outbox_wake();
drop table outbox_lane;

alter table outbox
  -- Of an import or the like: sent beside the others, never before them.
  add column bulk boolean not null default false,
  -- Cannot be sent: waits for somebody, and the later rows of its key with it.
  add column parked_at timestamptz,
  add column parked_reason text;

create index outbox_waiting on outbox (topic, bulk, lane, position) where published_at is null and parked_at is null;
create index outbox_key on outbox (topic, key, position) where published_at is null;
create index outbox_parked on outbox (parked_at) where parked_at is not null;
drop index outbox_unsent;

-- The unit of claiming: one relay at a time works a key of a topic.
create table outbox_topic_lane (
  topic text not null,
  bulk  boolean not null,
  lane  smallint not null,
  primary key (topic, bulk, lane)
);
