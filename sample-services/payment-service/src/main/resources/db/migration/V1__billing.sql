create table billing_accounts (
	id varchar(64) primary key,
	user_id varchar(64) not null,
	payment_limit numeric(12, 2) not null,
	status varchar(16) not null,
	created_at timestamp with time zone not null,
	version integer not null
);

create index billing_accounts_user on billing_accounts (user_id);

create table prices (
	item_id varchar(64) primary key,
	amount numeric(12, 2) not null,
	currency char(3) not null
);

create table payments (
	id varchar(64) primary key,
	order_id varchar(64),
	user_id varchar(64) not null,
	amount numeric(12, 2) not null,
	currency char(3) not null,
	status varchar(16) not null,
	reason varchar(64),
	created_at timestamp with time zone not null,
	version integer not null
);
