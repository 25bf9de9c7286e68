-- The same for all citations of one document: where it is not published here, its page is made from them.
alter table citation add column stub varchar(20);
create index citation_stub on citation (stub);
