create table items (
	id varchar(64) primary key,
	name varchar(100) not null,
	category varchar(32) not null,
	available integer not null check (available >= 0),
	restock_below integer not null,
	restock_to integer not null
);

create table reservations (
	id varchar(64) not null,
	item_id varchar(64) not null references items (id),
	quantity integer not null,
	status varchar(16) not null,
	created_at timestamp with time zone not null,
	primary key (id, item_id)
);
