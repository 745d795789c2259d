-- What was typed into a step that has not been accepted yet.
create table registration_draft (
  account_id uuid not null references account on delete cascade,
  step       text not null,
  fields     jsonb not null,
  saved_at   timestamptz not null,
  primary key (account_id, step)
);
