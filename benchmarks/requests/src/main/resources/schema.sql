create table parcel (id bigint primary key, receiver varchar(40) not null, grams int not null);
insert into parcel select x, 'receiver-' || x, 100 + mod(x * 37, 5000) from system_range(1, 1000);
