create table users (
	id varchar(64) primary key,
	name varchar(100) not null,
	email varchar(254) not null,
	country char(2) not null,
	source varchar(16) not null,
	billing_account_id varchar(64) not null,
	created_at timestamp with time zone not null,
	version integer not null,
	constraint users_email unique (email)
);
