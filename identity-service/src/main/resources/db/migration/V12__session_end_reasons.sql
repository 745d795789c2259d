alter table sessions drop constraint sessions_end_reason_check;
alter table sessions add constraint sessions_end_reason_check
  check (end_reason in ('signed-out', 'token-reused', 'password-changed', 'roles-changed', 'account-removed'));
