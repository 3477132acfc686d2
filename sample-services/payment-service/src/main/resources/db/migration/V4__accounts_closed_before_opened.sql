-- A billing account that is closed before it is opened leaves nothing but its id.
alter table billing_accounts alter column user_id drop not null;
