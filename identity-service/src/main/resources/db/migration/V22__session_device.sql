-- What a session was opened with, for its holder to recognise; null in sessions of before.
alter table session add column browser text, add column system text, add column address text;
