-- An alert that Alertmanager took for resolved comes back with the beginning that it had.
alter table alerts drop constraint alerts_once;

create index alerts_by_fingerprint on alerts (fingerprint, received_at);
