-- When the session's holder last proved who they are; without it the time the session began.
alter table session add column proved_at timestamptz;
