-- Who did what. An entry is written in the transaction of what it describes and never changes; a moment later it is
-- sealed: it gets its number and the hash that chains it to the one before.
create table audit_entry (
  id           uuid primary key,
  recorded_at  timestamptz not null,
  -- Null where nobody is signed in and where the service acts by itself.
  actor        uuid,
  role         text not null,
  action       text not null,
  subject_type text not null,
  subject_id   text not null,
  client       text,
  outcome      text not null check (outcome in ('succeeded', 'refused', 'failed')),
  -- A small JSON object, as text: its bytes are part of the mac.
  details      text not null check (json_typeof(details::json) = 'object'),
  key_id       text not null,
  -- HMAC of all columns above, made by the service before the row is written.
  mac          bytea not null check (octet_length(mac) = 32),
  sequence     bigint unique check (sequence > 0),
  -- HMAC of the hash before, the sequence and the mac.
  hash         bytea check (octet_length(hash) = 32),
  check ((sequence is null) = (hash is null))
);

create index audit_entry_unsealed on audit_entry (recorded_at, id) where sequence is null;
create index audit_entry_by_time on audit_entry (recorded_at, sequence);
create index audit_entry_of_actor on audit_entry (actor, sequence) where actor is not null;
create index audit_entry_of_subject on audit_entry (subject_id, sequence);
create index audit_entry_of_action on audit_entry (action, sequence);

-- The last sealed entry. Who seals locks it: one instance at a time.
create table audit_head (
  only_one boolean primary key default true check (only_one),
  sequence bigint not null,
  hash     bytea not null check (octet_length(hash) = 32)
);

insert into audit_head (sequence, hash) values (0, decode(repeat('00', 32), 'hex'));

-- Heads of earlier, each also in the log: a trail that was cut off does not reach the last one.
create table audit_anchor (
  sequence    bigint primary key,
  hash        bytea not null check (octet_length(hash) = 32),
  anchored_at timestamptz not null
);

create function audit_refuse() returns trigger language plpgsql as $$
begin
  raise exception 'The audit trail is append-only: % of % is refused', tg_op, tg_table_name
    using errcode = 'insufficient_privilege';
end $$;

create function audit_seal_only() returns trigger language plpgsql as $$
begin
  if old.sequence is not null or new.sequence is null
     or to_jsonb(new) - 'sequence' - 'hash' is distinct from to_jsonb(old) - 'sequence' - 'hash' then
    raise exception 'The audit trail is append-only: a change of an entry is refused'
      using errcode = 'insufficient_privilege';
  end if;
  return new;
end $$;

create function audit_unsealed_only() returns trigger language plpgsql as $$
begin
  if new.sequence is not null then
    raise exception 'An audit entry is written without a sequence' using errcode = 'insufficient_privilege';
  end if;
  return new;
end $$;

create function audit_forward_only() returns trigger language plpgsql as $$
begin
  if new.sequence <= old.sequence then
    raise exception 'The head of the audit trail only moves on' using errcode = 'insufficient_privilege';
  end if;
  return new;
end $$;

create trigger audit_entry_written before insert on audit_entry for each row execute function audit_unsealed_only();
create trigger audit_entry_sealed before update on audit_entry for each row execute function audit_seal_only();
create trigger audit_entry_kept before delete on audit_entry for each row execute function audit_refuse();
create trigger audit_entry_whole before truncate on audit_entry for each statement execute function audit_refuse();
create trigger audit_head_moved before update on audit_head for each row execute function audit_forward_only();
create trigger audit_head_kept before delete on audit_head for each row execute function audit_refuse();
create trigger audit_head_whole before truncate on audit_head for each statement execute function audit_refuse();
create trigger audit_anchor_kept before update or delete on audit_anchor
  for each row execute function audit_refuse();
create trigger audit_anchor_whole before truncate on audit_anchor for each statement execute function audit_refuse();
