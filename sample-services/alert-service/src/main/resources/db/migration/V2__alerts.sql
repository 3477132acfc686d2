create table alerts (
	id varchar(64) primary key,
	fingerprint varchar(64) not null,
	status varchar(16) not null,
	name varchar(200) not null,
	severity varchar(32) not null,
	service varchar(200) not null,
	summary varchar(1000) not null,
	starts_at timestamp with time zone not null,
	ends_at timestamp with time zone,
	received_at timestamp with time zone not null,
	decision varchar(16) not null,
	decided_at timestamp with time zone not null,
	version integer not null,
	constraint alerts_once unique (fingerprint, status, starts_at)
);

create index alerts_by_time on alerts (received_at);

create table alert_deliveries (
	id varchar(64) primary key,
	alert_id varchar(64) not null references alerts (id) on delete cascade,
	channel varchar(64) not null,
	outcome varchar(16) not null,
	attempts integer not null,
	error varchar(200),
	finished_at timestamp with time zone not null,
	version integer not null
);

create index alert_deliveries_by_alert on alert_deliveries (alert_id);
