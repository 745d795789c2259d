-- The signature of a registration: evidence, never changed once that is submitted.
create table signature (
  account_id uuid primary key references account on delete cascade,
  name       text not null,
  method     text not null check (method in ('typed', 'drawn')),
  -- Strokes of whole numbers on a canvas; no picture.
  drawing    jsonb,
  -- The text that had been acknowledged then, if the city has one.
  text_hash  text  references acknowledgment_text,
  signed_at  timestamptz not null,
  check ((method = 'drawn') = (drawing is not null))
);
