-- item9 is sold out and never restocked.
insert into items (id, name, category, available, restock_below, restock_to) values
	('item1', 'Desk lamp', 'lighting', 100, 50, 100),
	('item2', 'Notebook', 'stationery', 500, 100, 500),
	('item3', 'Office chair', 'furniture', 20, 5, 20),
	('item4', 'Pencil set', 'stationery', 300, 100, 300),
	('item5', 'Bookshelf', 'furniture', 40, 10, 40),
	('item6', 'Light bulb', 'lighting', 200, 50, 200),
	('item7', 'Standing desk', 'furniture', 10, 3, 10),
	('item8', 'Cable tray', 'accessories', 80, 20, 80),
	('item9', 'Limited print', 'decoration', 0, 0, 0);
