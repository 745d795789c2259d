-- What residents acknowledged, word for word: the city's texts change.
create table acknowledgment_text (
  -- SHA-256 of version, language and text, in hexadecimal.
  hash     text primary key,
  version  text not null,
  language text not null,
  text     text not null
);

create table acknowledgment (
  account_id  uuid primary key references account on delete cascade,
  text_hash   text not null references acknowledgment_text,
  accepted_at timestamptz not null
);
