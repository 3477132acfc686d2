create table orders (
	id varchar(64) primary key,
	user_id varchar(64) not null,
	amount numeric(12, 2) not null,
	currency char(3) not null,
	status varchar(16) not null,
	payment_id varchar(64) not null,
	cart_id varchar(64),
	created_at timestamp with time zone not null,
	version integer not null
);

create index orders_user on orders (user_id);

create table order_items (
	order_id varchar(64) not null references orders (id),
	item_id varchar(64) not null,
	quantity integer not null,
	unit_price numeric(12, 2) not null,
	primary key (order_id, item_id)
);

create table carts (
	id varchar(64) primary key,
	user_id varchar(64) not null,
	status varchar(16) not null,
	updated_at timestamp with time zone not null,
	version integer not null
);

create index carts_open on carts (status, updated_at);

create table cart_items (
	cart_id varchar(64) not null references carts (id),
	item_id varchar(64) not null,
	quantity integer not null,
	primary key (cart_id, item_id)
);
