-- Where a correction stands: JSON of a page and a box, and for words of the file what was read there.
alter table correction add column place text;
