-- A payment that is refunded before it is made leaves nothing but its id.
alter table payments alter column user_id drop not null;
alter table payments alter column amount drop not null;
alter table payments alter column currency drop not null;
