create table notifications (
	id varchar(64) primary key,
	type varchar(32) not null,
	recipient varchar(254) not null,
	subject varchar(200) not null,
	body varchar(4000) not null,
	status varchar(16) not null,
	error varchar(200),
	created_at timestamp with time zone not null,
	finished_at timestamp with time zone,
	version integer not null
);
